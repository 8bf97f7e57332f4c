import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface NearestCodeOptions {
  /** Upstream's name of the table. */
  readonly name: string
  readonly entries: number
  readonly size: number
}

/** The table's entry nearest to each vector, `[…, size] → int64 […]`, by z² + e² - 2·z·e (van den Oord et al. 2017, arXiv:1711.00937, eq. 1). */
export function nearestCode(context: GraphContext, x: Value, { name, entries, size }: NearestCodeOptions): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const table = context.weight('weight', [entries, size], { std: 1 })
    const square = (of: Value, keepdims: 0 | 1): Value =>
      graph.node('ReduceSum', [graph.node('Mul', [of, of]), graph.constant('int64', [-1])], { keepdims })
    const product = graph.node('MatMul', [x, graph.node('Transpose', [table], { perm: [1, 0] })])
    const sum = graph.node('Add', [square(x, 1), square(table, 0)])
    const distance = graph.node('Sub', [sum, graph.node('Mul', [product, graph.constant('float32', 2)])])
    return graph.node('ArgMin', [distance], { axis: -1, keepdims: 0 })
  })
}
