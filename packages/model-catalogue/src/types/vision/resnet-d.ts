import type { Value } from '@vitest-hardware/onnx-graph'
import { convolutionUnit } from '../../blocks/convolution-unit.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { FeatureMap } from '../../heads/vision.ts'
import type { ModelType } from '../../model-type.ts'
import { visionType } from './vision-type.ts'

const [image, stem] = [64, 8]
const sizes = [16, 24, 32, 48] as const

/** A shortcut that averages before it strides, so that no pixel is left out (He et al. 2018, arXiv:1812.01187, §4.2, ResNet-D). */
function shortcut(context: GraphContext, x: Value, from: number, to: number, stride: number): Value {
  if (from === to && stride === 1) return x
  const pooled = stride === 1 ? x : context.graph.node('AveragePool', [x], { kernel_shape: [2, 2], strides: [2, 2], ceil_mode: 1 })
  return convolutionUnit(context, pooled, {
    name: stride === 1 ? 'shortcut' : 'shortcut.1',
    inputChannels: from,
    outputChannels: to,
    kernel: 1,
    activation: null,
  })
}

function bottleneck(context: GraphContext, x: Value, from: number, to: number, stride: number): Value {
  const { graph } = context
  const narrow = to / 4
  const first = convolutionUnit(context, x, { name: 'layer.0', inputChannels: from, outputChannels: narrow, kernel: 1 })
  const second = convolutionUnit(context, first, { name: 'layer.1', inputChannels: narrow, outputChannels: narrow, kernel: 3, stride })
  const third = convolutionUnit(context, second, {
    name: 'layer.2',
    inputChannels: narrow,
    outputChannels: to,
    kernel: 1,
    activation: null,
  })
  return graph.node('Relu', [graph.node('Add', [third, shortcut(context, x, from, to, stride)])])
}

/** Three small convolutions and a pool, then stages of bottlenecks (arXiv:1812.01187, §4.2, ResNet-C's stem). */
export function deepStemMaps(context: GraphContext, pixels: Value): FeatureMap[] {
  const { graph } = context
  let x = graph.scope('embedder', () => {
    const unit = (value: Value, name: string, from: number, to: number, stride: number): Value =>
      convolutionUnit(context, value, { name, inputChannels: from, outputChannels: to, kernel: 3, stride })
    const deep = unit(
      unit(unit(pixels, 'embedder.0', 3, stem / 2, 2), 'embedder.1', stem / 2, stem / 2, 1),
      'embedder.2',
      stem / 2,
      stem,
      1,
    )
    return graph.node('MaxPool', [deep], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] })
  })
  let from: number = stem
  let total = 4
  return sizes.map((to, stage) => {
    const stride = stage === 0 ? 1 : 2
    for (let layer = 0; layer < 2; layer++) {
      x = graph.scope(`encoder.stages.${stage}.layers.${layer}`, () => bottleneck(context, x, from, to, layer === 0 ? stride : 1))
      from = to
    }
    total *= stride
    return { value: x, channels: to, stride: total }
  })
}

function backbone(context: GraphContext): void {
  deepStemMaps(context, pixelsInput(context, { channels: 3, size: image })).forEach(({ value, channels, stride }, level) =>
    context.graph.output(`feature_maps.${level}`, value, 'float32', [batch, channels, image / stride, image / stride]),
  )
}

/** Fields of the backbone's config. */
export const deepStemConfig = {
  num_channels: 3,
  embedding_size: stem,
  hidden_sizes: sizes,
  depths: [2, 2, 2, 2],
  layer_type: 'bottleneck',
  hidden_act: 'relu',
  downsample_in_first_stage: false,
  downsample_in_bottleneck: false,
} as const

export const modelTypes: readonly ModelType[] = [
  visionType({
    type: 'rt_detr_resnet',
    config: {
      ...deepStemConfig,
      image_size: image,
      out_features: ['stage1', 'stage2', 'stage3', 'stage4'],
    },
    heads: { backbone: { architecture: 'RTDetrResNetBackbone', graphs: [{ name: 'model', build: backbone }] } },
    defaultTask: 'backbone',
    processor: null,
    transformersJs: null,
    quirk: {
      graphOptimizationLevel: 'disabled',
      reason:
        'ONNX Runtime 1.30 folds a sum and its ReLU into a convolution even where the ReLU is an output of the graph, and then refuses the graph',
    },
    note: 'a deep stem, and shortcuts that average before they stride',
  }),
]
