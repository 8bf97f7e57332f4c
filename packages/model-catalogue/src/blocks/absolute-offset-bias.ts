import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface AbsoluteOffsetOptions {
  /** Side of the grid of keys. */
  readonly side: number
  /** Every how many cells a query stands. @default 1 */
  readonly stride?: number
}

/** Number of each pair of query and key by how far apart they are in rows and columns, whatever the direction, counted as they first come up. */
export function absoluteOffsets({ side, stride = 1 }: AbsoluteOffsetOptions): { readonly index: number[]; readonly count: number } {
  const numbers = new Map<number, number>()
  const queries = Math.floor((side - 1) / stride) + 1
  const index = Array.from({ length: queries ** 2 * side ** 2 }, (_, pair) => {
    const [query, key] = [Math.floor(pair / side ** 2), pair % side ** 2]
    const rows = Math.abs(Math.floor(query / queries) * stride - Math.floor(key / side))
    const columns = Math.abs((query % queries) * stride - (key % side))
    const offset = rows * side + columns
    if (!numbers.has(offset)) numbers.set(offset, numbers.size)
    return numbers.get(offset)!
  })
  return { index, count: numbers.size }
}

/** LeViT's bias of each head by absolute offset (Graham et al. 2021, arXiv:2104.01136, eq. 1): float32 `[heads, queries, keys]`, in the current scope. */
export function absoluteOffsetBias(
  context: GraphContext,
  { heads, ...options }: AbsoluteOffsetOptions & { readonly heads: number },
): Value {
  const { index, count } = absoluteOffsets(options)
  const keys = options.side ** 2
  const table = context.weight('attention_biases', [heads, count], { std: 1 })
  const data = BigInt64Array.from(index, BigInt)
  const indices = context.fixed('attention_bias_idxs', { type: 'int64', dims: [index.length / keys, keys], data })
  return context.graph.node('Gather', [table, indices], { axis: 1 })
}
