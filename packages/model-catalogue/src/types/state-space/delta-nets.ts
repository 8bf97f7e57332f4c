import type { Value } from '@vitest-hardware/onnx-graph'
import type { AttentionSpec, DenseSpec, ExpertsSpec, LayerSpec, Mixer } from '../../architectures/decoder-spec.ts'
import { activate } from '../../blocks/activation.ts'
import { add, cut, multiply, reshape, scaled } from '../../blocks/arithmetic.ts'
import { dotProductAttention, repeatHeads, splitHeads } from '../../blocks/attention.ts'
import { gatedDeltaRule, unitLength } from '../../blocks/gated-recurrence.ts'
import { linear } from '../../blocks/linear.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { causalConvolution, maskSteps, negativeDecay } from '../../blocks/state-space.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { hybridSizes, hybridType } from './hybrid-type.ts'

const { size, heads, headSize, innerSize } = hybridSizes
export const kernel = 4
export const delta = { keyHeads: 2, valueHeads: 4, keySize: 8, valueSize: 8 }

interface DeltaParts {
  /** `[batch, length, keys + keys + values]`, before the convolution. */
  readonly mixed: Value
  /** `[batch, length, values]` */
  readonly gate: Value
  /** `[batch, length, value heads]` */
  readonly a: Value
  readonly b: Value
}

interface DeltaSizes {
  readonly keyHeads: number
  readonly valueHeads: number
  readonly keySize: number
  readonly valueSize: number
}

/** The gated delta network behind its projections (Yang et al. 2024, arXiv:2412.06464, §3.3). `betaScale` 2 allows negative eigenvalues (arXiv:2411.12537). */
export function deltaNet(
  context: GraphContext,
  parts: DeltaParts,
  mask: Value,
  sizes: DeltaSizes,
  names: { norm: string; output: string },
  betaScale = 1,
): Value {
  const { graph } = context
  const { keyHeads, valueHeads, keySize, valueSize } = sizes
  const [keys, values] = [keyHeads * keySize, valueHeads * valueSize]
  const convolved = causalConvolution(context, parts.mixed, { name: 'conv1d', channels: 2 * keys + values, kernel, bias: false })
  const [query, key, value] = cut(context, maskSteps(context, activate(context, convolved, 'silu'), mask), [keys, keys, values]) as [
    Value,
    Value,
    Value,
  ]
  const wide = (x: Value): Value => {
    const perHead = reshape(context, x, [0, 0, keyHeads, keySize])
    if (keyHeads === valueHeads) return perHead
    const grouped = graph.node('Expand', [
      graph.node('Unsqueeze', [perHead, graph.constant('int64', [3])]),
      graph.constant('int64', [1, 1, 1, valueHeads / keyHeads, 1]),
    ])
    return reshape(context, grouped, [0, 0, valueHeads, keySize])
  }
  const rate = multiply(
    context,
    negativeDecay(context, [valueHeads]),
    activate(context, add(context, parts.a, context.weight('dt_bias', [valueHeads])), 'softplus'),
  )
  const read = gatedDeltaRule(context, {
    query: scaled(context, unitLength(context, wide(query)), 1 / Math.sqrt(keySize)),
    key: unitLength(context, wide(key)),
    value: reshape(context, value, [0, 0, valueHeads, valueSize]),
    decay: rate,
    beta: scaled(context, graph.node('Sigmoid', [parts.b]), betaScale),
    heads: valueHeads,
    keySize,
    valueSize,
  })
  const normed = rmsNorm(context, read, { name: names.norm, size: valueSize, epsilon: 1e-6 })
  const gated = multiply(context, normed, activate(context, reshape(context, parts.gate, [0, 0, valueHeads, valueSize]), 'silu'))
  return linear(context, reshape(context, gated, [0, 0, values]), { name: names.output, inputSize: values, outputSize: size, bias: false })
}

