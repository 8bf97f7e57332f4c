import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface EmbeddingOptions {
  /** Upstream's module name. */
  readonly name: string
  readonly count: number
  readonly size: number
  /** Spread of the rows. @default 1 */
  readonly std?: number
}

/** A table whose rows stand for ids, with its weight for tied heads. */
export interface Embedding {
  /** `[…] → […, size]`. */
  lookup(ids: Value): Value
  /** float32 `[count, size]` */
  readonly weight: Value
}

export function embedding(context: GraphContext, { name, count, size, std = 1 }: EmbeddingOptions): Embedding {
  const { graph } = context
  const weight = graph.scope(name, () => context.weight('weight', [count, size], { std }))
  return { weight, lookup: (ids) => graph.scope(name, () => graph.node('Gather', [weight, ids], { axis: 0 })) }
}

/** Scores of all tokens with the embedding's own weight: `[…, size] → […, count]` (Press & Wolf 2017, arXiv:1608.05859). */
export function tiedHead(context: GraphContext, x: Value, weight: Value): Value {
  const { graph } = context
  return graph.node('MatMul', [x, graph.node('Transpose', [weight], { perm: [1, 0] })])
}
