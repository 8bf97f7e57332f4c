import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import { bertLayerNames, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add, scaled, slice } from '../../blocks/arithmetic.ts'
import { mergeHeads, splitHeads } from '../../blocks/attention.ts'
import { length } from '../../blocks/attention-mask.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import {
  bertHead,
  bertLikeConfig,
  bertLikeSpec,
  maskedByTransformersJs,
  robertaFields,
  robertaHead,
  robertaSpec,
  textPreprocessor,
  usualTasks,
} from './encoder-parts.ts'

const [size, heads, headSize] = [32, 4, 8]

/** One layer's weights for all layers (Lan et al. 2020, arXiv:1909.11942, §3.1), factorised embeddings. */
const albertSpec = bertLikeSpec({
  embeddingSize: 16,
  embeddingProjection: 'encoder.embedding_hidden_mapping_in',
  activation: 'gelu_new',
  // every layer has the same name, so every layer has the same weights
  layerName: () => 'encoder.albert_layer_groups.0.albert_layers.0',
  names: {
    query: 'attention.query',
    key: 'attention.key',
    value: 'attention.value',
    output: 'attention.dense',
    attentionNorm: 'attention.LayerNorm',
    up: 'ffn',
    down: 'ffn_output',
    outputNorm: 'full_layer_layer_norm',
  },
})

/**
 * FNet's mixing in place of attention: the real part of a Fourier transform over the text and the hidden size (Lee-Thorp et al. 2022, arXiv:2105.03824, §3.2),
 * Re(F_n x F_d) = C_n x C_d - S_n x S_d, where C and S hold the cosines and sines of 2πjk/n: products of matrices, as the paper does it for short texts.
 */
function fourier(context: GraphContext, x: Value): Value {
  const { graph } = context
  return graph.scope('fourier.self', () => {
    const angles = { text: fourierAngles(context, length(context, x)), hidden: fourierAngles(context, graph.constant('int64', size)) }
    const mix = (part: 'Cos' | 'Sin'): Value =>
      graph.node('MatMul', [graph.node(part, [angles.text]), graph.node('MatMul', [x, graph.node(part, [angles.hidden])])])
    return graph.node('Sub', [mix('Cos'), mix('Sin')])
  })
}

/** 2πjk/n for all j and k below an int64 scalar n: float32 `[n, n]`; whole turns are taken out in whole numbers, where nothing is lost. */
function fourierAngles(context: GraphContext, count: Value): Value {
  const { graph } = context
  const steps = graph.node('Range', [graph.constant('int64', 0), count, graph.constant('int64', 1)])
  const products = graph.node('Mod', [graph.node('Mul', [graph.node('Unsqueeze', [steps, graph.constant('int64', [1])]), steps]), count])
  const share = graph.node('Div', [graph.node('Cast', [products], { to: 1 }), graph.node('Cast', [count], { to: 1 })])
  return graph.node('Mul', [share, graph.constant('float32', 2 * Math.PI)])
}

/** SqueezeBERT: every dense layer is a convolution of width 1, most of them in groups (Iandola et al. 2020, arXiv:2006.11316, §3.2). */
function squeezeLayer(context: GraphContext, x: Value, mask: Value): Value {
  const { graph } = context
  const dense = (value: Value, name: string, inputSize: number, outputSize: number, groups: number): Value =>
    convolution(context, value, { name, inputChannels: inputSize, outputChannels: outputSize, kernel: [1], groups })
  const norm = (value: Value, name: string): Value => {
    const last = graph.node('Transpose', [value], { perm: [0, 2, 1] })
    return graph.node('Transpose', [layerNorm(context, last, { name, size, epsilon: 1e-12 })], { perm: [0, 2, 1] })
  }
  const channels = graph.node('Transpose', [x], { perm: [0, 2, 1] })
  const headed = (name: string): Value =>
    graph.node('Reshape', [dense(channels, `attention.${name}`, size, size, 4), graph.constant('int64', [0, heads, headSize, -1])])
  const [query, key, value] = [headed('query'), headed('key'), headed('value')]
  const scores = scaled(
    context,
    graph.node('MatMul', [graph.node('Transpose', [query], { perm: [0, 1, 3, 2] }), key]),
    1 / Math.sqrt(headSize),
  )
  const weights = graph.node('Softmax', [add(context, scores, mask)], { axis: -1 })
  const mixed = graph.node('MatMul', [weights, graph.node('Transpose', [value], { perm: [0, 1, 3, 2] })])
  const merged = graph.node('Reshape', [graph.node('Transpose', [mixed], { perm: [0, 1, 3, 2] }), graph.constant('int64', [0, size, -1])])
  const attended = norm(add(context, dense(merged, 'post_attention.conv1d', size, size, 1), channels), 'post_attention.layernorm')
  const inner = gelu(context, dense(attended, 'intermediate.conv1d', size, 64, 4))
  const fed = norm(add(context, dense(inner, 'output.conv1d', 64, size, 4), attended), 'output.layernorm')
  return graph.node('Transpose', [fed], { perm: [0, 2, 1] })
}

