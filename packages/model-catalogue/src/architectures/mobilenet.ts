import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { batchNorm } from '../blocks/batch-norm.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap } from '../heads/vision.ts'

export interface MobileNetUnitOptions {
  readonly name: string
  readonly inputChannels: number
  readonly outputChannels: number
  readonly kernel: number
  /** @default 1 */
  readonly stride?: number
  /** @default 1 */
  readonly groups?: number
  /** @default 1 */
  readonly dilation?: number
  /** @default true */
  readonly activated?: boolean
  readonly activation: Activation
  readonly epsilon: number
}

/** Convolution padded as TensorFlow's `SAME` does, more behind than before where it strides, then batch norm and activation (upstream's `tf_padding`). */
export function mobileNetUnit(context: GraphContext, x: Value, options: MobileNetUnitOptions): Value {
  const {
    name,
    inputChannels,
    outputChannels,
    kernel,
    stride = 1,
    groups = 1,
    dilation = 1,
    activated = true,
    activation,
    epsilon,
  } = options
  const { graph } = context
  return graph.scope(name, () => {
    const weight = graph.scope('convolution', () => context.weight('weight', [outputChannels, inputChannels / groups, kernel, kernel]))
    const convolved = graph.node('Conv', [x, weight], {
      kernel_shape: [kernel, kernel],
      strides: [stride, stride],
      dilations: [dilation, dilation],
      group: groups,
      auto_pad: 'SAME_UPPER',
    })
    // on small images a good part of a kernel lies on the padding, and gives nothing
    const variance = kernel === 1 ? 0.5 : 0.2
    const normal = batchNorm(context, convolved, { name: 'normalization', size: outputChannels, epsilon, variance })
    return activated ? activate(context, normal, activation) : normal
  })
}

/** Channels times a factor, a multiple of `divisor`, at least `least` and never under nine tenths of what was asked for (upstream's `make_divisible`). */
export function divisibleChannels(channels: number, factor: number, divisor = 8, least = divisor): number {
  const asked = channels * factor
  const near = Math.max(least, Math.floor((asked + divisor / 2) / divisor) * divisor)
  return near < 0.9 * asked ? near + divisor : near
}

export interface MobileNetSpec {
  /** @default 3 */
  readonly channels?: number
  /** Factor on all channels. */
  readonly multiplier: number
  readonly leastChannels: number
  readonly activation: Activation
  readonly epsilon: number
}

const strides = [1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1]

/** MobileNet's thirteen depthwise and pointwise pairs (Howard et al. 2017, arXiv:1704.04861, Table 1). */
export function mobileNetV1(context: GraphContext, pixels: Value, spec: MobileNetSpec): FeatureMap {
  const { channels = 3, multiplier, leastChannels, activation, epsilon } = spec
  const scaled = (size: number): number => Math.max(Math.round(size * multiplier), leastChannels)
  const shared = { activation, epsilon }
  let depth = 32
  let x = mobileNetUnit(context, pixels, {
    name: 'conv_stem',
    inputChannels: channels,
    outputChannels: scaled(depth),
    kernel: 3,
    stride: 2,
    ...shared,
  })
  strides.forEach((stride, index) => {
    const inputChannels = scaled(depth)
    if (stride === 2 || index === 0) depth *= 2
    const sizes = { inputChannels, outputChannels: inputChannels, groups: inputChannels }
    x = mobileNetUnit(context, x, { name: `layer.${2 * index}`, ...sizes, kernel: 3, stride, ...shared })
    x = mobileNetUnit(context, x, { name: `layer.${2 * index + 1}`, inputChannels, outputChannels: scaled(depth), kernel: 1, ...shared })
  })
  return { value: x, channels: scaled(depth), stride: 32 }
}

export interface InvertedResidualOptions {
  readonly inputChannels: number
  readonly outputChannels: number
  readonly stride: number
  readonly expandRatio: number
  readonly activation: Activation
  readonly epsilon: number
  /** @default 1 */
  readonly dilation?: number
}

const channelsOf = [16, 24, 24, 32, 32, 32, 64, 64, 64, 64, 96, 96, 96, 160, 160, 160, 320]
const stridesOf = [2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1]

/** Widen, filter each channel, narrow without activation; added to the input where shapes agree (Sandler et al. 2018, arXiv:1801.04381, §3.3). */
function invertedResidual(context: GraphContext, x: Value, options: InvertedResidualOptions): Value {
  const { inputChannels, outputChannels, stride, expandRatio, dilation = 1, activation, epsilon } = options
  const wide = divisibleChannels(Math.round(inputChannels * expandRatio), 1)
  const shared = { activation, epsilon }
  const expanded = mobileNetUnit(context, x, { name: 'expand_1x1', inputChannels, outputChannels: wide, kernel: 1, ...shared })
  const filter = { name: 'conv_3x3', inputChannels: wide, outputChannels: wide, kernel: 3, groups: wide, stride, dilation, ...shared }
  const filtered = mobileNetUnit(context, expanded, filter)
  const narrow = { name: 'reduce_1x1', inputChannels: wide, outputChannels, kernel: 1, activated: false, ...shared }
  const reduced = mobileNetUnit(context, filtered, narrow)
  return stride === 1 && inputChannels === outputChannels ? context.graph.node('Add', [x, reduced]) : reduced
}

/** MobileNet V2's sixteen inverted residuals (arXiv:1801.04381, Table 2), the widening layer behind them excluded. */
export function mobileNetV2(context: GraphContext, pixels: Value, spec: MobileNetSpec & { readonly expandRatio: number }): FeatureMap {
  const { graph } = context
  const { channels = 3, multiplier, leastChannels, activation, epsilon, expandRatio } = spec
  const sizes = channelsOf.map((size) => divisibleChannels(Math.round(size * multiplier), 1, 8, leastChannels))
  const shared = { activation, epsilon }
  const stem = divisibleChannels(Math.round(32 * multiplier), 1, 8, leastChannels)
  let x = graph.scope('conv_stem', () => {
    const first = mobileNetUnit(context, pixels, {
      name: 'first_conv',
      inputChannels: channels,
      outputChannels: stem,
      kernel: 3,
      stride: 2,
      ...shared,
    })
    const each = mobileNetUnit(context, first, {
      name: 'conv_3x3',
      inputChannels: stem,
      outputChannels: stem,
      kernel: 3,
      groups: stem,
      ...shared,
    })
    return mobileNetUnit(context, each, {
      name: 'reduce_1x1',
      inputChannels: stem,
      outputChannels: sizes[0]!,
      kernel: 1,
      activated: false,
      ...shared,
    })
  })
  stridesOf.forEach((stride, index) => {
    const options = { inputChannels: sizes[index]!, outputChannels: sizes[index + 1]!, stride, expandRatio, ...shared }
    x = graph.scope(`layer.${index}`, () => invertedResidual(context, x, options))
  })
  return { value: x, channels: sizes.at(-1)!, stride: 32 }
}
