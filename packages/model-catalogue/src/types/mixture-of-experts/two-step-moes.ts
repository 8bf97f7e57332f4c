import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderFeedForward } from '../../architectures/decoder-feed-forward.ts'
import type { LayerParts, MixerInputs } from '../../architectures/decoder-spec.ts'
import { latentAttention } from '../../architectures/latent-attention.ts'
import { add, scaled, unsqueeze } from '../../blocks/arithmetic.ts'
import { splitHeads } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { anglesOf, rotate } from '../../blocks/rotary-layout.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { heads, maxPositions, size } from '../decoder-only/decoder-parts.ts'
import { llamaKin } from '../decoder-only/llama-kin.ts'
import { deepseekRouter, expert, experts, expertSize } from './experts-parts.ts'

const latent = { q_lora_rank: 16, kv_lora_rank: 16, qk_nope_head_dim: 4, qk_rope_head_dim: 4, v_head_dim: 8, qk_head_dim: 8 } as const
const attention = {
  size,
  heads,
  queryRank: latent.q_lora_rank,
  latentRank: latent.kv_lora_rank,
  plainSize: latent.qk_nope_head_dim,
  rotatedSize: latent.qk_rope_head_dim,
  valueSize: latent.v_head_dim,
  layout: 'deinterleaved',
  maxPositions,
} as const

/** Experts of which the last two give their input back: a token may skip the computation (Meituan 2025, arXiv:2509.01322, §2.1). */
const shortcutExperts = experts({
  name: 'router.classifier',
  scoring: 'softmax',
  choiceBias: 'e_score_correction_bias',
  scale: 6,
  identities: 2,
})

/** What a layer's experts give, made in its first half and added in its second, of one graph. */
const shortcuts = new WeakMap<GraphContext, Map<number, Value>>()

/**
 * LongCat's layer: attention and a dense network, twice. The experts read what the first network reads, and what they give is added behind the second, so that
 * their communication overlaps with the computation between (arXiv:2509.01322, §2.2).
 */
function shortcutHalf(index: number) {
  const half = index % 2
  return (context: GraphContext, x: Value, { mix, feed, norm }: LayerParts): Value => {
    const attended = add(context, x, mix(norm(x, `input_layernorm.${half}`)))
    const normed = norm(attended, `post_attention_layernorm.${half}`)
    const layers = shortcuts.get(context) ?? new Map<number, Value>()
    shortcuts.set(context, layers)
    const layer = Math.floor(index / 2)
    if (half === 0) {
      layers.set(layer, decoderFeedForward(context, normed, size, shortcutExperts, layer))
      return add(context, attended, feed(normed))
    }
    return add(context, attended, feed(normed), layers.get(layer)!)
  }
}

const longcat = llamaKin('longcat_flash', {
  model: 'LongcatFlashForCausalLM',
  config: {
    ...latent,
    num_layers: 2,
    num_hidden_layers: 4,
    num_key_value_heads: heads,
    ffn_hidden_size: 64,
    expert_ffn_hidden_size: expertSize,
    n_routed_experts: 4,
    zero_expert_num: 2,
    moe_topk: 2,
    routed_scaling_factor: 6,
    rms_norm_eps: 1e-5,
    rope_theta: 10_000_000,
  },
  layer: (index) => ({
    path: String(Math.floor(index / 2)),
    ...latentAttention({
      ...attention,
      name: `self_attn.${index % 2}`,
      theta: 10_000_000,
      queryScale: Math.sqrt(size / latent.q_lora_rank),
      latentScale: Math.sqrt(size / latent.kv_lora_rank),
    }),
    feedForward: { kind: 'dense', name: `mlps.${index % 2}`, innerSize: 64, activation: 'silu' },
    residual: shortcutHalf(index),
  }),
  transformersJs: false,
  note: 'each layer has two latent attentions and two dense networks; experts, two of which do nothing, are added across the second half',
})

