import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** Scales each row to a Euclidean length of 1: `[…, size]` keeps its shape. */
export function unitLength(context: GraphContext, x: Value): Value {
  const { graph } = context
  return graph.node('Div', [x, graph.node('ReduceL2', [x, graph.constant('int64', [-1])], { keepdims: 1 })])
}
