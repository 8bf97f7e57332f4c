import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { batchNorm } from '../../blocks/batch-norm.ts'
import { convolution } from '../../blocks/convolution.ts'
import { linear } from '../../blocks/linear.ts'
import { imageNetStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { ModelType } from '../../model-type.ts'
import { labelMaps } from './labels.ts'

const labels = 10
const config = {
  model_type: 'resnet',
  architectures: ['ResNetForImageClassification'],
  num_channels: 3,
  embedding_size: 8,
  hidden_sizes: [16, 24, 32, 48],
  depths: [1, 1, 2, 1],
  layer_type: 'bottleneck',
  hidden_act: 'relu',
  downsample_in_first_stage: false,
  downsample_in_bottleneck: false,
  // no field of upstream's, which keeps those it does not know: the size of seeded images, where 224 would only cost time
  image_size: 32,
  ...labelMaps(labels),
} as const

/** Width of a bottleneck against its block (upstream's `reduction`). */
const reduction = 4

interface LayerOptions {
  readonly name: string
  readonly inputChannels: number
  readonly outputChannels: number
  readonly kernel: number
  readonly stride?: number
  /** @default true */
  readonly activated?: boolean
}

/** Convolution, batch norm, activation. */
function convolutionLayer(
  context: GraphContext,
  x: Value,
  { name, inputChannels, outputChannels, kernel, stride = 1, activated = true }: LayerOptions,
): Value {
  return context.graph.scope(name, () => {
    const sizes = { inputChannels, outputChannels, kernel: [kernel, kernel], stride, padding: Math.floor(kernel / 2) }
    const convolved = convolution(context, x, { name: 'convolution', ...sizes, bias: false })
    const normal = batchNorm(context, convolved, { name: 'normalization', size: outputChannels, epsilon: 1e-5 })
    return activated ? activate(context, normal, config.hidden_act) : normal
  })
}

/** A bottleneck block; the second convolution strides (ResNet v1.5), and a projection takes the shortcut where shapes change (He et al. 2016, arXiv:1512.03385, §3.3). */
function bottleneck(context: GraphContext, x: Value, inputChannels: number, outputChannels: number, stride: number): Value {
  const { graph } = context
  const inner = outputChannels / reduction
  const isProjected = inputChannels !== outputChannels || stride !== 1
  const shortcut = isProjected
    ? convolutionLayer(context, x, { name: 'shortcut', inputChannels, outputChannels, kernel: 1, stride, activated: false })
    : x
  const narrow = convolutionLayer(context, x, { name: 'layer.0', inputChannels, outputChannels: inner, kernel: 1 })
  const spatial = convolutionLayer(context, narrow, { name: 'layer.1', inputChannels: inner, outputChannels: inner, kernel: 3, stride })
  const wide = convolutionLayer(context, spatial, { name: 'layer.2', inputChannels: inner, outputChannels, kernel: 1, activated: false })
  return activate(context, graph.node('Add', [wide, shortcut]), config.hidden_act)
}

function build(context: GraphContext): void {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: config.num_channels })
  const stem = graph.scope('resnet.embedder', () => {
    const options = { name: 'embedder', inputChannels: config.num_channels, outputChannels: config.embedding_size, kernel: 7, stride: 2 }
    return graph.node('MaxPool', [convolutionLayer(context, pixels, options)], {
      kernel_shape: [3, 3],
      strides: [2, 2],
      pads: [1, 1, 1, 1],
    })
  })
  let x = stem
  let channels: number = config.embedding_size
  config.hidden_sizes.forEach((outputChannels, stage) => {
    for (let layer = 0; layer < config.depths[stage]!; layer++) {
      const stride = layer === 0 && stage > 0 ? 2 : 1
      x = graph.scope(`resnet.encoder.stages.${stage}.layers.${layer}`, () => bottleneck(context, x, channels, outputChannels, stride))
      channels = outputChannels
    }
  })
  const pooled = graph.node('Flatten', [graph.node('GlobalAveragePool', [x])], { axis: 1 })
  graph.output('logits', linear(context, pooled, { name: 'classifier.1', inputSize: channels, outputSize: labels }), 'float32', [
    batch,
    labels,
  ])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'resnet',
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
    transformersJs: { autoClass: 'AutoModelForImageClassification', modelClass: 'ResNetForImageClassification' },
    note: 'height and width are free, from 32 on',
  },
]
