import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface PositionScaleOptions {
  /** int64 `[batch or 1, length]` */
  readonly positions: Value
  readonly beta: number
  /** Positions below this are not scaled. */
  readonly original: number
}

/** Factor on queries far behind the trained length, 1 + β·log(1 + ⌊position/original⌋), as Llama 4 has it: float32 `[batch or 1, 1, length, 1]`. */
export function positionScale(context: GraphContext, { positions, beta, original }: PositionScaleOptions): Value {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  const lengths = graph.node('Floor', [graph.node('Div', [graph.node('Cast', [positions], { to: 1 }), number(original)])])
  const growth = graph.node('Mul', [graph.node('Log', [graph.node('Add', [lengths, number(1)])]), number(beta)])
  return graph.node('Unsqueeze', [graph.node('Add', [growth, number(1)]), graph.constant('int64', [1, 3])])
}
