import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate } from './activation.ts'
import { linear } from './linear.ts'
import { plainLayerNorm } from './norm.ts'

/**
 * Vectors that a condition sets layers to: SiLU, a linear layer, and a cut into `count` parts of `size`
 * (Peebles & Xie 2023, arXiv:2212.09748, §3.2, adaLN-Zero): `[batch, size] → count × [batch, 1, size]`.
 */
export function modulation(
  context: GraphContext,
  condition: Value,
  { name, size, count }: { readonly name: string; readonly size: number; readonly count: number },
): Value[] {
  const { graph } = context
  const all = linear(context, activate(context, condition, 'silu'), { name, inputSize: size, outputSize: count * size })
  return graph.nodes(
    'Split',
    [graph.node('Unsqueeze', [all, graph.constant('int64', [1])])],
    { axis: -1, num_outputs: count },
    { outputs: count },
  )
}

export interface AdaptiveNormOptions {
  readonly size: number
  readonly epsilon: number
  /** `[batch, 1, size]` */
  readonly shift: Value
  readonly scale: Value
}

/** norm(x)·(1 + scale) + shift without weights of its own: `[batch, length, size]` keeps its shape. */
export function adaptiveNorm(context: GraphContext, x: Value, { size, epsilon, shift, scale }: AdaptiveNormOptions): Value {
  const { graph } = context
  const factor = graph.node('Add', [scale, graph.constant('float32', 1)])
  return graph.node('Add', [graph.node('Mul', [plainLayerNorm(context, x, { size, epsilon }), factor]), shift])
}
