import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/**
 * xIELU with learned curvatures (Huang & Schlag 2024, arXiv:2411.13010, §3): αp·x² + x/2 above zero, αn·(eˣ - 1) - αn·x + x/2 below,
 * αp = softplus(`alpha_p`), αn = 1/2 + softplus(`alpha_n`); any shape.
 */
export function expandedIntegral(context: GraphContext, x: Value): Value {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  const up = graph.node('Softplus', [context.weight('alpha_p', [1], { mean: 0.1 })])
  const down = graph.node('Add', [graph.node('Softplus', [context.weight('alpha_n', [1], { mean: -0.1 })]), number(0.5)])
  const line = graph.node('Mul', [x, number(0.5)])
  const above = graph.node('Mul', [graph.node('Mul', [x, x]), up])
  const falling = graph.node('Sub', [graph.node('Exp', [graph.node('Min', [x, number(-1e-6)])]), number(1)])
  const below = graph.node('Mul', [graph.node('Sub', [falling, x]), down])
  return graph.node('Add', [graph.node('Where', [graph.node('Greater', [x, number(0)]), above, below]), line])
}
