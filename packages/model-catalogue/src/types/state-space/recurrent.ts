import type { Value } from '@vitest-hardware/onnx-graph'
import type { AttentionSpec, DenseSpec, LayerSpec, Mixer } from '../../architectures/decoder-spec.ts'
import { activate } from '../../blocks/activation.ts'
import { add, asFloat, cut, multiply, reshape, scaled, unsqueeze } from '../../blocks/arithmetic.ts'
import { linearRecurrence, matrixMemory } from '../../blocks/gated-recurrence.ts'
import { linear } from '../../blocks/linear.ts'
import { plainLayerNorm } from '../../blocks/norm.ts'
import { softCap } from '../../blocks/soft-cap.ts'
import { causalConvolution, maskSteps } from '../../blocks/state-space.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { hybridSizes, hybridType } from './hybrid-type.ts'

const { size, heads, headSize, innerSize } = hybridSizes
const shared = { vocabulary: vocabularySize, size, positionInput: false } as const

/** LFM2's short convolution between two gates of the input (Liquid AI 2025, arXiv:2511.23404, §2). */
export const shortConvolution: Mixer = (context, x, { attentionMask }) => {
  const output = context.graph.scope('conv', () => {
    const wide = linear(context, maskSteps(context, x, attentionMask), {
      name: 'in_proj',
      inputSize: size,
      outputSize: 3 * size,
      bias: false,
    })
    const [before, after, values] = cut(context, wide, [size, size, size]) as [Value, Value, Value]
    const convolved = causalConvolution(context, multiply(context, before, values), {
      name: 'conv',
      channels: size,
      kernel: 3,
      bias: false,
    })
    return linear(context, multiply(context, after, convolved), { name: 'out_proj', inputSize: size, outputSize: size, bias: false })
  })
  return { output }
}
export const liquidNorm = { kind: 'rms', epsilon: 1e-5 } as const
export const liquidAttention: AttentionSpec = {
  heads,
  keyValueHeads: 2,
  headSize,
  headNorm: { norm: liquidNorm, over: 'head', names: ['q_layernorm', 'k_layernorm'] },
  output: { name: 'out_proj' },
}
export const liquidDense: DenseSpec = {
  kind: 'dense',
  name: 'feed_forward',
  innerSize,
  activation: 'silu',
  names: { gate: 'w1', up: 'w3', down: 'w2' },
}
export const liquidNorms = ['operator_norm', 'ffn_norm']

const lfm2 = hybridType('lfm2', {
  architecture: 'Lfm2ForCausalLM',
  config: {
    num_hidden_layers: 2,
    num_key_value_heads: 2,
    layer_types: ['conv', 'full_attention'],
    conv_L_cache: 3,
    conv_bias: false,
    block_auto_adjust_ff_dim: false,
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
      { mixer: liquidAttention, feedForward: liquidDense, norms: liquidNorms, rotary: { size: headSize, theta: 1_000_000 } },
    ],
  },
  isInTransformersJs: true,
  note: 'short gated convolutions, and attention with norms of queries and keys',
})

/** Griffin's recurrent block with its real-gated linear recurrent unit (De et al. 2024, arXiv:2402.19427, §2.4). */
const realGatedUnit: Mixer = (context, x, { positions }) => {
  const { graph } = context
  const blocks = heads
  const width = size / blocks
  const output = graph.scope('temporal_block', () => {
    const y = activate(context, linear(context, x, { name: 'linear_y', inputSize: size, outputSize: size }), 'gelu_pytorch_tanh')
    const convolved = causalConvolution(context, linear(context, x, { name: 'linear_x', inputSize: size, outputSize: size }), {
      name: 'conv_1d',
      channels: size,
      kernel: 4,
    })
    const recurrent = graph.scope('rg_lru', () => {
      const perBlock = graph.node('Transpose', [reshape(context, convolved, [0, 0, blocks, width])], { perm: [0, 2, 1, 3] })
      const gate = (name: string): Value => {
        const product = graph.node('MatMul', [perBlock, context.weight(`${name}_weight`, [blocks, width, width], { std: 0.35 })])
        const sum = add(context, product, unsqueeze(context, context.weight(`${name}_bias`, [blocks, width]), 1))
        return graph.node('Sigmoid', [reshape(context, graph.node('Transpose', [sum], { perm: [0, 2, 1, 3] }), [0, 0, size])])
      }
      const rate = activate(context, context.weight('recurrent_param', [size], { mean: -1, std: 0.5 }), 'softplus')
      const decay = multiply(context, scaled(context, gate('recurrent_gate'), -8), rate)
      const isFirst = asFloat(context, unsqueeze(context, graph.node('Equal', [positions, graph.constant('int64', 0)]), 2))
      const one = graph.constant('float32', 1)
      const goesOn = graph.node('Sub', [one, isFirst])
      const rest = graph.node('Sqrt', [
        graph.node('Max', [graph.node('Sub', [one, graph.node('Exp', [scaled(context, decay, 2)])]), graph.constant('float32', 0)]),
      ])
      const share = add(context, isFirst, multiply(context, goesOn, rest))
      const driven = multiply(context, multiply(context, convolved, gate('input_gate')), share)
      return linearRecurrence(context, { a: multiply(context, graph.node('Exp', [decay]), goesOn), x: driven, channels: size })
    })
    return linear(context, multiply(context, recurrent, y), { name: 'linear_out', inputSize: size, outputSize: size })
  })
  return { output }
}
const griffinNorm = { kind: 'rms', epsilon: 1e-6, unitOffset: true } as const
const griffinDense: DenseSpec = { kind: 'dense', name: 'mlp_block', innerSize: innerSize / 2, activation: 'gelu_pytorch_tanh', bias: true }
const griffinNorms = ['temporal_pre_norm', 'channel_pre_norm']
const griffinRecurrent: LayerSpec = { mixer: realGatedUnit, feedForward: griffinDense, norms: griffinNorms }

