import type { Value } from '@vitest-hardware/onnx-graph'
import { decoderAttention } from '../../architectures/decoder-attention.ts'
import type { DenseSpec, LayerParts, LayerSpec, Mixer } from '../../architectures/decoder-spec.ts'
import { type DualMixerSpec, dualMixer } from '../../architectures/mamba-mixers.ts'
import { activate } from '../../blocks/activation.ts'
import { add, cut, halves, multiply, reshape, scaled, squeeze } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { linear } from '../../blocks/linear.ts'
import { normOf, type NormKind } from '../../blocks/norm-kind.ts'
import { causalConvolution, maskSteps, negativeDecay, selectiveScan } from '../../blocks/state-space.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { hybridSizes, hybridType } from './hybrid-type.ts'

const { size, heads, headSize, innerSize } = hybridSizes
const norm: NormKind = { kind: 'rms', epsilon: 1e-5 }
const dual: DualMixerSpec = { size, heads: 4, headSize: 16, groups: 1, state: 8, kernel: 4, norm: 'none', epsilon: 1e-5 }
const shared = { vocabulary: vocabularySize, size, norm, positionInput: false } as const

const factors = {
  embedding: 5.65,
  head: 0.039,
  key: 0.39,
  attentionOut: 0.9375,
  stateIn: 1.25,
  stateOut: 0.2357,
  gate: 0.8838,
  down: 0.2988,
}
const stateParts = [0.3535, 0.25, 0.3535, 0.5, 0.3535] as const

/** Mamba-2 and attention side by side over one norm (Zuo et al. 2025, arXiv:2507.22448, §2.1). */
const sideBySide: Mixer = (context, x, inputs) => {
  const spec: DualMixerSpec = { ...dual, multipliers: { input: factors.stateIn, parts: stateParts } }
  const state = context.graph.scope('mamba', () => dualMixer(context, x, inputs.attentionMask, spec))
  // upstream multiplies the keys: here their factor stands in the scores'
  const attended = decoderAttention(
    context,
    x,
    size,
    { heads, keyValueHeads: 2, headSize, scale: factors.key / Math.sqrt(headSize) },
    inputs,
  )
  return { output: add(context, scaled(context, state, factors.stateOut), scaled(context, attended.output, factors.attentionOut)) }
}

const falconDense = (context: GraphContext, x: Value): Value =>
  context.graph.scope('feed_forward', () => {
    const project = (name: string): Value => linear(context, x, { name, inputSize: size, outputSize: innerSize, bias: false })
    const gated = multiply(context, project('up_proj'), activate(context, scaled(context, project('gate_proj'), factors.gate), 'silu'))
    return scaled(context, linear(context, gated, { name: 'down_proj', inputSize: innerSize, outputSize: size, bias: false }), factors.down)
  })

const falconH1 = hybridType('falcon_h1', {
  architecture: 'FalconH1ForCausalLM',
  config: {
    num_hidden_layers: 2,
    num_key_value_heads: 2,
    head_dim: headSize,
    mamba_n_heads: 4,
    mamba_d_head: 16,
    mamba_n_groups: 1,
    mamba_d_state: 8,
    mamba_d_conv: 4,
    mamba_d_ssm: 64,
    mamba_rms_norm: false,
    embedding_multiplier: factors.embedding,
    lm_head_multiplier: factors.head,
    key_multiplier: factors.key,
    attention_in_multiplier: 1,
    attention_out_multiplier: factors.attentionOut,
    ssm_in_multiplier: factors.stateIn,
    ssm_out_multiplier: factors.stateOut,
    ssm_multipliers: stateParts,
    mlp_multipliers: [factors.gate, factors.down],
    rope_theta: 100_000,
    rms_norm_eps: norm.epsilon,
    tie_word_embeddings: false,
  },
  spec: {
    ...shared,
    names: { finalNorm: 'final_layernorm' },
    embedding: { scale: factors.embedding },
    layers: Array.from({ length: 2 }, (): LayerSpec => ({
      mixer: sideBySide,
      feedForward: falconDense,
      norms: ['input_layernorm', 'pre_ff_layernorm'],
      rotary: { size: headSize, theta: 100_000 },
    })),
    logits: { tied: false, scale: factors.head },
  },
  note: 'Mamba-2 and attention in every layer, with factors on each part',
})

