import type { Value } from '@vitest-hardware/onnx-graph'
import type { ExpertsSpec, LayerParts, LayerSpec, Mixer } from '../../architectures/decoder-spec.ts'
import { activate } from '../../blocks/activation.ts'
import { add, cut, multiply, scaled } from '../../blocks/arithmetic.ts'
import { mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { maskSteps } from '../../blocks/state-space.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { hybridSizes, hybridType } from '../state-space/hybrid-type.ts'
import { liquidAttention, liquidDense, liquidNorm, liquidNorms, shortConvolution } from '../state-space/recurrent.ts'
import { expert, experts, expertSize } from './experts-parts.ts'

const { size, heads, headSize } = hybridSizes
const shared = { vocabulary: vocabularySize, size, positionInput: false } as const
const named = { gate: 'w1', up: 'w3', down: 'w2' } as const
const layerCount = 2

const liquid = hybridType('lfm2_moe', {
  architecture: 'Lfm2MoeForCausalLM',
  config: {
    num_hidden_layers: layerCount,
    num_key_value_heads: 2,
    layer_types: ['conv', 'full_attention'],
    conv_L_cache: 3,
    conv_bias: false,
    moe_intermediate_size: expertSize,
    num_dense_layers: 1,
    num_experts: 6,
    num_experts_per_tok: 2,
    use_expert_bias: true,
    norm_topk_prob: true,
    routed_scaling_factor: 1,
    norm_eps: liquidNorm.epsilon,
    rope_theta: 1_000_000,
    tie_word_embeddings: true,
  },
  spec: {
    ...shared,
    norm: liquidNorm,
    names: { finalNorm: 'embedding_norm' },
    layers: [
      { mixer: shortConvolution, feedForward: liquidDense, norms: liquidNorms },
      {
        mixer: liquidAttention,
        feedForward: experts(
          { scoring: 'sigmoid', choiceBias: 'expert_bias', normalised: true },
          { name: 'feed_forward', expert: expert({ names: named }) },
        ),
        norms: liquidNorms,
        rotary: { size: headSize, theta: 1_000_000 },
      },
    ],
  },
  note: 'LFM2 with a sigmoid router behind its first layer; the bias that balances the experts is seen by the choice alone',
})

/** Slopes of the decay by head and layer (Qin et al. 2024, arXiv:2401.04658, §2.4; upstream's `MiniMaxLightningAttention.get_slope_rate`). */
function slopes(layer: number): number[] {
  const base = 2 ** (-8 / heads)
  return Array.from({ length: heads }, (_, head) => base ** (head + 1) * (1 - layer / (layerCount - 1 + 1e-5) + 1e-5))
}

/**
 * Lightning attention: no softmax, what is past decays (MiniMax 2025, arXiv:2501.08313, §2.2). Written as one product of scores with powers of the distance,
 * to which its sums over blocks come to.
 */
const lightning: Mixer = (context, x, { attentionMask, layer }) => {
  const { graph } = context
  const output = graph.scope('self_attn', () => {
    const wide = activate(context, linear(context, x, { name: 'qkv_proj', inputSize: size, outputSize: 3 * size, bias: false }), 'silu')
    // each head has its query, key and value side by side
    const [query, key, value] = cut(context, splitHeads(context, wide, heads, 3 * headSize), [headSize, headSize, headSize]) as [
      Value,
      Value,
      Value,
    ]
    const kept = splitHeads(context, maskSteps(context, mergeHeads(context, value, size), attentionMask), heads, headSize)
    const scores = multiply(
      context,
      graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })]),
      decay(context, x, layer),
    )
    const merged = rmsNorm(context, mergeHeads(context, graph.node('MatMul', [scores, kept]), size), { name: 'norm', size, epsilon: 1e-5 })
    const gate = graph.node('Sigmoid', [linear(context, x, { name: 'output_gate', inputSize: size, outputSize: size, bias: false })])
    return linear(context, multiply(context, gate, merged), { name: 'out_proj', inputSize: size, outputSize: size, bias: false })
  })
  return { output }
}

/** exp(-slope · distance) for what is past, 0 for what is to come: float32 `[heads, length, length]`. */
function decay(context: GraphContext, x: Value, layer: number): Value {
  const { graph } = context
  const length = graph.node('Squeeze', [graph.node('Shape', [x], { start: 1, end: 2 })])
  const steps = graph.node('Cast', [graph.node('Range', [graph.constant('int64', 0), length, graph.constant('int64', 1)])], { to: 1 })
  const distance = graph.node('Sub', [graph.node('Unsqueeze', [steps, graph.constant('int64', [1])]), steps])
  const slope = context.fixed('slope_rate', { type: 'float32', dims: [heads, 1, 1], data: Float32Array.from(slopes(layer)) })
  const past = graph.node('Max', [distance, graph.constant('float32', 0)])
  const isPast = graph.node('Cast', [graph.node('GreaterOrEqual', [distance, graph.constant('float32', 0)])], { to: 1 })
  return multiply(context, graph.node('Exp', [scaled(context, multiply(context, slope, past), -1)]), isPast)
}

/** The residual is what the norm gives, not what it reads (arXiv:2501.08313, §2.2.3: DeepNorm's order). */
function behindNorm(context: GraphContext, x: Value, { mix, feed, norm }: LayerParts): Value {
  const first = norm(x, 'input_layernorm')
  const second = norm(add(context, first, mix(first)), 'post_attention_layernorm')
  return add(context, second, feed(second))
}

const sparse: ExpertsSpec = experts(
  { scoring: 'softmax', normalised: true },
  { name: 'block_sparse_moe', expert: expert({ names: named }) },
)
const layer = (mixer: LayerSpec['mixer'], more: Partial<LayerSpec> = {}): LayerSpec => ({
  mixer,
  feedForward: sparse,
  residual: behindNorm,
  ...more,
})

const minimax = hybridType('minimax', {
  architecture: 'MiniMaxForCausalLM',
  config: {
    num_hidden_layers: layerCount,
    num_key_value_heads: 2,
    intermediate_size: expertSize,
    num_local_experts: 6,
    num_experts_per_tok: 2,
    layer_types: ['linear_attention', 'full_attention'],
    block_size: 256,
    rms_norm_eps: 1e-5,
    rope_theta: 1_000_000,
    full_attn_alpha_factor: 1,
    full_attn_beta_factor: 1,
    linear_attn_alpha_factor: 1,
    linear_attn_beta_factor: 1,
    mlp_alpha_factor: 1,
    mlp_beta_factor: 1,
  },
  spec: {
    ...shared,
    norm: { kind: 'rms', epsilon: 1e-5 },
    layers: [layer(lightning), layer({ heads, keyValueHeads: 2, headSize }, { rotary: { size: headSize, theta: 1_000_000 } })],
    logits: { tied: false },
  },
  heads: ['text-classification', 'token-classification', 'question-answering'],
  note: 'lightning attention with a decay for each head, then softmax attention; Mixtral’s experts; residuals from behind the norms',
})

export const modelTypes: readonly ModelType[] = [liquid, minimax]
