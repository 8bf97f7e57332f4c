import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { linear } from './linear.ts'

export interface RoutingOptions {
  /** Upstream's module name of the router. */
  readonly name: string
  readonly size: number
  readonly experts: number
  /** Experts that each token goes to. */
  readonly perToken: number
  /** Divide the chosen weights by their sum. */
  readonly normalised: boolean
}

/**
 * Router weights, zero for the experts that a token does not go to: `[batch, length, size] → [batch, length, experts]`.
 * Softmax over all experts, then the largest `perToken` (Shazeer et al. 2017, arXiv:1701.06538, §2.1; Jiang et al. 2024, arXiv:2401.04088, §2.1).
 */
export function topExperts(context: GraphContext, x: Value, { name, size, experts, perToken, normalised }: RoutingOptions): Value {
  const { graph } = context
  const scores = graph.node('Softmax', [linear(context, x, { name, inputSize: size, outputSize: experts, bias: false })], { axis: -1 })
  return graph.scope(name, () => {
    const [chosen, indices] = graph.nodes(
      'TopK',
      [scores, graph.constant('int64', [perToken])],
      { axis: -1, largest: 1, sorted: 1 },
      { outputs: 2 },
    ) as [Value, Value]
    const weights = normalised
      ? graph.node('Div', [chosen, graph.node('ReduceSum', [chosen, graph.constant('int64', [-1])], { keepdims: 1 })])
      : chosen
    const zeros = graph.node('Mul', [scores, graph.constant('float32', 0)])
    return graph.node('ScatterElements', [zeros, indices, weights], { axis: -1 })
  })
}

export interface ExpertsOptions {
  /** float32 `[batch, length, experts]`, from {@link topExperts}. */
  readonly weights: Value
  readonly experts: number
  /** One expert's network, `[batch, length, size] → [batch, length, size]`; called in the scope `experts.<index>`. */
  readonly expert: (x: Value, index: number) => Value
}

/**
 * The weighted sum of the experts' answers. Every expert sees every token and a weight of zero drops its answer: the sums are those of sparse dispatch,
 * and the graph has no shape that depends on the data.
 */
export function mixExperts(context: GraphContext, x: Value, { weights, experts, expert }: ExpertsOptions): Value {
  const { graph } = context
  const shares = graph.nodes('Split', [weights], { axis: -1, num_outputs: experts }, { outputs: experts })
  return shares
    .map((share, index) => graph.scope(`experts.${index}`, () => graph.node('Mul', [expert(x, index), share])))
    .reduce((sum, part) => graph.node('Add', [sum, part]))
}
