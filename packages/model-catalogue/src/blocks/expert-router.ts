import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** How a router turns logits into weights of the experts. */
export interface RoutingRule {
  readonly experts: number
  readonly perToken: number
  /** What scores are made of logits, before or after the choice. */
  readonly scoring: 'softmax' | 'sigmoid' | 'softmax-of-chosen' | 'sigmoid-of-chosen'
  /** Divide the chosen weights by their sum. @default false */
  readonly normalised?: boolean
  /** Name of a bias that only the choice sees (DeepSeek-V3 2024, arXiv:2412.19437, §2.1.2). */
  readonly choiceBias?: string
  /** Only experts of the best groups can be chosen (DeepSeek-V2 2024, arXiv:2405.04434, §2.2.2). */
  readonly groups?: { readonly count: number; readonly chosen: number; readonly score: 'max' | 'top2-sum' }
  /** Factor on the chosen weights. @default 1 */
  readonly scale?: number
}

/** Weights of all experts, zero for those that a token does not go to: logits `[…, experts] → […, experts]`. */
export function routeExperts(context: GraphContext, logits: Value, rule: RoutingRule): Value {
  const { graph } = context
  const { perToken, scoring, normalised = false, scale = 1 } = rule
  const chooseFirst = scoring === 'softmax-of-chosen' || scoring === 'sigmoid-of-chosen'
  const scores = chooseFirst ? logits : score(context, logits, scoring)
  const ranked = rule.choiceBias === undefined ? scores : graph.node('Add', [scores, context.weight(rule.choiceBias, [rule.experts])])
  const allowed = rule.groups === undefined ? ranked : withinGroups(context, ranked, rule)
  const [best, indices] = top(context, allowed, perToken)
  const own = allowed === scores ? best : graph.node('GatherElements', [scores, indices], { axis: -1 })
  const chosen = chooseFirst ? score(context, own, scoring === 'softmax-of-chosen' ? 'softmax' : 'sigmoid') : own
  const shares = normalised
    ? graph.node('Div', [chosen, graph.node('ReduceSum', [chosen, graph.constant('int64', [-1])], { keepdims: 1 })])
    : chosen
  const weights = scale === 1 ? shares : graph.node('Mul', [shares, graph.constant('float32', scale)])
  return graph.node('ScatterElements', [graph.node('Mul', [scores, graph.constant('float32', 0)]), indices, weights], { axis: -1 })
}

function score(context: GraphContext, x: Value, kind: 'softmax' | 'sigmoid'): Value {
  return kind === 'softmax' ? context.graph.node('Softmax', [x], { axis: -1 }) : context.graph.node('Sigmoid', [x])
}

function top(context: GraphContext, x: Value, count: number): [Value, Value] {
  const { graph } = context
  return graph.nodes('TopK', [x, graph.constant('int64', [count])], { axis: -1, largest: 1, sorted: 1 }, { outputs: 2 }) as [Value, Value]
}

/** Scores of experts outside the best groups become 0, below every sigmoid or softmax. */
function withinGroups(context: GraphContext, ranked: Value, { experts, groups }: RoutingRule): Value {
  const { graph } = context
  const { count, chosen, score: kind } = groups!
  const grouped = graph.node('Reshape', [ranked, graph.constant('int64', [0, 0, count, experts / count])])
  const last = graph.constant('int64', [-1])
  const strength =
    kind === 'max'
      ? graph.node('ReduceMax', [grouped, last], { keepdims: 0 })
      : graph.node('ReduceSum', [top(context, grouped, 2)[0], last], { keepdims: 0 })
  const [best, indices] = top(context, strength, chosen)
  const zero = graph.constant('float32', 0)
  const one = graph.constant('float32', 1)
  const open = graph.node(
    'ScatterElements',
    [graph.node('Mul', [strength, zero]), indices, graph.node('Add', [graph.node('Mul', [best, zero]), one])],
    {
      axis: -1,
    },
  )
  const kept = graph.node('Mul', [grouped, graph.node('Unsqueeze', [open, last])])
  return graph.node('Reshape', [kept, graph.constant('int64', [0, 0, experts])])
}
