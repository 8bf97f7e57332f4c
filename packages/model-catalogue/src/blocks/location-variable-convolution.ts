import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { add, padAxis, reshape, slice, unsqueeze } from './arithmetic.ts'

export interface LocationVariableOptions {
  /** `[batch, channels, outputChannels, kernel, frames]` */
  readonly weights: Value
  /** `[batch, outputChannels, frames]` */
  readonly biases: Value
  /** Samples of a frame. */
  readonly hop: number
  /** Odd. */
  readonly kernel: number
  readonly outputChannels: number
}

/** A convolution whose kernel changes every `hop` samples (Zeng et al. 2021, arXiv:2102.10815, §2.2): `[batch, channels, frames · hop] → [batch, outputChannels, frames · hop]`. */
export function locationVariableConvolution(
  context: GraphContext,
  x: Value,
  { weights, biases, hop, kernel, outputChannels }: LocationVariableOptions,
): Value {
  const { graph } = context
  const side = (kernel - 1) / 2
  const padded = padAxis(context, x, { rank: 3, axis: 2, before: side, after: side })
  const taps = Array.from({ length: kernel }, (_, tap) => {
    const shifted = slice(context, padded, 2, tap, tap === kernel - 1 ? undefined : tap + 1 - kernel)
    return unsqueeze(context, reshape(context, shifted, [0, 0, -1, hop]), 4)
  })
  const windows = graph.node('Concat', taps, { axis: 4 })
  const mixed = graph.node('Einsum', [windows, weights], { equation: 'bilsk,biokl->bols' })
  return reshape(context, add(context, mixed, unsqueeze(context, biases, 3)), [0, outputChannels, -1])
}
