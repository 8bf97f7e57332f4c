import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate } from './activation.ts'
import { swapLast } from './arithmetic.ts'
import { convolution } from './convolution.ts'
import { groupNorm, layerNorm } from './norm.ts'

export interface WaveformEncoderOptions {
  /** Channels, kernel and stride of each layer. */
  readonly channels: readonly number[]
  readonly kernels: readonly number[]
  readonly strides: readonly number[]
  /** @default false */
  readonly bias?: boolean
  /** `group`: each channel over time, in the first layer alone; `layer`: all channels at each step, in every layer. @default 'group' */
  readonly norm?: 'group' | 'layer'
}

/**
 * wav2vec 2.0's feature encoder under `conv_layers`: strided convolutions with GELU, the first one's channels normalised over time
 * (Baevski et al. 2020, arXiv:2006.11477, §2): `[batch, samples] → [batch, channels, frames]`.
 */
export function waveformEncoder(
  context: GraphContext,
  samples: Value,
  { channels, kernels, strides, bias = false, norm = 'group' }: WaveformEncoderOptions,
): Value {
  const { graph } = context
  const mono = graph.node('Unsqueeze', [samples, graph.constant('int64', [1])])
  return channels.reduce(
    (x, outputChannels, index) =>
      graph.scope(`conv_layers.${index}`, () => {
        const inputChannels = index === 0 ? 1 : channels[index - 1]!
        const convolved = convolution(context, x, {
          name: 'conv',
          inputChannels,
          outputChannels,
          kernel: [kernels[index]!],
          stride: strides[index]!,
          bias,
        })
        const normal =
          norm === 'layer'
            ? swapLast(
                context,
                layerNorm(context, swapLast(context, convolved), { name: 'layer_norm', size: outputChannels, epsilon: 1e-5 }),
              )
            : index === 0
              ? groupNorm(context, convolved, {
                  name: 'layer_norm',
                  size: outputChannels,
                  groups: outputChannels,
                  epsilon: 1e-5,
                  spatialAxes: 1,
                })
              : convolved
        return activate(context, normal, 'gelu')
      }),
    mono,
  )
}

export interface ConvolutionalPositionOptions {
  readonly size: number
  readonly kernel: number
  readonly groups: number
}

/**
 * wav2vec 2.0's relative positions, to be added to `x`: a grouped convolution over time and GELU (arXiv:2006.11477, §2): `[batch, length, size]` keeps its shape.
 * Upstream keeps the weight as direction and length (weight norm); here they are multiplied, as exporters leave them.
 */
export function convolutionalPositions(context: GraphContext, x: Value, { size, kernel, groups }: ConvolutionalPositionOptions): Value {
  const { graph } = context
  const channelsFirst = graph.node('Transpose', [x], { perm: [0, 2, 1] })
  const padding = Math.floor(kernel / 2)
  const convolved = convolution(context, channelsFirst, {
    name: 'conv',
    inputChannels: size,
    outputChannels: size,
    kernel: [kernel],
    padding,
    groups,
  })
  // an even kernel with padding on both sides makes one step too many
  const trimmed =
    kernel % 2 === 1
      ? convolved
      : graph.node('Slice', [convolved, graph.constant('int64', [0]), graph.constant('int64', [-1]), graph.constant('int64', [2])])
  return graph.node('Transpose', [activate(context, trimmed, 'gelu')], { perm: [0, 2, 1] })
}