const indexer = { heads: 2, headSize: 8, chosen: 3 } as const

/**
 * DeepSeek sparse attention: small heads score every earlier token for each query, and attention sees the best of them alone
 * (DeepSeek-V3.2 2025, arXiv:2512.02556, §2.1): an additive mask `[batch, 1, queries, keys]`.
 */
function chooseKeys(context: GraphContext, x: Value, bottleneck: Value, { mask, positions }: MixerInputs): Value {
  const { graph } = context
  const { heads: count, headSize, chosen } = indexer
  return graph.scope('indexer', () => {
    const rotary = { size: latent.qk_rope_head_dim, theta: 10_000, maxPositions }
    const angles = anglesOf(context, positions, rotary)
    const wide = linear(context, bottleneck, { name: 'wq_b', inputSize: latent.q_lora_rank, outputSize: count * headSize, bias: false })
    const query = rotate(context, splitHeads(context, wide, count, headSize), angles, rotary, headSize)
    const narrow = linear(context, x, { name: 'wk', inputSize: size, outputSize: headSize, bias: false })
    const normed = unsqueeze(context, layerNorm(context, narrow, { name: 'k_norm', size: headSize, epsilon: 1e-6 }), 1)
    const key = rotate(context, normed, angles, rotary, headSize)
    const products = scaled(
      context,
      graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })]),
      headSize ** -0.5,
    )
    // [batch, queries, heads] → [batch, heads, queries, 1]
    const weights = scaled(
      context,
      linear(context, x, { name: 'weights_proj', inputSize: size, outputSize: count, bias: false }),
      count ** -0.5,
    )
    const perHead = unsqueeze(context, graph.node('Transpose', [weights], { perm: [0, 2, 1] }), 3)
    const scores = graph.node('ReduceSum', [graph.node('Mul', [graph.node('Relu', [products]), perHead]), graph.constant('int64', [1])], {
      keepdims: 1,
    })
    const allowed = add(context, scores, mask)
    const length = graph.node('Shape', [x], { start: 1, end: 2 })
    const most = graph.node('Min', [length, graph.constant('int64', [chosen])])
    const [, places] = graph.nodes('TopK', [allowed, most], { axis: -1, largest: 1, sorted: 1 }, { outputs: 2 })
    const closed = graph.node('Add', [
      graph.node('Mul', [allowed, graph.constant('float32', 0)]),
      graph.constant('float32', -3.4028234663852886e38),
    ])
    const open = graph.node('Expand', [graph.constant('float32', 0), graph.node('Shape', [places!])])
    return graph.node('ScatterElements', [closed, places!, open], { axis: -1 })
  })
}

const sparseAttention = latentAttention({ ...attention, select: chooseKeys })

const glm = llamaKin('glm_moe_dsa', {
  model: 'GlmMoeDsaForCausalLM',
  config: {
    ...latent,
    num_key_value_heads: heads,
    moe_intermediate_size: expertSize,
    rms_norm_eps: 1e-5,
    n_routed_experts: 6,
    n_shared_experts: 1,
    num_experts_per_tok: 2,
    n_group: 1,
    topk_group: 1,
    norm_topk_prob: true,
    routed_scaling_factor: 2.5,
    mlp_layer_types: ['dense', 'sparse'],
    index_n_heads: indexer.heads,
    index_head_dim: indexer.headSize,
    index_topk: indexer.chosen,
  },
  layer: (index) => ({
    ...sparseAttention,
    ...(index === 0 ? {} : { feedForward: experts(deepseekRouter(), { shared: expert({ name: 'shared_experts' }) }) }),
  }),
  // the indexer's keys are a cache of their own, which exports have no name for
  spec: { cached: false },
  transformersJs: false,
  note: 'latent attention that sees the keys which an indexer chooses; DeepSeek-V3’s router and shared expert; a dense first layer',
})

export const modelTypes: readonly ModelType[] = [longcat, glm]