/** Qwen3-Next's: queries, keys, values and gates come out of one product, in groups of a key head. */
const qwenDelta: Mixer = (context, x, { attentionMask }) => {
  const { keyHeads, valueHeads, keySize, valueSize } = delta
  const group = valueHeads / keyHeads
  const output = context.graph.scope('linear_attn', () => {
    const masked = maskSteps(context, x, attentionMask)
    const [keys, values] = [keyHeads * keySize, valueHeads * valueSize]
    const all = linear(context, masked, { name: 'in_proj_qkvz', inputSize: size, outputSize: 2 * keys + 2 * values, bias: false })
    const rates = linear(context, masked, { name: 'in_proj_ba', inputSize: size, outputSize: 2 * valueHeads, bias: false })
    const [q, k, v, z] = cut(context, reshape(context, all, [0, 0, keyHeads, -1]), [
      keySize,
      keySize,
      group * valueSize,
      group * valueSize,
    ]).map((part, index) => reshape(context, part, [0, 0, index < 2 ? keys : values])) as [Value, Value, Value, Value]
    const [b, a] = cut(context, reshape(context, rates, [0, 0, keyHeads, -1]), [group, group]).map((part) =>
      reshape(context, part, [0, 0, valueHeads]),
    ) as [Value, Value]
    const mixed = context.graph.node('Concat', [q, k, v], { axis: -1 })
    return deltaNet(context, { mixed, gate: z, a, b }, attentionMask, delta, { norm: 'norm', output: 'out_proj' })
  })
  return { output }
}

/** Qwen3-Next's attention: each head's queries and a gate of its answer come out of one product. */
export const qwenAttention: Mixer = (context, x, { mask, rotate }) => {
  const { graph } = context
  const output = graph.scope('self_attn', () => {
    const both = linear(context, x, { name: 'q_proj', inputSize: size, outputSize: 2 * heads * headSize, bias: false })
    const [query, gate] = cut(context, reshape(context, both, [0, 0, heads, 2 * headSize]), [headSize, headSize]) as [Value, Value]
    const project = (name: string): Value => linear(context, x, { name, inputSize: size, outputSize: 2 * headSize, bias: false })
    const place = (value: Value, name: string): Value => {
      const normed = rmsNorm(context, value, { name, size: headSize, epsilon: 1e-6, unitOffset: true })
      return rotate ? rotate(normed, headSize) : normed
    }
    const merged = dotProductAttention(context, {
      query: place(graph.node('Transpose', [query], { perm: [0, 2, 1, 3] }), 'q_norm'),
      key: repeatHeads(context, place(splitHeads(context, project('k_proj'), 2, headSize), 'k_norm'), heads, 2, headSize),
      value: repeatHeads(context, splitHeads(context, project('v_proj'), 2, headSize), heads, 2, headSize),
      scale: 1 / Math.sqrt(headSize),
      biases: [mask],
      size: heads * headSize,
    })
    const gated = multiply(context, merged, graph.node('Sigmoid', [reshape(context, gate, [0, 0, heads * headSize])]))
    return linear(context, gated, { name: 'o_proj', inputSize: heads * headSize, outputSize: size, bias: false })
  })
  return { output }
}

export const qwenExperts: ExpertsSpec = {
  kind: 'experts',
  router: { experts: 4, perToken: 2, scoring: 'softmax', normalised: true },
  expert: { kind: 'dense', innerSize: 32, activation: 'silu' },
  shared: { kind: 'dense', name: 'shared_expert', innerSize: 32, activation: 'silu', sigmoidGate: 'shared_expert_gate' },
}

