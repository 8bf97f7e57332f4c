import type { Value } from '@vitest-hardware/onnx-graph'
import { convolution } from '../../blocks/convolution.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { imageNetStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { labelMaps } from './labels.ts'

const labels = 10
const config = {
  model_type: 'convnext',
  architectures: ['ConvNextForImageClassification'],
  num_channels: 3,
  patch_size: 4,
  num_stages: 4,
  hidden_sizes: [8, 16, 24, 32],
  depths: [1, 1, 2, 1],
  hidden_act: 'gelu',
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  layer_scale_init_value: 1e-6,
  drop_path_rate: 0,
  image_size: 32,
  ...labelMaps(labels),
} as const

/** Fixed in upstream's code for the norms within the stages. */
const epsilon = 1e-6
const channelsLast = { perm: [0, 2, 3, 1] }
const channelsFirst = { perm: [0, 3, 1, 2] }

/** Layer norm over the channels of an image. */
function imageNorm(context: GraphContext, x: Value, name: string, size: number): Value {
  const { graph } = context
  return graph.node('Transpose', [layerNorm(context, graph.node('Transpose', [x], channelsLast), { name, size, epsilon })], channelsFirst)
}

/** Depthwise convolution, norm, two layers, a scale for each channel, residual (Liu et al. 2022, arXiv:2201.03545, Figure 4). */
function block(context: GraphContext, x: Value, size: number): Value {
  const { graph } = context
  const spread = convolution(context, x, {
    name: 'dwconv',
    inputChannels: size,
    outputChannels: size,
    kernel: [7, 7],
    padding: 3,
    groups: size,
  })
  const normal = layerNorm(context, graph.node('Transpose', [spread], channelsLast), { name: 'layernorm', size, epsilon })
  const fed = feedForward(context, normal, {
    names: { up: 'pwconv1', down: 'pwconv2' },
    size,
    innerSize: 4 * size,
    activation: config.hidden_act,
  })
  // trained scales are far from upstream's initial 1e-6, which would leave the block without effect
  const scaled = graph.node('Mul', [fed, context.weight('layer_scale_parameter', [size], { mean: 1 })])
  return graph.node('Add', [x, graph.node('Transpose', [scaled], channelsFirst)])
}

function build(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: config.num_channels })
  const size = config.hidden_sizes.at(-1)!
  const pooled = graph.scope('convnext', () => {
    let channels: number = config.hidden_sizes[0]
    let x = graph.scope('embeddings', () => {
      const patches = {
        inputChannels: config.num_channels,
        outputChannels: channels,
        kernel: [config.patch_size, config.patch_size],
        stride: config.patch_size,
      }
      return imageNorm(context, convolution(context, pixels, { name: 'patch_embeddings', ...patches }), 'layernorm', channels)
    })
    config.hidden_sizes.forEach((outputChannels, stage) =>
      graph.scope(`encoder.stages.${stage}`, () => {
        if (stage > 0) {
          const normal = imageNorm(context, x, 'downsampling_layer.0', channels)
          x = convolution(context, normal, {
            name: 'downsampling_layer.1',
            inputChannels: channels,
            outputChannels,
            kernel: [2, 2],
            stride: 2,
          })
        }
        channels = outputChannels
        for (let layer = 0; layer < config.depths[stage]!; layer++) x = graph.scope(`layers.${layer}`, () => block(context, x, channels))
      }),
    )
    const mean = graph.node('ReduceMean', [x, graph.constant('int64', [-2, -1])], { keepdims: 0 })
    return layerNorm(context, mean, { name: 'layernorm', size, epsilon: config.layer_norm_eps })
  })
  graph.output('logits', linear(context, pooled, { name: 'classifier', inputSize: size, outputSize: labels }), 'float32', [batch, labels])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'convnext',
    tasks: ['image-classification'],
    config,
    preprocessor: { kind: 'image', processorClass: 'ConvNextImageProcessor' },
    graphs: [{ name: 'model', build }],
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'ConvNextImageProcessor',
        size: { shortest_edge: config.image_size },
        statistics: imageNetStatistics,
        resample: 'bicubic',
        extra: { crop_pct: 0.875 },
      }),
    },
    transformersJs: { autoClass: 'AutoModelForImageClassification', modelClass: 'ConvNextForImageClassification' },
    note: 'height and width are free, multiples of 32',
  },
]
