import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

export interface StackedExpertsOptions {
  /** float32 `[batch, length, experts]` */
  readonly weights: Value
  readonly experts: number
  readonly size: number
  readonly innerSize: number
  /** Gates are bounded above by it, the other half both ways. */
  readonly limit: number
}

/**
 * gpt-oss' experts, all in one product each (OpenAI 2025, gpt-oss model card, §2.1): gate and up alternate in `gate_up_proj`,
 * the network is down((up + 1)·gate·sigmoid(1.702·gate)), with biases. `[batch, length, size] → [batch, length, size]`.
 */
export function stackedExperts(
  context: GraphContext,
  x: Value,
  { weights, experts, size, innerSize, limit }: StackedExpertsOptions,
): Value {
  const { graph } = context
  const number = (value: number): Value => graph.constant('float32', value)
  const axes = (...values: number[]): Value => graph.constant('int64', values)
  return graph.scope('experts', () => {
    const parameter = (name: string, dims: readonly number[], std: number): Value => context.weight(name, dims, { std })
    const bias = (name: string, width: number): Value => graph.node('Unsqueeze', [parameter(name, [experts, width], 0.1), axes(1)])
    const all = graph.node('MatMul', [
      graph.node('Unsqueeze', [x, axes(1)]),
      parameter('gate_up_proj', [experts, size, 2 * innerSize], 1 / Math.sqrt(size)),
    ])
    const both = graph.node('Add', [all, bias('gate_up_proj_bias', 2 * innerSize)])
    const every = (start: number): Value =>
      graph.node('Slice', [both, ...[start, Number.MAX_SAFE_INTEGER, -1, 2].map((value) => axes(value))])
    const gate = graph.node('Clip', [every(0), '', number(limit)])
    const up = graph.node('Clip', [every(1), number(-limit), number(limit)])
    const swish = graph.node('Mul', [gate, graph.node('Sigmoid', [graph.node('Mul', [gate, number(1.702)])])])
    const inner = graph.node('Mul', [graph.node('Add', [up, number(1)]), swish])
    const product = graph.node('MatMul', [inner, parameter('down_proj', [experts, innerSize, size], 1 / Math.sqrt(innerSize))])
    const answers = graph.node('Add', [product, bias('down_proj_bias', size)])
    const shares = graph.node('Unsqueeze', [graph.node('Transpose', [weights], { perm: [0, 2, 1] }), axes(3)])
    return graph.node('ReduceSum', [graph.node('Mul', [answers, shares]), axes(1)], { keepdims: 0 })
  })
}
