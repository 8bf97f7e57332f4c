import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface ConvolutionOptions {
  /** Upstream's module name: the weights are `<scope>.<name>.weight` and `.bias`. */
  readonly name: string
  readonly inputChannels: number
  readonly outputChannels: number
  /** One size for each axis of space or time: `[kernel]` for sound, `[height, width]` for images. */
  readonly kernel: readonly number[]
  /** The same along all axes. @default 1 */
  readonly stride?: number
  /** Zeros on both sides of all axes. @default 0 */
  readonly padding?: number
  /** The same along all axes. @default 1 */
  readonly dilation?: number
  /** `inputChannels` makes it depthwise. @default 1 */
  readonly groups?: number
  /** @default true */
  readonly bias?: boolean
}

/** Convolution as PyTorch's `Conv1d` and `Conv2d`, weight `[outputChannels, inputChannels / groups, …kernel]`: `[batch, inputChannels, …] → [batch, outputChannels, …]`. */
export function convolution(context: GraphContext, x: Value, options: ConvolutionOptions): Value {
  const { name, inputChannels, outputChannels, kernel, stride = 1, padding = 0, dilation = 1, groups = 1, bias = true } = options
  const { graph } = context
  return graph.scope(name, () => {
    const weight = context.weight('weight', [outputChannels, inputChannels / groups, ...kernel])
    const inputs = bias ? [x, weight, context.weight('bias', [outputChannels])] : [x, weight]
    const along = (value: number): number[] => kernel.map(() => value)
    return graph.node('Conv', inputs, {
      kernel_shape: kernel,
      strides: along(stride),
      pads: [...along(padding), ...along(padding)],
      dilations: along(dilation),
      group: groups,
    })
  })
}
