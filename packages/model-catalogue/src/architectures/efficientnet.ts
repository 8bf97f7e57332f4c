import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { batchNorm } from '../blocks/batch-norm.ts'
import { squeezeExcite } from '../blocks/squeeze-excite.ts'
import type { GraphContext } from '../graph-context.ts'
import type { FeatureMap } from '../heads/vision.ts'
import { divisibleChannels } from './mobilenet.ts'

/** A network scaled in width and depth (Tan & Le 2019, arXiv:1905.11946). */
export interface EfficientNetSpec {
  /** @default 3 */
  readonly channels?: number
  readonly width: number
  readonly depth: number
  /** One number for each stage. */
  readonly kernels: readonly number[]
  readonly inputs: readonly number[]
  readonly outputs: readonly number[]
  readonly strides: readonly number[]
  readonly repeats: readonly number[]
  readonly expansions: readonly number[]
  readonly squeezeRatio: number
  readonly activation: Activation
  readonly epsilon: number
  /** The layer that widens the last stage's channels. @default true */
  readonly top?: boolean
}

interface UnitOptions {
  readonly names: readonly [convolution: string, norm: string]
  readonly from: number
  readonly to: number
  readonly kernel: number
  readonly stride?: number
  readonly groups?: number
  readonly activated?: boolean
  /** Of the norm. SiLU leaves a bit more than a third of its input's power. @default 0.35 */
  readonly variance?: number
  /** Zeros before and behind each axis, `[before, behind]`. @default the same on both sides, keeping the size at stride 1 */
  readonly pads?: readonly [number, number]
}

function unit(context: GraphContext, x: Value, { activation, epsilon }: EfficientNetSpec, options: UnitOptions): Value {
  const { names, from, to, kernel, stride = 1, groups = 1, activated = true, variance = 0.35 } = options
  const half = Math.floor(kernel / 2)
  const [before, behind] = options.pads ?? [half, half]
  const { graph } = context
  const weight = graph.scope(names[0], () => context.weight('weight', [to, from / groups, kernel, kernel]))
  const convolved = graph.node('Conv', [x, weight], {
    kernel_shape: [kernel, kernel],
    strides: [stride, stride],
    pads: [before, before, behind, behind],
    group: groups,
  })
  const normal = batchNorm(context, convolved, { name: names[1], size: to, epsilon, variance })
  return activated ? activate(context, normal, activation) : normal
}

interface BlockSizes {
  readonly from: number
  readonly to: number
  readonly kernel: number
  readonly stride: number
  readonly expansion: number
  readonly isFirst: boolean
}

/** Widen, filter each channel, gate the channels, narrow (arXiv:1905.11946, §4, after MnasNet's MBConv). */
function block(
  context: GraphContext,
  x: Value,
  spec: EfficientNetSpec,
  { from, to, kernel, stride, expansion, isFirst }: BlockSizes,
): Value {
  const { graph } = context
  const wide = from * expansion
  const widened =
    expansion === 1
      ? x
      : graph.scope('expansion', () => unit(context, x, spec, { names: ['expand_conv', 'expand_bn'], from, to: wide, kernel: 1 }))
  const half = Math.floor(kernel / 2)
  const filtered = graph.scope('depthwise_conv', () =>
    unit(context, widened, spec, {
      names: ['depthwise_conv', 'depthwise_norm'],
      from: wide,
      to: wide,
      kernel,
      stride,
      groups: wide,
      // as TensorFlow pads images of even size
      ...(stride === 2 ? { pads: [half - 1, half] as const } : {}),
    }),
  )
  const gated = graph.scope('squeeze_excite', () =>
    squeezeExcite(context, filtered, {
      channels: wide,
      reduced: Math.max(1, Math.floor(from * spec.squeezeRatio)),
      names: { reduce: 'reduce', expand: 'expand' },
      activation: spec.activation,
    }),
  )
  // gates of about a half leave a quarter of that
  const project = { names: ['project_conv', 'project_bn'], from: wide, to, kernel: 1, activated: false, variance: 0.09 } as const
  const narrow = graph.scope('projection', () => unit(context, gated, spec, project))
  return stride === 1 && !isFirst ? graph.node('Add', [narrow, x]) : narrow
}

/** Channels behind the last layer. */
export function efficientNetSize({ width }: EfficientNetSpec): number {
  return divisibleChannels(1280, width)
}

/** Stem, blocks and the widening layer behind them. */
export function efficientNet(context: GraphContext, pixels: Value, spec: EfficientNetSpec): FeatureMap {
  const { graph } = context
  const scaled = (channels: number): number => divisibleChannels(channels, spec.width)
  let x = graph.scope('embeddings', () =>
    unit(context, pixels, spec, {
      names: ['convolution', 'batchnorm'],
      from: spec.channels ?? 3,
      to: scaled(32),
      kernel: 3,
      stride: 2,
      pads: [0, 1],
    }),
  )
  let count = 0
  let last = 0
  let total = 2
  spec.inputs.forEach((inputs, stage) => {
    const to = scaled(spec.outputs[stage]!)
    total *= spec.strides[stage]!
    for (let repeat = 0; repeat < Math.ceil(spec.depth * spec.repeats[stage]!); repeat++) {
      const isFirst = repeat === 0
      const sizes = {
        from: isFirst ? scaled(inputs) : to,
        to,
        kernel: spec.kernels[stage]!,
        stride: isFirst ? spec.strides[stage]! : 1,
        expansion: spec.expansions[stage]!,
        isFirst,
      }
      x = graph.scope(`encoder.blocks.${count}`, () => block(context, x, spec, sizes))
      count++
    }
    last = to
  })
  if (spec.top === false) return { value: x, channels: last, stride: total }
  const size = efficientNetSize(spec)
  const value = graph.scope('encoder', () => unit(context, x, spec, { names: ['top_conv', 'top_bn'], from: last, to: size, kernel: 1 }))
  return { value, channels: size, stride: total }
}
