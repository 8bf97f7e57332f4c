import type { Value } from '@vitest-hardware/onnx-graph'
import { log } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { dotProductAttention, splitHeads } from './attention.ts'
import { length } from './attention-mask.ts'
import { linear } from './linear.ts'

export interface DisentangledAttentionOptions {
  readonly size: number
  readonly heads: number
  /** Upstream's module names. */
  readonly names: { readonly query: string; readonly key: string; readonly value: string }
  /** Embeddings of the relative positions, `[2·span, size]`. */
  readonly relativeEmbeddings: Value
  readonly span: number
  /** int64 `[length, length]`, from {@link relativeBuckets}. */
  readonly buckets: Value
  /** Additive, broadcastable to `[batch, heads, length, length]`. */
  readonly mask: Value
}

/**
 * DeBERTa's attention: content to content, content to position and position to content, with keys and queries shared
 * (He et al. 2021, arXiv:2006.03654, equation 4; scaled by √(3·headSize)): `[batch, length, size]`, heads merged.
 */
export function disentangledAttention(context: GraphContext, x: Value, options: DisentangledAttentionOptions): Value {
  const { graph } = context
  const { size, heads, names, relativeEmbeddings, span, buckets, mask } = options
  const headSize = size / heads
  const scale = 1 / Math.sqrt(3 * headSize)
  const project = (input: Value, name: string): Value =>
    splitHeads(context, linear(context, input, { name, inputSize: size, outputSize: size }), heads, headSize)
  const [query, key, value] = [project(x, names.query), project(x, names.key), project(x, names.value)]
  const places = graph.node('Unsqueeze', [relativeEmbeddings, graph.constant('int64', [0])])
  const transposed = (matrix: Value): Value => graph.node('Transpose', [matrix], { perm: [0, 1, 3, 2] })
  /** Picks, for each pair of tokens, the score with the embedding of their relative position. */
  const byPosition = (content: Value, position: Value, offsets: Value): Value => {
    const scores = graph.node('MatMul', [content, transposed(position)])
    const leading = graph.node('Shape', [scores], { start: 0, end: 2 })
    const shape = graph.node('Concat', [leading, graph.node('Shape', [offsets])], { axis: 0 })
    return graph.node('Mul', [
      graph.node('GatherElements', [scores, graph.node('Expand', [offsets, shape])], { axis: -1 }),
      graph.constant('float32', scale),
    ])
  }
  const number = (index: number): Value => graph.constant('int64', index)
  const clip = (index: Value): Value => graph.node('Min', [graph.node('Max', [index, number(0)]), number(2 * span - 1)])
  const contentToPosition = byPosition(query, project(places, names.key), clip(graph.node('Add', [buckets, number(span)])))
  const positionToContent = transposed(byPosition(key, project(places, names.query), clip(graph.node('Sub', [number(span), buckets]))))
  return dotProductAttention(context, { query, key, value, scale, biases: [contentToPosition, positionToContent, mask], size })
}

export interface RelativeBucketOptions {
  /** Buckets each way. */
  readonly span: number
  /** Distances from here on share the last bucket. */
  readonly maxPosition: number
}

/**
 * Signed bucket of query position - key position for all pairs of tokens: int64 `[length, length]`.
 * From a table, as {@link relativePositionBias} has one, so that no logarithm decides on a bucket at run time.
 */
export function relativeBuckets(context: GraphContext, x: Value, { span, maxPosition }: RelativeBucketOptions): Value {
  const { graph } = context
  const number = (index: number): Value => graph.constant('int64', index)
  const positions = graph.node('Range', [number(0), length(context, x), number(1)])
  const distance = graph.node('Sub', [graph.node('Unsqueeze', [positions, graph.constant('int64', [1])]), positions])
  const table = BigInt64Array.from({ length: 2 * maxPosition + 1 }, (_, index) =>
    BigInt(signedLogBucket(index - maxPosition, { span, maxPosition })),
  )
  const clipped = graph.node('Min', [graph.node('Max', [distance, number(-maxPosition)]), number(maxPosition)])
  return graph.node(
    'Gather',
    [
      context.fixed('relative_buckets', { type: 'int64', dims: [table.length], data: table }),
      graph.node('Add', [clipped, number(maxPosition)]),
    ],
    { axis: 0 },
  )
}

/** Upstream's `make_log_bucket_position`: exact up to half of the span, logarithmic up to `maxPosition`. */
export function signedLogBucket(distance: number, { span, maxPosition }: RelativeBucketOptions): number {
  const middle = span / 2
  const away = Math.abs(distance)
  if (away <= middle) return distance
  // the small subtrahend lowers whole numbers over their rounding error
  const bucket = Math.ceil((log(away / middle) / log((maxPosition - 1) / middle)) * (middle - 1) - 1e-9) + middle
  return Math.sign(distance) * bucket
}
