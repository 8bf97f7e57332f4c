import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/**
 * Top-2 weights without training noise as Phi-3.5-MoE has them (Liu et al. 2024, arXiv:2409.12136, §3): the best expert's share among those
 * whose logits are near the best, then the second best's share among the rest; the two do not add up to 1. `[…, experts] → […, experts]`.
 */
export function sparseMixer(context: GraphContext, logits: Value, jitter: number): Value {
  const { graph } = context
  const zero = graph.constant('float32', 0)
  const lowest = graph.constant('float32', -3e38)
  const magnitude = graph.node('Abs', [logits])
  const pick = (scores: Value): { index: Value; weight: Value } => {
    const best = graph.node('ReduceMax', [scores, graph.constant('int64', [-1])], { keepdims: 1 })
    const distance = graph.node('Div', [graph.node('Sub', [best, logits]), graph.node('Max', [magnitude, best])])
    const isFar = graph.node('Greater', [distance, graph.constant('float32', 2 * jitter)])
    const shares = graph.node('Softmax', [graph.node('Where', [isFar, lowest, scores])], { axis: -1 })
    const index = graph.node('ArgMax', [scores], { axis: -1, keepdims: 1 })
    return { index, weight: graph.node('GatherElements', [shares, index], { axis: -1 }) }
  }
  const first = pick(logits)
  const floor = graph.node('Add', [graph.node('Mul', [first.weight, zero]), lowest])
  const second = pick(graph.node('ScatterElements', [logits, first.index, floor], { axis: -1 }))
  const none = graph.node('Mul', [logits, zero])
  const one = graph.node('ScatterElements', [none, first.index, first.weight], { axis: -1 })
  return graph.node('ScatterElements', [one, second.index, second.weight], { axis: -1 })
}
