import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { add, swapLast } from './arithmetic.ts'
import { convolution } from './convolution.ts'
import { transposedSound } from './transposed-sound.ts'

/** Sizes of SEANet's two halves. */
export interface CausalCodecSizes {
  readonly filters: number
  readonly size: number
  /** From the decoder's first stage to its last. */
  readonly ratios: readonly number[]
  readonly kernel: number
  readonly lastKernel: number
  readonly residualKernel: number
  /** Whether a residual has a convolution of its own. */
  readonly shortcut: boolean
  /** Layers of a recurrent network between the convolutions. */
  readonly recurrentLayers: number
  readonly padding: 'reflect' | 'constant'
}

interface Causal {
  readonly name: string
  readonly inputChannels: number
  readonly outputChannels: number
  readonly kernel: number
  readonly stride?: number
  readonly bias?: boolean
  readonly mode: 'reflect' | 'constant' | 'edge'
}

/** A convolution that sees no later sample; the end is filled up to a whole stride. */
export function causalStrided(context: GraphContext, x: Value, { kernel, stride = 1, mode, ...options }: Causal): Value {
  const { graph } = context
  const before = kernel - stride
  const padded =
    stride === 1
      ? graph.node('Pad', [x, graph.constant('int64', [0, 0, before, 0, 0, 0])], { mode })
      : graph.node(
          'Pad',
          [x, graph.node('Concat', [graph.constant('int64', [0, 0, before, 0, 0]), missing(context, x, stride)], { axis: 0 })],
          { mode },
        )
  return convolution(context, padded, { ...options, kernel: [kernel], stride })
}

/** How many steps are missing for a whole stride. */
function missing(context: GraphContext, x: Value, stride: number): Value {
  const { graph } = context
  return graph.node('Mod', [graph.node('Neg', [graph.node('Shape', [x], { start: 2, end: 3 })]), graph.constant('int64', [stride])])
}

/** A transposed convolution whose last steps, which later samples would change, are cut off. */
export function causalUpsampling(
  context: GraphContext,
  x: Value,
  {
    stride,
    ...options
  }: {
    readonly name: string
    readonly inputChannels: number
    readonly outputChannels: number
    readonly kernel: number
    readonly stride: number
    readonly groups?: number
    readonly bias?: boolean
  },
): Value {
  const { graph } = context
  const up = transposedSound(context, x, { ...options, stride })
  const end = graph.constant('int64', [stride - options.kernel])
  return graph.node('Slice', [up, graph.constant('int64', [0]), end, graph.constant('int64', [2])])
}

const elu = (context: GraphContext, x: Value): Value => context.graph.node('Elu', [x])

function residual(context: GraphContext, x: Value, channels: number, sizes: CausalCodecSizes): Value {
  const { padding: mode, residualKernel, shortcut } = sizes
  const hidden = channels / 2
  const first = causalStrided(context, elu(context, x), {
    name: 'block.1.conv',
    inputChannels: channels,
    outputChannels: hidden,
    kernel: residualKernel,
    mode,
  })
  const second = causalStrided(context, elu(context, first), {
    name: 'block.3.conv',
    inputChannels: hidden,
    outputChannels: channels,
    kernel: 1,
    mode,
  })
  const beside = shortcut
    ? causalStrided(context, x, { name: 'shortcut.conv', inputChannels: channels, outputChannels: channels, kernel: 1, mode })
    : x
  return add(context, beside, second)
}

/** LSTM layers over time, added to what they read: `[batch, channels, frames]`. */
function recurrent(context: GraphContext, x: Value, channels: number, layers: number): Value {
  const { graph } = context
  let y = graph.node('Transpose', [x], { perm: [2, 0, 1] })
  for (let layer = 0; layer < layers; layer++) {
    const weights = [
      context.weight(`weight_ih_l${layer}`, [1, 4 * channels, channels], { std: 1 / Math.sqrt(channels) }),
      context.weight(`weight_hh_l${layer}`, [1, 4 * channels, channels], { std: 1 / Math.sqrt(channels) }),
      context.weight(`bias_l${layer}`, [1, 8 * channels], { std: 0.1 }),
    ]
    y = graph.node('Squeeze', [graph.node('LSTM', [y, ...weights], { hidden_size: channels }), graph.constant('int64', [1])])
  }
  return add(context, graph.node('Transpose', [y], { perm: [1, 2, 0] }), x)
}

/** SEANet's encoder as EnCodec has it (Défossez et al. 2022, arXiv:2210.13438, §3.1): `[batch, 1, samples] → [batch, size, frames]`. */
export function causalEncoder(context: GraphContext, samples: Value, sizes: CausalCodecSizes): Value {
  const { graph } = context
  const { filters, size, ratios, kernel, lastKernel, padding: mode, recurrentLayers } = sizes
  let channels = filters
  let index = 0
  const next = (body: () => Value): Value => graph.scope(`layers.${index++}`, body)
  let x = next(() => causalStrided(context, samples, { name: 'conv', inputChannels: 1, outputChannels: channels, kernel, mode }))
  for (const stride of ratios.toReversed()) {
    x = next(() => residual(context, x, channels, sizes))
    x = next(() => elu(context, x))
    x = next(() =>
      causalStrided(context, x, { name: 'conv', inputChannels: channels, outputChannels: 2 * channels, kernel: 2 * stride, stride, mode }),
    )
    channels *= 2
  }
  if (recurrentLayers > 0) x = next(() => graph.scope('lstm', () => recurrent(context, x, channels, recurrentLayers)))
  x = next(() => elu(context, x))
  return next(() => causalStrided(context, x, { name: 'conv', inputChannels: channels, outputChannels: size, kernel: lastKernel, mode }))
}

/** The mirror image of {@link causalEncoder}: `[batch, size, frames] → [batch, 1, samples]`. */
export function causalDecoder(context: GraphContext, latent: Value, sizes: CausalCodecSizes): Value {
  const { graph } = context
  const { filters, size, ratios, kernel, lastKernel, padding: mode, recurrentLayers } = sizes
  let channels = filters * 2 ** ratios.length
  let index = 0
  const next = (body: () => Value): Value => graph.scope(`layers.${index++}`, body)
  let x = next(() => causalStrided(context, latent, { name: 'conv', inputChannels: size, outputChannels: channels, kernel, mode }))
  if (recurrentLayers > 0) x = next(() => graph.scope('lstm', () => recurrent(context, x, channels, recurrentLayers)))
  for (const stride of ratios) {
    x = next(() => elu(context, x))
    x = next(() =>
      causalUpsampling(context, x, { name: 'conv', inputChannels: channels, outputChannels: channels / 2, kernel: 2 * stride, stride }),
    )
    channels /= 2
    x = next(() => residual(context, x, channels, sizes))
  }
  x = next(() => elu(context, x))
  return next(() => causalStrided(context, x, { name: 'conv', inputChannels: channels, outputChannels: 1, kernel: lastKernel, mode }))
}

/** The first samples of `x`, as many as `like` has. */
export function asLongAs(context: GraphContext, x: Value, like: Value): Value {
  const { graph } = context
  const end = graph.node('Shape', [like], { start: 2, end: 3 })
  return graph.node('Slice', [x, graph.constant('int64', [0]), end, graph.constant('int64', [2])])
}

/** `[batch, channels, frames]` through a transformer over frames and back. */
export function overFrames(context: GraphContext, x: Value, body: (frames: Value) => Value): Value {
  return swapLast(context, body(swapLast(context, x)))
}
