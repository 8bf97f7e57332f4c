import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface TransposedSoundOptions {
  /** Upstream's module name. */
  readonly name: string
  readonly inputChannels: number
  readonly outputChannels: number
  readonly kernel: number
  readonly stride: number
  /** Taken off both ends. @default 0 */
  readonly padding?: number
  /** Added behind. @default 0 */
  readonly outputPadding?: number
  readonly groups?: number
  /** @default true */
  readonly bias?: boolean
}

/** PyTorch's `ConvTranspose1d`, weight `[inputChannels, outputChannels / groups, kernel]`: a sound `stride` times as long. */
export function transposedSound(context: GraphContext, x: Value, options: TransposedSoundOptions): Value {
  const { name, inputChannels, outputChannels, kernel, stride, padding = 0, outputPadding = 0, groups = 1, bias = true } = options
  const { graph } = context
  return graph.scope(name, () => {
    const fanIn = (inputChannels / groups) * Math.max(1, kernel / stride)
    const weight = context.weight('weight', [inputChannels, outputChannels / groups, kernel], { std: 1 / Math.sqrt(fanIn) })
    return graph.node('ConvTranspose', bias ? [x, weight, context.weight('bias', [outputChannels])] : [x, weight], {
      kernel_shape: [kernel],
      strides: [stride],
      pads: [padding, padding],
      output_padding: [outputPadding],
      group: groups,
    })
  })
}
