import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { add } from './arithmetic.ts'

export interface CodebookLookupOptions {
  readonly codebooks: number
  readonly entries: number
  readonly size: number
  /** Module and weight of a codebook below the scope. */
  readonly name: (index: number) => string
  /** Upstream's name of the table. @default 'weight' */
  readonly weight?: string
}

/** Sum of the entries that a frame's codes choose, one of each codebook: int64 `[batch, frames, codebooks] → [batch, frames, size]` (Zeghidour et al. 2021, arXiv:2107.03312, §3.3). */
export function codebookSum(
  context: GraphContext,
  codes: Value,
  { codebooks, entries, size, name, weight = 'weight' }: CodebookLookupOptions,
): Value {
  const { graph } = context
  const parts = Array.from({ length: codebooks }, (_, index) =>
    graph.scope(name(index), () => {
      const code = graph.node('Gather', [codes, graph.constant('int64', index)], { axis: 2 })
      return graph.node('Gather', [context.weight(weight, [entries, size], { std: 1 / Math.sqrt(codebooks) }), code], { axis: 0 })
    }),
  )
  return add(context, parts[0]!, ...parts.slice(1))
}