const qwen3Next = hybridType('qwen3_next', {
  architecture: 'Qwen3NextForCausalLM',
  config: {
    num_hidden_layers: 2,
    num_key_value_heads: 2,
    head_dim: headSize,
    layer_types: ['linear_attention', 'full_attention'],
    partial_rotary_factor: 0.25,
    rope_theta: 10_000_000,
    linear_conv_kernel_dim: kernel,
    linear_key_head_dim: delta.keySize,
    linear_value_head_dim: delta.valueSize,
    linear_num_key_heads: delta.keyHeads,
    linear_num_value_heads: delta.valueHeads,
    num_experts: 4,
    num_experts_per_tok: 2,
    moe_intermediate_size: 32,
    shared_expert_intermediate_size: 32,
    norm_topk_prob: true,
    rms_norm_eps: 1e-6,
    tie_word_embeddings: false,
  },
  spec: {
    vocabulary: vocabularySize,
    size,
    norm: { kind: 'rms', epsilon: 1e-6, unitOffset: true },
    positionInput: false,
    layers: [
      { mixer: qwenDelta, feedForward: qwenExperts },
      { mixer: qwenAttention, feedForward: qwenExperts, rotary: { size: headSize / 4, theta: 10_000_000 } },
    ],
    logits: { tied: false },
  },
  heads: ['text-classification', 'token-classification', 'question-answering'],
  tokenizer: 'Qwen2Tokenizer',
  isInTransformersJs: true,
  note: 'gated delta networks, gated attention that rotates a quarter of each head, experts with a gated shared one',
})

/** OLMo Hybrid's: a projection for each part, and errors written up to twice. */
const olmoSizes: DeltaSizes = { keyHeads: 4, valueHeads: 4, keySize: 6, valueSize: 12 }
const olmoDelta: Mixer = (context, x, { attentionMask }) => {
  const { keyHeads, valueHeads, keySize, valueSize } = olmoSizes
  const output = context.graph.scope('linear_attn', () => {
    const masked = maskSteps(context, x, attentionMask)
    const project = (name: string, outputSize: number): Value => linear(context, masked, { name, inputSize: size, outputSize, bias: false })
    const [keys, values] = [keyHeads * keySize, valueHeads * valueSize]
    const mixed = context.graph.node('Concat', [project('q_proj', keys), project('k_proj', keys), project('v_proj', values)], { axis: -1 })
    const parts = { mixed, gate: project('g_proj', values), a: project('a_proj', valueHeads), b: project('b_proj', valueHeads) }
    return deltaNet(context, parts, attentionMask, olmoSizes, { norm: 'o_norm', output: 'o_proj' }, 2)
  })
  return { output }
}
const dense: DenseSpec = { kind: 'dense', innerSize, activation: 'silu' }
const olmoNorm = { kind: 'rms', epsilon: 1e-6 } as const
const olmoAttention: AttentionSpec = { heads, headSize, headNorm: { norm: olmoNorm, over: 'all' } }
const olmoLayers: readonly LayerSpec[] = [
  { mixer: olmoDelta, feedForward: dense },
  { mixer: olmoAttention, feedForward: dense, residual: 'output', rotary: { size: headSize, theta: 500_000 } },
]

const olmoHybrid = hybridType('olmo_hybrid', {
  architecture: 'OlmoHybridForCausalLM',
  config: {
    num_hidden_layers: 2,
    num_key_value_heads: heads,
    layer_types: ['linear_attention', 'full_attention'],
    linear_num_key_heads: 4,
    linear_num_value_heads: 4,
    linear_key_head_dim: olmoSizes.keySize,
    linear_value_head_dim: olmoSizes.valueSize,
    linear_conv_kernel_dim: kernel,
    linear_allow_neg_eigval: true,
    rope_theta: 500_000,
    rms_norm_eps: 1e-6,
    tie_word_embeddings: false,
  },
  spec: { vocabulary: vocabularySize, size, norm: olmoNorm, positionInput: false, layers: olmoLayers, logits: { tied: false } },
  tokenizer: 'GPT2Tokenizer',
  note: 'gated delta networks behind a norm, and OLMo 2 attention with norms of what is added; values are twice as wide as keys',
})

export const modelTypes: readonly ModelType[] = [qwen3Next, olmoHybrid]