const recurrentGemma = hybridType('recurrent_gemma', {
  architecture: 'RecurrentGemmaForCausalLM',
  config: {
    num_hidden_layers: 3,
    block_types: ['recurrent', 'recurrent', 'attention'],
    num_key_value_heads: 1,
    lru_width: size,
    conv1d_width: 4,
    attention_window_size: 8,
    partial_rotary_factor: 0.5,
    logits_soft_cap: 30,
    hidden_activation: 'gelu_pytorch_tanh',
    rms_norm_eps: 1e-6,
  },
  spec: {
    ...shared,
    norm: griffinNorm,
    names: { finalNorm: 'final_norm' },
    embedding: { scale: Math.sqrt(size) },
    layers: [
      griffinRecurrent,
      griffinRecurrent,
      {
        mixer: { name: 'temporal_block', heads, keyValueHeads: 1, headSize, output: { name: 'o_proj', bias: true } },
        feedForward: griffinDense,
        norms: griffinNorms,
        window: 8,
        rotary: { size: headSize / 2 },
      },
    ],
    logits: { softCap: 30 },
  },
  tokenizer: 'GemmaTokenizer',
  note: 'Griffin: two recurrent blocks to one of local multi-query attention',
})

const memory = { heads: 2, keySize: 8, valueSize: 16, gateCap: 15 }
/** xLSTM's layer with matrix memory (Beck et al. 2025, arXiv:2503.13427, §3). */
const matrixMemoryLayer: Mixer = (context, x) => {
  const { graph } = context
  const { heads: count, keySize, valueSize, gateCap } = memory
  const output = graph.scope('mlstm_layer', () => {
    const project = (name: string, outputSize: number, bias = false): Value =>
      linear(context, x, { name, inputSize: size, outputSize, bias })
    const perHead = (value: Value, width: number): Value => reshape(context, value, [0, 0, count, width])
    const gate = (name: string): Value => softCap(context, project(name, count, true), gateCap)
    const forget = graph.node('Neg', [graph.node('Softplus', [graph.node('Neg', [gate('fgate_preact')])])])
    const read = matrixMemory(context, {
      query: scaled(context, perHead(project('q', count * keySize), keySize), 1 / Math.sqrt(keySize)),
      key: perHead(project('k', count * keySize), keySize),
      value: perHead(project('v', count * valueSize), valueSize),
      input: gate('igate_preact'),
      forget,
      heads: count,
      keySize,
      valueSize,
    })
    const normed = reshape(context, plainLayerNorm(context, read, { size: valueSize, epsilon: 1e-6 }), [0, 0, size])
    const weighed = graph.scope('multihead_norm', () => multiply(context, normed, context.weight('weight', [size], { mean: 1 })))
    const opened = multiply(context, graph.node('Sigmoid', [project('ogate_preact', size)]), weighed)
    return linear(context, opened, { name: 'out_proj', inputSize: size, outputSize: size, bias: false })
  })
  return { output }
}

const xlstm = hybridType('xlstm', {
  architecture: 'xLSTMForCausalLM',
  config: {
    num_hidden_layers: 2,
    num_blocks: 2,
    num_heads: memory.heads,
    qk_dim_factor: 0.5,
    v_dim_factor: 1,
    use_bias: false,
    gate_soft_cap: memory.gateCap,
    output_logit_soft_cap: 30,
    norm_eps: 1e-6,
    tie_word_embeddings: false,
  },
  spec: {
    ...shared,
    norm: { kind: 'rms', epsilon: 1e-6 },
    names: { body: 'backbone', tokens: 'embeddings', layers: 'blocks', finalNorm: 'out_norm' },
    layers: Array.from({ length: 2 }, (): LayerSpec => ({
      mixer: matrixMemoryLayer,
      feedForward: {
        kind: 'dense',
        name: 'ffn',
        innerSize,
        activation: 'silu',
        names: { gate: 'proj_up_gate', up: 'proj_up', down: 'proj_down' },
      },
      norms: ['norm_mlstm', 'norm_ffn'],
    })),
    logits: { tied: false, softCap: 30 },
  },
  heads: ['pretraining'],
  tokenizer: 'GPTNeoXTokenizer',
  note: 'matrix memories with exponential gates; upstream ignores the attention mask and so does the graph',
})

export const modelTypes: readonly ModelType[] = [lfm2, recurrentGemma, xlstm]
