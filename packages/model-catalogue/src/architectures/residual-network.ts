import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { convolutionUnit } from '../blocks/convolution-unit.ts'
import { squeezeExcite } from '../blocks/squeeze-excite.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap, VisionBody } from '../heads/vision.ts'

/** What one layer of a stage is made of. */
export type ResidualLayerKind =
  /** Two 3 × 3 convolutions (He et al. 2015, arXiv:1512.03385, Figure 5 left). */
  | { readonly kind: 'basic' }
  /** 1 × 1, 3 × 3, 1 × 1 on a quarter of the channels; the second one strides, or the first one where told. */
  | { readonly kind: 'bottleneck'; readonly strideInFirst?: boolean }
  /** Grouped 3 × 3 on all channels, with squeeze and excitation where `squeezed` (Radosavovic et al. 2020, arXiv:2003.13678, §4). */
  | { readonly kind: 'grouped'; readonly groupWidth: number; readonly squeezed: boolean }

/** A convolutional network of stages, each at half the size of the one before. */
export interface ResidualSpec {
  /** @default 3 */
  readonly channels?: number
  readonly stemSize: number
  /** `pooled`: 7 × 7 with stride 2 and a maximum pool; `single`: one 3 × 3 with stride 2. */
  readonly stem: 'pooled' | 'single'
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  readonly layer: ResidualLayerKind
  readonly activation: Activation
  readonly downsampleInFirstStage: boolean
}

/** Width of a bottleneck against its block (upstream's `reduction`). */
const reduction = 4

interface LayerSizes {
  readonly inputChannels: number
  readonly outputChannels: number
  readonly stride: number
}

function residualLayer(context: GraphContext, x: Value, { layer, activation }: ResidualSpec, sizes: LayerSizes): Value {
  const { graph } = context
  const { inputChannels, outputChannels, stride } = sizes
  const isProjected = inputChannels !== outputChannels || stride !== 1
  const shortcut = isProjected ? convolutionUnit(context, x, { name: 'shortcut', ...sizes, kernel: 1, activation: null }) : x
  const unit = (
    input: Value,
    name: string,
    from: number,
    to: number,
    kernel: number,
    options: { stride?: number; groups?: number; last?: boolean } = {},
  ): Value => {
    const { last = false, ...rest } = options
    return convolutionUnit(context, input, {
      name,
      inputChannels: from,
      outputChannels: to,
      kernel,
      ...rest,
      activation: last ? null : activation,
    })
  }
  const inner = (): Value => {
    if (layer.kind === 'basic') {
      const first = unit(x, 'layer.0', inputChannels, outputChannels, 3, { stride })
      return unit(first, 'layer.1', outputChannels, outputChannels, 3, { last: true })
    }
    if (layer.kind === 'bottleneck') {
      const narrow = outputChannels / reduction
      const [first, second] = layer.strideInFirst ? [stride, 1] : [1, stride]
      const reduced = unit(x, 'layer.0', inputChannels, narrow, 1, { stride: first })
      return unit(unit(reduced, 'layer.1', narrow, narrow, 3, { stride: second }), 'layer.2', narrow, outputChannels, 1, { last: true })
    }
    const groups = Math.max(1, outputChannels / layer.groupWidth)
    const wide = unit(unit(x, 'layer.0', inputChannels, outputChannels, 1), 'layer.1', outputChannels, outputChannels, 3, {
      stride,
      groups,
    })
    if (!layer.squeezed) return unit(wide, 'layer.2', outputChannels, outputChannels, 1, { last: true })
    const gated = graph.scope('layer.2', () =>
      squeezeExcite(context, wide, {
        channels: outputChannels,
        reduced: Math.round(inputChannels / 4),
        names: { reduce: 'attention.0', expand: 'attention.2' },
      }),
    )
    return unit(gated, 'layer.3', outputChannels, outputChannels, 1, { last: true })
  }
  return activate(context, graph.node('Add', [inner(), shortcut]), activation)
}

/** All stages' outputs, the finest first. */
export function residualFeatureMaps(context: GraphContext, pixels: Value, spec: ResidualSpec): FeatureMap[] {
  const { graph } = context
  const { channels = 3, stemSize, stem, activation, sizes, depths } = spec
  let x = graph.scope('embedder', () => {
    const options = { name: 'embedder', inputChannels: channels, outputChannels: stemSize, stride: 2, activation }
    const started = convolutionUnit(context, pixels, { ...options, kernel: stem === 'pooled' ? 7 : 3 })
    return stem === 'pooled' ? graph.node('MaxPool', [started], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] }) : started
  })
  let inputChannels = stemSize
  let total = stem === 'pooled' ? 4 : 2
  return sizes.map((outputChannels, stage) => {
    const first = stage > 0 || spec.downsampleInFirstStage ? 2 : 1
    for (let layer = 0; layer < depths[stage]!; layer++) {
      const layerSizes = { inputChannels, outputChannels, stride: layer === 0 ? first : 1 }
      x = graph.scope(`encoder.stages.${stage}.layers.${layer}`, () => residualLayer(context, x, spec, layerSizes))
      inputChannels = outputChannels
    }
    total *= first
    return { value: x, channels: outputChannels, stride: total }
  })
}

/** The heads' view: pooling that keeps its axes, a classifier behind a flattening. */
export function residualBody(spec: ResidualSpec, scope: string): VisionBody {
  const size = spec.sizes.at(-1)!
  const pooled: VisionBody['summary'] = (context, { hidden }) => ({
    value: context.graph.node('GlobalAveragePool', [hidden]),
    size,
    keepsAxes: true,
  })
  return {
    pixels: { channels: spec.channels ?? 3 },
    features: (context, pixels) => {
      const last = context.graph.scope(scope, () => residualFeatureMaps(context, pixels, spec)).at(-1)!
      return { hidden: last.value, dims: [size, 'feature_height', 'feature_width'] }
    },
    pooler: pooled,
    summary: pooled,
    classifier: 'classifier.1',
  }
}
