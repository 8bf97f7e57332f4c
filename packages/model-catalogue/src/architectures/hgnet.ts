import type { Value } from '@vitest-hardware/onnx-graph'
import { convolutionUnit, type ConvolutionUnitOptions } from '../blocks/convolution-unit.ts'
import type { Activation } from '../blocks/activation.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap } from '../heads/vision.ts'

/** PaddlePaddle's network that joins all layers of a block (upstream's `HGNetV2`). One number for each stage where lists stand. */
export interface HgNetSpec {
  /** Channels of the image, within the stem and behind it. */
  readonly stem: readonly [number, number, number]
  readonly inputs: readonly number[]
  readonly middles: readonly number[]
  readonly outputs: readonly number[]
  readonly blocks: readonly number[]
  readonly downsample: readonly boolean[]
  /** Whether layers are a 1 × 1 and a depthwise convolution. */
  readonly light: readonly boolean[]
  readonly kernels: readonly number[]
  readonly layers: readonly number[]
  readonly activation: Activation
  /** A learned factor and offset behind each activation. */
  readonly affine: boolean
}

function unit(context: GraphContext, x: Value, spec: HgNetSpec, options: ConvolutionUnitOptions): Value {
  const { graph } = context
  const activation = options.activation === undefined ? spec.activation : options.activation
  const y = convolutionUnit(context, x, { ...options, activation })
  if (!spec.affine || activation === null) return y
  return graph.scope(`${options.name}.lab`, () => {
    const scaled = graph.node('Mul', [context.weight('scale', [1], { mean: 1 }), y])
    return graph.node('Add', [scaled, context.weight('bias', [1])])
  })
}

/** One row and column of zeros behind the last. */
function padBehind(context: GraphContext, x: Value): Value {
  return context.graph.node('Pad', [x, context.graph.constant('int64', [0, 0, 0, 0, 0, 0, 1, 1])], { mode: 'constant' })
}

function stem(context: GraphContext, pixels: Value, spec: HgNetSpec): Value {
  const { graph } = context
  const [channels, inner, to] = spec.stem
  const convolve = (x: Value, name: string, inputChannels: number, outputChannels: number, kernel: number, stride = 1): Value =>
    unit(context, x, spec, { name, inputChannels, outputChannels, kernel, stride })
  const first = padBehind(context, convolve(pixels, 'stem1', channels, inner, 3, 2))
  const narrow = padBehind(context, convolve(first, 'stem2a', inner, inner / 2, 2))
  const second = convolve(narrow, 'stem2b', inner / 2, inner, 2)
  const pooled = graph.node('MaxPool', [first], { kernel_shape: [2, 2], strides: [1, 1], ceil_mode: 1 })
  const joined = graph.node('Concat', [pooled, second], { axis: 1 })
  return convolve(convolve(joined, 'stem3', 2 * inner, inner, 3, 2), 'stem4', inner, to, 1)
}

function block(context: GraphContext, x: Value, spec: HgNetSpec, stage: number, from: number, isFirst: boolean): Value {
  const { graph } = context
  const [middle, to, kernel] = [spec.middles[stage]!, spec.outputs[stage]!, spec.kernels[stage]!]
  const seen = [x]
  for (let index = 0; index < spec.layers[stage]!; index++) {
    const input = seen.at(-1)!
    const sizes = { inputChannels: index === 0 ? from : middle, outputChannels: middle }
    const name = `layers.${index}`
    if (spec.light[stage]) {
      const narrow = unit(context, input, spec, { name: `${name}.conv1`, ...sizes, kernel: 1, activation: null })
      const filter = { name: `${name}.conv2`, inputChannels: middle, outputChannels: middle, kernel, groups: middle }
      seen.push(unit(context, narrow, spec, filter))
    } else seen.push(unit(context, input, spec, { name, ...sizes, kernel }))
  }
  const joined = graph.node('Concat', seen, { axis: 1 })
  const total = from + spec.layers[stage]! * middle
  const squeezed = unit(context, joined, spec, { name: 'aggregation.0', inputChannels: total, outputChannels: to / 2, kernel: 1 })
  const opened = unit(context, squeezed, spec, { name: 'aggregation.1', inputChannels: to / 2, outputChannels: to, kernel: 1 })
  return isFirst ? opened : graph.node('Add', [opened, x])
}

/** All stages' outputs, the finest first. */
export function hgNet(context: GraphContext, pixels: Value, spec: HgNetSpec): FeatureMap[] {
  const { graph } = context
  let x = graph.scope('embedder', () => stem(context, pixels, spec))
  let total = 4
  return spec.outputs.map((channels, stage) =>
    graph.scope(`encoder.stages.${stage}`, () => {
      const from = spec.inputs[stage]!
      if (spec.downsample[stage]) {
        total *= 2
        const options = { inputChannels: from, outputChannels: from, kernel: 3, stride: 2, groups: from, activation: null }
        x = unit(context, x, spec, { name: 'downsample', ...options })
      }
      for (let index = 0; index < spec.blocks[stage]!; index++)
        x = graph.scope(`blocks.${index}`, () => block(context, x, spec, stage, index === 0 ? from : channels, index === 0))
      return { value: x, channels, stride: total }
    }),
  )
}
