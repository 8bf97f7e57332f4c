import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** Positions that count the tokens that are not padding, from `padding + 1` on; padding keeps its own id (RoBERTa's `create_position_ids_from_input_ids`): int64 `[batch, length]`. */
export function paddedPositions(context: GraphContext, ids: Value, padding: number): Value {
  const { graph } = context
  const pad = graph.constant('int64', padding)
  const isToken = graph.node('Cast', [graph.node('Not', [graph.node('Equal', [ids, pad])])], { to: 7 })
  const counted = graph.node('CumSum', [isToken, graph.constant('int64', 1)])
  return graph.node('Add', [graph.node('Mul', [counted, isToken]), pad])
}
