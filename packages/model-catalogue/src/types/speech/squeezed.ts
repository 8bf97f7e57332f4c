import type { Value } from '@vitest-hardware/onnx-graph'
import { type SpeechEncoderSpec, soundLayers } from '../../architectures/speech-encoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add, reshape, slice, swapLast } from '../../blocks/arithmetic.ts'
import { convolution } from '../../blocks/convolution.ts'
import { disentangledAttention, relativeBuckets } from '../../blocks/disentangled-attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { waveformEncoder } from '../../blocks/waveform.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { speechType, waveformConfig } from './speech-type.ts'

const { hidden_size: size, num_attention_heads: heads, num_conv_pos_embeddings: kernel } = waveformConfig
const squeeze = 2
const epsilon = 1e-5

/** SEW (Wu et al. 2021, arXiv:2109.06870, §4.4): the layers see one frame of two, and their answer is spread over both again. */
function squeezedFeatures(context: GraphContext, body: string, layers: (context: GraphContext, x: Value) => Value) {
  const { graph } = context
  const samples = graph.input('input_values', 'float32', [batch, 'num_samples'])
  const hidden = graph.scope(body, () => {
    const channels = waveformConfig.conv_dim.at(-1)!
    const options = { channels: waveformConfig.conv_dim, kernels: waveformConfig.conv_kernel, strides: waveformConfig.conv_stride }
    const encoded = graph.scope('feature_extractor', () => waveformEncoder(context, samples, options))
    const normal = layerNorm(context, swapLast(context, encoded), { name: 'layer_norm', size: channels, epsilon })
    const frames = linear(context, normal, { name: 'feature_projection', inputSize: channels, outputSize: size })
    return graph.scope('encoder', () => {
      const fewer = layers(context, placeAndPool(context, frames))
      return spread(context, fewer, frames)
    })
  })
  return { hidden, size }
}

/** The sum of strided convolutional positions and the mean of each two frames. */
function placeAndPool(context: GraphContext, frames: Value): Value {
  const { graph } = context
  const channelsFirst = swapLast(context, frames)
  const placed = graph.scope('pos_conv_embed', () => {
    const groups = waveformConfig.num_conv_pos_embedding_groups
    const options = {
      name: 'conv',
      inputChannels: size,
      outputChannels: size,
      kernel: [kernel],
      padding: kernel / 2,
      stride: squeeze,
      groups,
    }
    return activate(context, slice(context, convolution(context, channelsFirst, options), 2, 0, -1), 'gelu')
  })
  const pooled = graph.node('AveragePool', [channelsFirst], { kernel_shape: [squeeze], strides: [squeeze] })
  // an odd frame at the end has a place but no partner
  const lengthOf = (x: Value): Value => graph.node('Shape', [x], { start: 2, end: 3 })
  const shorter = graph.node('Min', [lengthOf(placed), lengthOf(pooled)])
  const first = (x: Value): Value => graph.node('Slice', [x, graph.constant('int64', [0]), shorter, graph.constant('int64', [2])])
  return swapLast(context, add(context, first(placed), first(pooled)))
}

/** Each vector becomes that of two frames, and zeros fill up to as many as there were. */
function spread(context: GraphContext, x: Value, frames: Value): Value {
  const { graph } = context
  const wide = graph.scope('upsample', () =>
    activate(context, linear(context, x, { name: 'projection', inputSize: size, outputSize: size * squeeze }), 'gelu'),
  )
  const apart = reshape(context, wide, [0, -1, size])
  const lengthOf = (value: Value): Value => graph.node('Shape', [value], { start: 1, end: 2 })
  const missing = graph.node('Sub', [lengthOf(frames), lengthOf(apart)])
  const zero = graph.constant('int64', [0])
  return graph.node('Pad', [apart, graph.node('Concat', [graph.constant('int64', [0, 0, 0, 0]), missing, zero], { axis: 0 })])
}

const layersSpec: SpeechEncoderSpec = {
  body: 'sew',
  size,
  heads,
  layers: 2,
  innerSize: waveformConfig.intermediate_size,
  activation: 'gelu',
  epsilon,
  waveform: { channels: waveformConfig.conv_dim, kernels: waveformConfig.conv_kernel, strides: waveformConfig.conv_stride },
  positions: null,
}

const span = 8
/** DeBERTa's layers (arXiv:2006.03654) over the squeezed frames. */
function disentangledLayers(context: GraphContext, embedded: Value): Value {
  const { graph } = context
  const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon: 1e-7 })
  return graph.scope('encoder', () => {
    const table = graph.scope('rel_embeddings', () => context.weight('weight', [2 * span, size], { std: 1 }))
    const relativeEmbeddings = norm(table, 'LayerNorm')
    const buckets = relativeBuckets(context, embedded, { span, maxPosition: 512 })
    const names = { query: 'self.query_proj', key: 'self.key_proj', value: 'self.value_proj' }
    let x = embedded
    for (let layer = 0; layer < 2; layer++) {
      x = graph.scope(`layer.${layer}`, () => {
        const attended = graph.scope('attention', () => {
          const merged = disentangledAttention(context, x, {
            size,
            heads,
            names,
            relativeEmbeddings,
            span,
            buckets,
            mask: graph.constant('float32', 0),
          })
          return norm(
            add(context, linear(context, merged, { name: 'output.dense', inputSize: size, outputSize: size }), x),
            'output.LayerNorm',
          )
        })
        const options = { names: { up: 'intermediate.dense', down: 'output.dense' }, size, innerSize: 64, activation: 'gelu' } as const
        return norm(add(context, feedForward(context, attended, options), attended), 'output.LayerNorm')
      })
    }
    return x
  })
}

const tasks = ['feature-extraction', 'audio-classification'] as const

export const modelTypes: readonly ModelType[] = [
  speechType({
    type: 'sew',
    prefix: 'SEW',
    config: { ...waveformConfig, squeeze_factor: squeeze },
    features: (context) => squeezedFeatures(context, 'sew', (inner, x) => soundLayers(inner, x, layersSpec)),
    tasks,
    note: 'transformer layers see half of the frames; Transformers.js has no class for it',
  }),
  speechType({
    type: 'sew-d',
    prefix: 'SEWD',
    config: {
      ...waveformConfig,
      squeeze_factor: squeeze,
      position_buckets: span,
      max_position_embeddings: 512,
      relative_attention: true,
      share_att_key: true,
      pos_att_type: ['p2c', 'c2p'],
      norm_rel_ebd: 'layer_norm',
      hidden_act: 'gelu_python',
      layer_norm_eps: 1e-7,
      feature_layer_norm_eps: epsilon,
    },
    features: (context) => squeezedFeatures(context, 'sew_d', disentangledLayers),
    tasks,
    note: 'half of the frames, and the disentangled attention of DeBERTa; Transformers.js has no class for it',
  }),
]