/**
 * ConvBERT: half of the heads attend, the others are convolutions whose kernels each place makes of its own span
 * (Jiang et al. 2020, arXiv:2008.02496, §4.2).
 */
function mixedAttention(context: GraphContext, x: Value, mask: Value): Value {
  const { graph } = context
  // head_ratio 2 of 4 heads: two attend, with head size 8
  const [count, width, kernel] = [2, 16, 3]
  const project = (name: string): Value => linear(context, x, { name: `attention.self.${name}`, inputSize: size, outputSize: width })
  const query = project('query')
  const attended = attendOver(context, { query, key: project('key'), value: project('value') }, { count, width, mask })
  const channels = graph.node('Transpose', [x], { perm: [0, 2, 1] })
  const spans = graph.scope('attention.self.key_conv_attn_layer', () => {
    const deep = convolution(context, channels, {
      name: 'depthwise',
      inputChannels: size,
      outputChannels: size,
      kernel: [kernel],
      padding: 1,
      groups: size,
      bias: false,
    })
    const point = convolution(context, deep, { name: 'pointwise', inputChannels: size, outputChannels: width, kernel: [1], bias: false })
    return graph.node('Transpose', [graph.node('Add', [point, context.weight('bias', [width, 1])])], { perm: [0, 2, 1] })
  })
  const own = graph.node('Mul', [spans, query])
  const kernels = linear(context, own, { name: 'attention.self.conv_kernel_layer', inputSize: width, outputSize: count * kernel })
  const kernelByHead = graph.node('Softmax', [graph.node('Reshape', [kernels, graph.constant('int64', [0, 0, count, kernel])])], {
    axis: -1,
  })
  const out = linear(context, x, { name: 'attention.self.conv_out_layer', inputSize: size, outputSize: width })
  const padded = graph.node('Pad', [out, graph.constant('int64', [0, 1, 0, 0, 1, 0])])
  // the three neighbours of each place, [batch, length, width, kernel], as upstream's unfold gives them
  const neighbours = Array.from({ length: kernel }, (_, offset) => shifted(context, padded, offset, kernel))
  const unfolded = graph.node(
    'Concat',
    neighbours.map((value) => graph.node('Unsqueeze', [value, graph.constant('int64', [3])])),
    { axis: 3 },
  )
  const byHead = graph.node('Reshape', [unfolded, graph.constant('int64', [0, 0, count, headSize, kernel])])
  const convolved = graph.node('MatMul', [byHead, graph.node('Unsqueeze', [kernelByHead, graph.constant('int64', [4])])])
  const flat = graph.node('Reshape', [convolved, graph.constant('int64', [0, 0, width])])
  const joined = graph.node('Concat', [attended, flat], { axis: 2 })
  return linear(context, joined, { name: 'attention.output.dense', inputSize: size, outputSize: size })
}

/** `padded` without its first `offset` places and without those behind the text's length. */
function shifted(context: GraphContext, padded: Value, offset: number, kernel: number): Value {
  return slice(context, padded, 1, offset, offset - kernel + 1 === 0 ? Number.MAX_SAFE_INTEGER : offset - kernel + 1)
}

