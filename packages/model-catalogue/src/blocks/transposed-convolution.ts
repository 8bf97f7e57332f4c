import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface TransposedConvolutionOptions {
  readonly name: string
  readonly inputChannels: number
  readonly outputChannels: number
  /** Along both axes. */
  readonly kernel: number
  readonly stride: number
  /** @default 0 */
  readonly padding?: number
  /** @default true */
  readonly bias?: boolean
}

/** PyTorch's `ConvTranspose2d`, weight `[inputChannels, outputChannels, kernel, kernel]`: an image `stride` times as large. */
export function transposedConvolution(context: GraphContext, x: Value, options: TransposedConvolutionOptions): Value {
  const { name, inputChannels, outputChannels, kernel, stride, padding = 0, bias = true } = options
  const { graph } = context
  return graph.scope(name, () => {
    // each output cell sums over the input's channels and the kernel cells that reach it
    const std = 1 / Math.sqrt(inputChannels * Math.max(1, (kernel / stride) ** 2))
    const weight = context.weight('weight', [inputChannels, outputChannels, kernel, kernel], { std })
    return graph.node('ConvTranspose', bias ? [x, weight, context.weight('bias', [outputChannels])] : [x, weight], {
      kernel_shape: [kernel, kernel],
      strides: [stride, stride],
      pads: [padding, padding, padding, padding],
    })
  })
}
