import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface NeighbourhoodOptions {
  /** Side of the grid in tokens, at least `kernel · dilation`. */
  readonly side: number
  /** Neighbours along each axis, the token itself included. */
  readonly kernel: number
  /** Between neighbours. */
  readonly dilation: number
}

/** Along one axis: a token's neighbours, and each one's offset in steps of the dilation. A window at the edge stays inside, so that all have as many. */
export function axisNeighbours(
  place: number,
  { side, kernel, dilation }: NeighbourhoodOptions,
): { readonly places: number[]; readonly offsets: number[] } {
  const group = place % dilation
  const length = Math.ceil((side - group) / dilation)
  const own = Math.floor(place / dilation)
  const start = Math.min(Math.max(own - Math.floor(kernel / 2), 0), length - kernel)
  const steps = Array.from({ length: kernel }, (_, index) => start + index)
  return { places: steps.map((step) => step * dilation + group), offsets: steps.map((step) => step - own) }
}

/** For each token of the grid, row by row: its kernel² neighbours, and the row of each one's bias in a table of (2·kernel - 1)². */
export function gridNeighbours(options: NeighbourhoodOptions): { readonly tokens: number[]; readonly biases: number[] } {
  const { side, kernel } = options
  const axes = Array.from({ length: side }, (_, place) => axisNeighbours(place, options))
  const tokens: number[] = []
  const biases: number[] = []
  for (const rows of axes) {
    for (const columns of axes) {
      rows.places.forEach((row, down) =>
        columns.places.forEach((column, across) => {
          tokens.push(row * side + column)
          biases.push((rows.offsets[down]! + kernel - 1) * (2 * kernel - 1) + columns.offsets[across]! + kernel - 1)
        }),
      )
    }
  }
  return { tokens, biases }
}

export interface NeighbourhoodAttentionOptions extends NeighbourhoodOptions {
  readonly heads: number
  readonly headSize: number
  /** `[batch, heads, side², headSize]` each. */
  readonly query: Value
  readonly key: Value
  readonly value: Value
}

/**
 * Attention of each token to its nearest neighbours with a learned bias by offset (Hassani et al. 2022, arXiv:2204.07143, §3.1; dilated: arXiv:2209.15001):
 * neighbours are gathered, where upstream calls NATTEN's kernels. `[batch, heads, side², headSize]`, in the current scope.
 */
export function neighbourhoodAttention(context: GraphContext, options: NeighbourhoodAttentionOptions): Value {
  const { graph } = context
  const { side, kernel, heads, headSize, query, key, value } = options
  const { tokens, biases } = gridNeighbours(options)
  const dims = [side * side, kernel * kernel]
  const integers = (name: string, list: readonly number[]): Value =>
    context.fixed(name, { type: 'int64', dims, data: BigInt64Array.from(list, BigInt) })
  const neighbours = integers('neighbours', tokens)
  const gather = (x: Value): Value => graph.node('Gather', [x, neighbours], { axis: 2 })
  const table = context.weight('rpb', [heads, 2 * kernel - 1, 2 * kernel - 1], { std: 0.5 })
  const flat = graph.node('Reshape', [table, graph.constant('int64', [heads, -1])])
  const bias = graph.node('Unsqueeze', [
    graph.node('Gather', [flat, integers('offsets', biases)], { axis: 1 }),
    graph.constant('int64', [2]),
  ])
  const scaled = graph.node('Div', [query, graph.constant('float32', Math.sqrt(headSize))])
  const single = graph.node('Unsqueeze', [scaled, graph.constant('int64', [3])])
  const scores = graph.node('MatMul', [single, graph.node('Transpose', [gather(key)], { perm: [0, 1, 2, 4, 3] })])
  const shares = graph.node('Softmax', [graph.node('Add', [scores, bias])], { axis: -1 })
  return graph.node('Squeeze', [graph.node('MatMul', [shares, gather(value)]), graph.constant('int64', [3])])
}
