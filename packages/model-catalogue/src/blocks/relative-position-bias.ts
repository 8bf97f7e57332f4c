import type { Value } from '@vitest-hardware/onnx-graph'
import { log } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { length } from './attention-mask.ts'

export interface RelativeBiasOptions {
  /** Upstream's module name. */
  readonly name: string
  readonly heads: number
  readonly buckets: number
  /** Longer distances share the last bucket. */
  readonly maxDistance: number
  /** Whether earlier and later keys have buckets of their own; causal attention sees earlier ones only. */
  readonly bidirectional: boolean
  /** `[batch, queries, …]` */
  readonly queries: Value
  /** `[batch, heads, past, headSize]` of the cache. @default none */
  readonly pastKeys?: Value | undefined
}

/**
 * T5's learned bias by relative position: float32 `[1, heads, queries, keys]`, to be added to the scores (Raffel et al. 2020, arXiv:1910.10683, §2.1).
 * The buckets come from a table made here: a logarithm in the graph would put distances at a bucket's border differently on each backend.
 */
export function relativePositionBias(
  context: GraphContext,
  { name, heads, buckets, maxDistance, bidirectional, queries, pastKeys }: RelativeBiasOptions,
): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const number = (value: number): Value => graph.constant('int64', value)
    const queryCount = length(context, queries)
    const past = pastKeys === undefined ? number(0) : length(context, pastKeys, 2)
    const keyCount = graph.node('Add', [past, queryCount])
    const rows = graph.node('Unsqueeze', [graph.node('Range', [past, keyCount, number(1)]), graph.constant('int64', [1])])
    const distance = graph.node('Sub', [graph.node('Range', [number(0), keyCount, number(1)]), rows])
    const clipped = graph.node('Min', [graph.node('Max', [distance, number(-maxDistance)]), number(maxDistance)])
    const table = BigInt64Array.from({ length: 2 * maxDistance + 1 }, (_, index) =>
      BigInt(relativeBucket(index - maxDistance, { buckets, maxDistance, bidirectional })),
    )
    const bucketOf = context.fixed('buckets', { type: 'int64', dims: [table.length], data: table })
    const bucket = graph.node('Gather', [bucketOf, graph.node('Add', [clipped, number(maxDistance)])], { axis: 0 })
    const bias = graph.node('Gather', [context.weight('weight', [buckets, heads], { std: 1 }), bucket], { axis: 0 })
    return graph.node('Unsqueeze', [graph.node('Transpose', [bias], { perm: [2, 0, 1] }), graph.constant('int64', [0])])
  })
}

/** Bucket of key position - query position: half of the buckets for exact distances, the rest logarithmic up to `maxDistance`. */
export function relativeBucket(
  relative: number,
  { buckets, maxDistance, bidirectional }: Pick<RelativeBiasOptions, 'buckets' | 'maxDistance' | 'bidirectional'>,
): number {
  const count = bidirectional ? buckets / 2 : buckets
  const offset = bidirectional && relative > 0 ? count : 0
  const distance = bidirectional ? Math.abs(relative) : Math.max(-relative, 0)
  const exact = count / 2
  if (distance < exact) return offset + distance
  // the small addend lifts borders that are whole numbers, such as 2·log 2 / log 4, over their rounding error
  const share = (log(distance / exact) / log(maxDistance / exact)) * (count - exact) + 1e-9
  return offset + Math.min(exact + Math.floor(share), count - 1)
}
