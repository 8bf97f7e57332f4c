import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate } from './activation.ts'
import { convolution } from './convolution.ts'
import { linear } from './linear.ts'
import { groupNorm } from './norm.ts'

export interface ResidualBlockOptions {
  readonly inputChannels: number
  readonly outputChannels: number
  readonly groups: number
  readonly epsilon: number
  /** Embedding of the timestep `[batch, size]`, added between the convolutions. @default none */
  readonly time?: { readonly embedding: Value; readonly size: number }
}

/**
 * Diffusers' `ResnetBlock2D` in the current scope: norm, SiLU, convolution, twice, beside a shortcut: `[batch, inputChannels, height, width] → [batch, outputChannels, height, width]`
 * (Ho et al. 2020, arXiv:2006.11239, appendix B).
 */
export function residualBlock(
  context: GraphContext,
  x: Value,
  { inputChannels, outputChannels, groups, epsilon, time }: ResidualBlockOptions,
): Value {
  const { graph } = context
  const half = (input: Value, index: 1 | 2, channels: number): Value => {
    const normal = activate(context, groupNorm(context, input, { name: `norm${index}`, size: channels, epsilon, groups }), 'silu')
    return convolution(context, normal, { name: `conv${index}`, inputChannels: channels, outputChannels, kernel: [3, 3], padding: 1 })
  }
  const first = half(x, 1, inputChannels)
  const timed = time === undefined ? first : graph.node('Add', [first, timeShift(context, time, outputChannels)])
  const second = half(timed, 2, outputChannels)
  const shortcut =
    inputChannels === outputChannels ? x : convolution(context, x, { name: 'conv_shortcut', inputChannels, outputChannels, kernel: [1, 1] })
  return graph.node('Add', [shortcut, second])
}

function timeShift(
  context: GraphContext,
  { embedding, size }: { readonly embedding: Value; readonly size: number },
  outputChannels: number,
): Value {
  const { graph } = context
  const shift = linear(context, activate(context, embedding, 'silu'), {
    name: 'time_emb_proj',
    inputSize: size,
    outputSize: outputChannels,
  })
  return graph.node('Unsqueeze', [shift, graph.constant('int64', [2, 3])])
}

/** A convolution of stride 2: height and width halved, rounded up. */
export function downsample(context: GraphContext, x: Value, channels: number): Value {
  return convolution(context, x, { name: 'conv', inputChannels: channels, outputChannels: channels, kernel: [3, 3], stride: 2, padding: 1 })
}

/** Each pixel fourfold, then a convolution: height and width doubled. */
export function upsample(context: GraphContext, x: Value, channels: number): Value {
  const { graph } = context
  const doubled = graph.node('Resize', [x, '', graph.constant('float32', [1, 1, 2, 2])], {
    mode: 'nearest',
    coordinate_transformation_mode: 'asymmetric',
    nearest_mode: 'floor',
  })
  return convolution(context, doubled, { name: 'conv', inputChannels: channels, outputChannels: channels, kernel: [3, 3], padding: 1 })
}