function attendOver(
  context: GraphContext,
  { query, key, value }: { readonly query: Value; readonly key: Value; readonly value: Value },
  { count, width, mask }: { readonly count: number; readonly width: number; readonly mask: Value },
): Value {
  const { graph } = context
  const [q, k, v] = [query, key, value].map((part) => splitHeads(context, part, count, headSize)) as [Value, Value, Value]
  const scores = scaled(context, graph.node('MatMul', [q, graph.node('Transpose', [k], { perm: [0, 1, 3, 2] })]), 1 / Math.sqrt(headSize))
  return mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [add(context, scores, mask)], { axis: -1 }), v]), width)
}

const gelu = (context: GraphContext, x: Value): Value => activate(context, x, 'gelu')

const bigBirdSpec = bertLikeSpec({ activation: 'gelu_new' })
const longSpec: TextEncoderSpec = bertLikeSpec({ ...robertaSpec, attend: (context, x, { mask }) => windowAttention(context, x, mask) })

/** Longformer's window, each way; global attention needs a mask of its own, which this export does not take (Beltagy et al. 2020, arXiv:2004.05150, §3.1). */
function windowAttention(context: GraphContext, x: Value, mask: Value): Value {
  const { graph } = context
  const project = (name: string): Value =>
    splitHeads(context, linear(context, x, { name: `attention.self.${name}`, inputSize: size, outputSize: size }), heads, headSize)
  // upstream scales the query
  const query = scaled(context, project('query'), 1 / Math.sqrt(headSize))
  const scores = graph.node('MatMul', [query, graph.node('Transpose', [project('key')], { perm: [0, 1, 3, 2] })])
  const weights = graph.node('Softmax', [add(context, scores, mask, nearMask(context, x, 4))], { axis: -1 })
  const merged = mergeHeads(context, graph.node('MatMul', [weights, project('value')]), size)
  return linear(context, merged, { name: 'attention.output.dense', inputSize: size, outputSize: size })
}

/** Forbids keys further away than `distance`: float32 `[length, length]`. */
function nearMask(context: GraphContext, x: Value, distance: number): Value {
  const { graph } = context
  const positions = graph.node('Range', [graph.constant('int64', 0), length(context, x), graph.constant('int64', 1)])
  const away = graph.node('Abs', [graph.node('Sub', [positions, graph.node('Unsqueeze', [positions, graph.constant('int64', [1])])])])
  const far = graph.node('Cast', [graph.node('Greater', [away, graph.constant('int64', distance)])], { to: 1 })
  return graph.node('Mul', [far, graph.constant('float32', -3.4028234663852886e38)])
}

