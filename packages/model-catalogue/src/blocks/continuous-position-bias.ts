import type { Value } from '@vitest-hardware/onnx-graph'
import { log } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { linear } from './linear.ts'
import { windowOffsets } from './shifted-window.ts'

export interface ContinuousBiasOptions {
  readonly window: number
  readonly heads: number
  /** Fixed in upstream's code. @default 512 */
  readonly innerSize?: number
}

/** Offsets of two tokens of a window, by row and column, from -8 to 8 and then by the signed log₂(1 + |x|) / 3: `(2·window - 1)² × 2` numbers. */
export function logSpacedOffsets(window: number): Float32Array {
  const count = 2 * window - 1
  const spaced = (offset: number): number => {
    const scaled = (8 * offset) / (window - 1)
    return (Math.sign(scaled) * log(Math.abs(scaled) + 1)) / (3 * log(2))
  }
  return Float32Array.from({ length: count * count * 2 }, (_, index) => {
    const cell = Math.floor(index / 2)
    return spaced((index % 2 === 0 ? Math.floor(cell / count) : cell % count) - window + 1)
  })
}

/** A small network's bias by log-spaced offset: float32 `[1, heads, window², window²]`, 16·sigmoid of it (Liu et al. 2022, arXiv:2111.09883, §3.3). */
export function continuousPositionBias(context: GraphContext, { window, heads, innerSize = 512 }: ContinuousBiasOptions): Value {
  const { graph } = context
  const rows = (2 * window - 1) ** 2
  const area = window * window
  const offsets = context.fixed('relative_coords_table', { type: 'float32', dims: [rows, 2], data: logSpacedOffsets(window) })
  const table = graph.scope('continuous_position_bias_mlp', () => {
    const inner = graph.node('Relu', [linear(context, offsets, { name: '0', inputSize: 2, outputSize: innerSize })])
    return linear(context, inner, { name: '2', inputSize: innerSize, outputSize: heads, bias: false })
  })
  const index = context.fixed('relative_position_index', {
    type: 'int64',
    dims: [area, area],
    data: BigInt64Array.from(windowOffsets(window), BigInt),
  })
  const picked = graph.node('Transpose', [graph.node('Gather', [table, index], { axis: 0 })], { perm: [2, 0, 1] })
  const bias = graph.node('Mul', [graph.node('Sigmoid', [picked]), graph.constant('float32', 16)])
  return graph.node('Unsqueeze', [bias, graph.constant('int64', [0])])
}
