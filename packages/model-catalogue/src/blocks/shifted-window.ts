import type { Tensor, Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** Ends behind any axis; more would not fit the 32 bits that some backends index with. */
const largestIndex = 2 ** 31 - 1

/** A grid of tokens cut into square windows. */
export interface WindowOptions {
  /** Tokens along one side of the grid, a multiple of `window`. */
  readonly side: number
  readonly window: number
  readonly size: number
}

/** `[batch, side, side, size] → [batch·windows, window², size]`, windows row by row (Liu et al. 2021, arXiv:2103.14030, §3.2). */
export function partitionWindows(context: GraphContext, grid: Value, { side, window, size }: WindowOptions): Value {
  const { graph } = context
  const count = side / window
  const cut = graph.node('Reshape', [grid, graph.constant('int64', [-1, count, window, count, window, size])])
  return graph.node('Reshape', [
    graph.node('Transpose', [cut], { perm: [0, 1, 3, 2, 4, 5] }),
    graph.constant('int64', [-1, window * window, size]),
  ])
}

/** What undoes {@link partitionWindows}. */
export function joinWindows(context: GraphContext, windows: Value, { side, window, size }: WindowOptions): Value {
  const { graph } = context
  const count = side / window
  const cut = graph.node('Reshape', [windows, graph.constant('int64', [-1, count, count, window, window, size])])
  return graph.node('Reshape', [
    graph.node('Transpose', [cut], { perm: [0, 1, 3, 2, 4, 5] }),
    graph.constant('int64', [-1, side, side, size]),
  ])
}

/** PyTorch's `roll` of rows and columns: element i moves to i + `by`, around the edge; `[batch, side, side, size]` keeps its shape. */
export function rollGrid(context: GraphContext, grid: Value, by: number): Value {
  const { graph } = context
  const list = (value: number): Value => graph.constant('int64', [value])
  const roll = (x: Value, axis: number): Value => {
    const front = graph.node('Slice', [x, list(-by), list(largestIndex), list(axis)])
    const back = graph.node('Slice', [x, list(0), list(-by), list(axis)])
    return graph.node('Concat', [front, back], { axis })
  }
  return by === 0 ? grid : roll(roll(grid, 1), 2)
}

/**
 * Scores added where windows of a grid rolled back by `shift` hold tokens that are no neighbours: 0 within a region, -100 between regions (upstream's `get_attn_mask`).
 * @returns float32 `[windows, 1, window², window²]`
 */
export function shiftedWindowMask({
  side,
  window,
  shift,
}: {
  readonly side: number
  readonly window: number
  readonly shift: number
}): Tensor {
  const count = side / window
  const area = window * window
  const stripe = (place: number): number => (place < side - window ? 0 : place < side - shift ? 1 : 2)
  const regions = Array.from({ length: count * count }, (_, index) =>
    Array.from({ length: area }, (_, cell) => {
      const row = Math.floor(index / count) * window + Math.floor(cell / window)
      return stripe(row) * 3 + stripe((index % count) * window + (cell % window))
    }),
  )
  const data = Float32Array.from(regions.flatMap((cells) => cells.flatMap((from) => cells.map((to) => (from === to ? 0 : -100)))))
  return { type: 'float32', dims: [count * count, 1, area, area], data }
}

/** Row of the bias table for each pair of tokens of a window, by their offset: `window⁴` numbers below (2·window - 1)². */
export function windowOffsets(window: number): number[] {
  const cells = Array.from({ length: window * window }, (_, cell) => [Math.floor(cell / window), cell % window] as const)
  return cells.flatMap(([row, column]) =>
    cells.map(([otherRow, otherColumn]) => (row - otherRow + window - 1) * (2 * window - 1) + column - otherColumn + window - 1),
  )
}

/** Learned bias of each head by the offset of two tokens of a window: float32 `[1, heads, window², window²]` (arXiv:2103.14030, eq. 4). */
export function windowBias(context: GraphContext, { window, heads }: { readonly window: number; readonly heads: number }): Value {
  const { graph } = context
  const area = window * window
  const table = context.weight('relative_position_bias_table', [(2 * window - 1) ** 2, heads], { std: 0.5 })
  const index = context.fixed('relative_position_index', {
    type: 'int64',
    dims: [area, area],
    data: BigInt64Array.from(windowOffsets(window), BigInt),
  })
  const picked = graph.node('Gather', [table, index], { axis: 0 })
  return graph.node('Unsqueeze', [graph.node('Transpose', [picked], { perm: [2, 0, 1] }), graph.constant('int64', [0])])
}