/** Embeddings and shared weights of one graph. */
interface Recalled {
  readonly embedded: Value
  readonly weights: Map<string, Value>
}
const recalled = new WeakMap<GraphContext, Recalled>()

/** A context in which a weight below `scope` is the same in each layer. */
function withSharedWeights(context: GraphContext, scope: string, weights: Map<string, Value>): GraphContext {
  return {
    ...context,
    weight(name, dims, options) {
      const { path } = context.graph
      const key = `${path.slice(path.indexOf(scope))}.${name}`
      const found = weights.get(key) ?? context.weight(name, dims, options)
      weights.set(key, found)
      return found
    },
  }
}

/** A Mamba layer; hybrid ones add before it what a transformer layer, the same in all of them, makes of hidden states and embeddings (Glorioso et al. 2024, arXiv:2405.16712, §3). */
const zambaLayer =
  (hybrid: boolean, feed: (context: GraphContext, x: Value) => Value) =>
  (context: GraphContext, x: Value, parts: LayerParts): Value => {
    const { graph } = context
    const known = recalled.get(context) ?? { embedded: x, weights: new Map<string, Value>() }
    recalled.set(context, known)
    const mamba = (input: Value): Value => add(context, x, parts.mix(parts.norm(input, 'input_layernorm')))
    if (!hybrid) return mamba(x)
    const one = withSharedWeights(context, 'shared_transformer', known.weights)
    const made = graph.scope('shared_transformer', () => {
      const both = normOf(one, graph.node('Concat', [x, known.embedded], { axis: -1 }), {
        ...norm,
        name: 'input_layernorm',
        size: 2 * size,
      })
      const attended = graph.scope('self_attn', () => wideAttention(one, both, sharedMask.get(context)!))
      return graph.scope('feed_forward', () => feed(one, normOf(one, attended, { ...norm, name: 'pre_ff_layernorm', size })))
    })
    const passed = linear(context, made, { name: 'linear', inputSize: size, outputSize: size, bias: false })
    return graph.scope('mamba_decoder', () => mamba(add(context, x, passed)))
  }

const sharedMask = new WeakMap<GraphContext, Value>()

/** Attention twice as wide as the hidden states, scaled as if heads were half as wide. */
function wideAttention(context: GraphContext, x: Value, mask: Value): Value {
  const width = 2 * headSize
  const merged = attention(context, x, {
    size: 2 * size,
    heads,
    headSize: width,
    bias: false,
    biases: [mask],
    scale: 1 / Math.sqrt(width / 2),
    outputSize: size,
  })
  return merged
}

const zambaDense = (context: GraphContext, x: Value): Value => {
  const project = (name: string): Value => linear(context, x, { name, inputSize: size, outputSize: innerSize, bias: false })
  const gated = multiply(context, activate(context, project('gate_proj'), 'gelu'), project('up_proj'))
  return linear(context, gated, { name: 'down_proj', inputSize: innerSize, outputSize: size, bias: false })
}

const adapterRank = 4
/** Zamba2's adds to the shared projection a low-rank one of each layer (Glorioso et al. 2024, arXiv:2411.15242, §2). */
const zamba2Dense =
  (layer: number) =>
  (context: GraphContext, x: Value): Value => {
    const down = linear(context, x, { name: `gate_up_proj_adapter_list.${layer}.0`, inputSize: size, outputSize: adapterRank, bias: false })
    const adapted = linear(context, down, {
      name: `gate_up_proj_adapter_list.${layer}.1`,
      inputSize: adapterRank,
      outputSize: 2 * innerSize,
      bias: false,
    })
    const [gate, up] = halves(
      context,
      add(context, linear(context, x, { name: 'gate_up_proj', inputSize: size, outputSize: 2 * innerSize, bias: false }), adapted),
    )
    return linear(context, multiply(context, activate(context, gate, 'gelu'), up), {
      name: 'down_proj',
      inputSize: innerSize,
      outputSize: size,
      bias: false,
    })
  }

