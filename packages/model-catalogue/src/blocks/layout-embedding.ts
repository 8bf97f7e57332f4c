import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { embedding } from './embedding.ts'
import { relativeBucket } from './relative-position-bias.ts'

export interface LayoutEmbeddingOptions {
  /** Rows of each table. */
  readonly count: number
  readonly coordinateSize: number
  readonly shapeSize: number
}

/** One side of boxes `[batch, length, 4]`: left, top, right and bottom are 0 to 3. */
export function boxSide(context: GraphContext, boxes: Value, side: 0 | 1 | 2 | 3): Value {
  return context.graph.node('Gather', [boxes, context.graph.constant('int64', side)], { axis: 2 })
}

/**
 * Left, top, right, bottom, height and width of each box, looked up and side by side:
 * int64 `[batch, length, 4] → [batch, length, 4·coordinateSize + 2·shapeSize]` (Xu et al. 2021, arXiv:2012.14740, §2.1).
 */
export function layoutEmbedding(context: GraphContext, boxes: Value, { count, coordinateSize, shapeSize }: LayoutEmbeddingOptions): Value {
  const { graph } = context
  const [left, top, right, bottom] = ([0, 1, 2, 3] as const).map((side) => boxSide(context, boxes, side)) as [Value, Value, Value, Value]
  const table = (name: string, size: number) => embedding(context, { name: `${name}_position_embeddings`, count, size, std: 0.5 })
  const [x, y] = [table('x', coordinateSize), table('y', coordinateSize)]
  const [h, w] = [table('h', shapeSize), table('w', shapeSize)]
  const extent = (from: Value, to: Value): Value =>
    graph.node('Clip', [graph.node('Sub', [to, from]), graph.constant('int64', 0), graph.constant('int64', count - 1)])
  const parts = [
    x.lookup(left),
    y.lookup(top),
    x.lookup(right),
    y.lookup(bottom),
    h.lookup(extent(top, bottom)),
    w.lookup(extent(left, right)),
  ]
  return graph.node('Concat', parts, { axis: -1 })
}

export interface PlaceBiasOptions {
  readonly name: string
  readonly heads: number
  readonly buckets: number
  readonly maxDistance: number
}

/** Learned bias by the distance of two tokens' places, int64 `[batch or 1, length]`, in T5's buckets: `[batch or 1, heads, length, length]`. */
export function placeBias(context: GraphContext, places: Value, { name, heads, buckets, maxDistance }: PlaceBiasOptions): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const number = (value: number): Value => graph.constant('int64', value)
    const distance = graph.node('Sub', [
      graph.node('Unsqueeze', [places, graph.constant('int64', [1])]),
      graph.node('Unsqueeze', [places, graph.constant('int64', [2])]),
    ])
    const clipped = graph.node('Clip', [distance, number(-maxDistance), number(maxDistance)])
    const table = BigInt64Array.from({ length: 2 * maxDistance + 1 }, (_, index) =>
      BigInt(relativeBucket(index - maxDistance, { buckets, maxDistance, bidirectional: true })),
    )
    const bucketOf = context.fixed('buckets', { type: 'int64', dims: [table.length], data: table })
    const bucket = graph.node('Gather', [bucketOf, graph.node('Add', [clipped, number(maxDistance)])], { axis: 0 })
    const bias = graph.node('Gather', [context.weight('weight', [buckets, heads], { std: 1 }), bucket], { axis: 0 })
    return graph.node('Transpose', [bias], { perm: [0, 3, 1, 2] })
  })
}

/** Boxes of a square grid of `side²` cells over a page of 1000, row by row, with one of the whole page before where wanted. */
export function gridBoxes(side: number, hasWhole: boolean, page = 1000): number[] {
  const at = (index: number): number => Math.floor((page * index) / side)
  const cells = Array.from({ length: side ** 2 }, (_, index) => {
    const [row, column] = [Math.floor(index / side), index % side]
    return [at(column), at(row), at(column + 1), at(row + 1)]
  })
  return [...(hasWhole ? [[0 + 1, 0 + 1, page - 1, page - 1]] : []), ...cells].flat()
}
