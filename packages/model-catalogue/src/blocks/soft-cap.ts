import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** Bounds numbers smoothly to (-cap, cap): cap·tanh(x/cap) (Gemma team 2024, arXiv:2408.00118, §2). */
export function softCap(context: GraphContext, x: Value, cap: number): Value {
  const { graph } = context
  const bound = graph.constant('float32', cap)
  return graph.node('Mul', [graph.node('Tanh', [graph.node('Div', [x, bound])]), bound])
}