const multi = { inner: 64, heads: 2, state: 8, rank: 2, kernel: 4 }
/** Zamba's Mamba with heads, each with step, B and C of its own. */
const headedMamba: Mixer = (context, x, { attentionMask, mask }) => {
  const { graph } = context
  const { inner, heads: count, state, rank, kernel } = multi
  const width = inner / count
  sharedMask.set(context, mask)
  const output = graph.scope('mamba', () => {
    const projected = linear(context, x, { name: 'in_proj', inputSize: size, outputSize: 2 * inner, bias: false })
    const [hidden, gate] = cut(context, reshape(context, projected, [0, 0, inner, 2]), [1, 1]).map((part) => squeeze(context, part, 3)) as [
      Value,
      Value,
    ]
    const convolved = causalConvolution(context, maskSteps(context, hidden, attentionMask), { name: 'conv1d', channels: inner, kernel })
    const u = maskSteps(context, activate(context, convolved, 'silu'), attentionMask)
    const perHead = (weight: Value): Value[] =>
      cut(
        context,
        weight,
        Array.from({ length: count }, () => 1),
        0,
      ).map((part) => squeeze(context, part, 0))
    const [inputs, steps] = [
      perHead(context.weight('x_proj_weight', [count, width, rank + 2 * state], { std: 0.18 })),
      perHead(context.weight('dt_proj_weight', [count, rank, width], { std: 0.7 })),
    ]
    const [biases, decays] = [
      perHead(context.weight('dt_proj_bias', [count, width])),
      perHead(negativeDecay(context, [count, width, state])),
    ]
    const parts = cut(
      context,
      u,
      Array.from({ length: count }, () => width),
    ).map((part, head) => {
      const [step, b, c] = cut(context, graph.node('MatMul', [part, inputs[head]!]), [rank, state, state]) as [Value, Value, Value]
      const delta = activate(context, add(context, graph.node('MatMul', [step, steps[head]!]), biases[head]!), 'softplus')
      return graph.scope(`heads.${head}`, () => selectiveScan(context, { u: part, delta, a: decays[head]!, b, c, channels: width, state }))
    })
    const skipped = add(
      context,
      graph.node('Concat', parts, { axis: -1 }),
      multiply(context, u, context.weight('D', [inner], { mean: 1, std: 0.2 })),
    )
    const gated = multiply(context, skipped, activate(context, gate, 'silu'))
    return linear(context, gated, { name: 'out_proj', inputSize: inner, outputSize: size, bias: false })
  })
  return { output }
}
const groupedDual: Mixer = (context, x, { attentionMask, mask }) => {
  sharedMask.set(context, mask)
  return { output: context.graph.scope('mamba', () => dualMixer(context, x, attentionMask, { ...dual, norm: 'grouped' })) }
}

const unused: DenseSpec = { kind: 'dense', innerSize, activation: 'gelu' }
const zambaLayers = (mixer: Mixer, feed: (layer: number) => (context: GraphContext, x: Value) => Value): LayerSpec[] =>
  [false, true, true].map((hybrid, layer) => ({ mixer, feedForward: unused, residual: zambaLayer(hybrid, feed(layer)) }))
const zambaFields = {
  num_hidden_layers: 3,
  num_key_value_heads: heads,
  layers_block_type: ['mamba', 'hybrid', 'hybrid'],
  attention_hidden_size: 2 * size,
  attention_head_dim: 2 * headSize,
  mamba_d_state: 8,
  mamba_d_conv: 4,
  mamba_expand: 2,
  rms_norm_eps: norm.epsilon,
  hidden_act: 'gelu',
  tie_word_embeddings: true,
}

const zamba = hybridType('zamba', {
  architecture: 'ZambaForCausalLM',
  config: { ...zambaFields, n_mamba_heads: multi.heads, mamba_dt_rank: multi.rank },
  spec: { ...shared, names: { finalNorm: 'final_layernorm' }, layers: zambaLayers(headedMamba, () => zambaDense) },
  heads: ['text-classification'],
  tokenizer: 'LlamaTokenizer',
  note: 'Mamba with heads; one attention layer over hidden states and embeddings, whose weights all hybrid layers share',
})
const zamba2 = hybridType('zamba2', {
  architecture: 'Zamba2ForCausalLM',
  config: {
    ...zambaFields,
    n_mamba_heads: 4,
    mamba_headdim: 16,
    mamba_ngroups: 1,
    num_mem_blocks: 1,
    adapter_rank: adapterRank,
    use_shared_attention_adapter: false,
  },
  spec: { ...shared, names: { finalNorm: 'final_layernorm' }, layers: zambaLayers(groupedDual, zamba2Dense) },
  heads: ['text-classification'],
  tokenizer: 'LlamaTokenizer',
  note: 'Mamba-2; the shared layer has low-rank adapters of its own in each place',
})

export const modelTypes: readonly ModelType[] = [falconH1, zamba, zamba2]