export const modelTypes: readonly ModelType[] = [
  encoderType('albert', {
    config: bertLikeConfig('albert', 'AlbertForMaskedLM', {
      embedding_size: 16,
      num_hidden_groups: 1,
      inner_group_num: 1,
      hidden_act: 'gelu_new',
    }),
    spec: albertSpec,
    scope: 'albert',
    prefix: 'Albert',
    tasks: [...usualTasks, 'pretraining', 'text-encoding'],
    masked: {
      scope: 'predictions',
      dense: 'dense',
      norm: 'LayerNorm',
      bias: 'bias',
      activation: 'gelu_new',
      epsilon: 1e-12,
      innerSize: 16,
    },
    summary: { kind: 'pooler', scope: 'albert.pooler' },
    pooler: { kind: 'pooler', scope: 'albert.pooler' },
    pretraining: 'masked-and-order',
    preprocessor: textPreprocessor('T5Tokenizer'),
    transformersJs: maskedByTransformersJs('AlbertForMaskedLM'),
    note: 'both layers have the same weights; embeddings half as wide as the hidden state',
  }),
  encoderType('fnet', {
    config: bertLikeConfig('fnet', 'FNetForMaskedLM', {
      type_vocab_size: 4,
      hidden_act: 'gelu_new',
      use_tpu_fourier_optimizations: false,
      max_position_embeddings: 512,
    }),
    spec: bertLikeSpec({
      tokenTypes: 4,
      activation: 'gelu_new',
      attend: (context, x) => fourier(context, x),
      names: { ...bertLayerNames, attentionNorm: 'fourier.output.LayerNorm' },
    }),
    scope: 'fnet',
    prefix: 'FNet',
    tasks: [
      'fill-mask',
      'feature-extraction',
      'text-classification',
      'question-answering',
      'token-classification',
      'next-sentence-prediction',
    ],
    masked: bertHead({ activation: 'gelu_new' }),
    summary: { kind: 'pooler', scope: 'fnet.pooler' },
    pooler: { kind: 'pooler', scope: 'fnet.pooler' },
    preprocessor: textPreprocessor('T5Tokenizer'),
  }),
  encoderType('squeezebert', {
    config: bertLikeConfig('squeezebert', 'SqueezeBertForMaskedLM', {
      embedding_size: 32,
      q_groups: 4,
      k_groups: 4,
      v_groups: 4,
      post_attention_groups: 1,
      intermediate_groups: 4,
      output_groups: 4,
    }),
    spec: bertLikeSpec({
      layer: (context, x, { mask }) => squeezeLayer(context, x, mask),
      layerName: (index) => `encoder.layers.${index}`,
    }),
    scope: 'transformer',
    prefix: 'SqueezeBert',
    tasks: [...usualTasks, 'pretraining', 'text-encoding'],
    masked: bertHead(),
    summary: { kind: 'pooler', scope: 'transformer.pooler' },
    pooler: { kind: 'pooler', scope: 'transformer.pooler' },
    preprocessor: textPreprocessor('BertTokenizer'),
    transformersJs: maskedByTransformersJs('SqueezeBertForMaskedLM'),
  }),
  encoderType('convbert', {
    config: bertLikeConfig('convbert', 'ConvBertForMaskedLM', { embedding_size: 32, head_ratio: 2, conv_kernel_size: 3, num_groups: 1 }),
    spec: bertLikeSpec({ attend: (context, x, { mask }) => mixedAttention(context, x, mask) }),
    scope: 'convbert',
    prefix: 'ConvBert',
    tasks: usualTasks,
    masked: {
      scope: '',
      dense: 'generator_predictions.dense',
      norm: 'generator_predictions.LayerNorm',
      bias: 'generator_lm_head.bias',
      activation: 'gelu',
      epsilon: 1e-12,
    },
    summary: { kind: 'dense', activation: 'gelu' },
    preprocessor: textPreprocessor('BertTokenizer'),
    transformersJs: maskedByTransformersJs('ConvBertForMaskedLM'),
  }),
  encoderType('big_bird', {
    config: bertLikeConfig('big_bird', 'BigBirdForMaskedLM', {
      hidden_act: 'gelu_new',
      attention_type: 'original_full',
      block_size: 64,
      num_random_blocks: 3,
      use_bias: true,
      rescale_embeddings: false,
    }),
    spec: bigBirdSpec,
    scope: 'bert',
    prefix: 'BigBird',
    tasks: [...usualTasks, 'pretraining', 'text-generation', 'text-encoding'],
    masked: bertHead({ activation: 'gelu_new' }),
    summary: { kind: 'dense', activation: 'gelu_new' },
    pooler: { kind: 'pooler', scope: 'bert' },
    pretraining: 'masked',
    preprocessor: textPreprocessor('T5Tokenizer'),
    note: 'upstream attends to all tokens, `original_full`, where a text is no longer than 5 blocks and the random ones, as all texts here are',
  }),
  encoderType('longformer', {
    config: bertLikeConfig('longformer', 'LongformerForMaskedLM', { ...robertaFields, attention_window: [8, 8], type_vocab_size: 1 }),
    spec: longSpec,
    scope: 'longformer',
    prefix: 'Longformer',
    tasks: [...usualTasks, 'pretraining', 'text-encoding'],
    masked: robertaHead(),
    summary: { kind: 'dense', activation: 'tanh' },
    pooler: { kind: 'pooler', scope: 'longformer.pooler' },
    preprocessor: textPreprocessor('RobertaTokenizer'),
    note: 'the export sees a window; global attention would be an input of its own',
  }),
]
