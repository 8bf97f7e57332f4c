import type { Value } from '@vitest-hardware/onnx-graph'
import { exp } from '../exact-math.ts'
import { append, repeatHeads, splitHeads } from '../blocks/attention.ts'
import { linear } from '../blocks/linear.ts'
import { plainRmsNorm } from '../blocks/norm-kind.ts'
import type { GraphContext } from '../graph-context.ts'
import type { Mixer } from './decoder-spec.ts'

export interface DifferentialAttentionSpec {
  readonly size: number
  readonly heads: number
  readonly keyValueHeads: number
  readonly headSize: number
  readonly epsilon: number
}

/**
 * Differential attention as a layer's mixer (Ye et al. 2024, arXiv:2410.05258, §2.1): the first half of the heads less λ times the second half,
 * over values twice as wide, with λ learned from four vectors.
 */
export function differentialAttention({ size, heads, keyValueHeads, headSize, epsilon }: DifferentialAttentionSpec): Mixer {
  return (context, x, { mask, rotate, past, layer }) => {
    const { graph } = context
    return graph.scope('self_attn', () => {
      const project = (name: string, count: number): Value =>
        splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: count * headSize, bias: false }), count, headSize)
      const query = rotate!(project('q_proj', heads), headSize)
      const present = append(context, past, {
        key: rotate!(project('k_proj', keyValueHeads), headSize),
        value: project('v_proj', keyValueHeads),
      })
      const key = repeatHeads(context, present.key, heads, keyValueHeads, headSize)
      const scores = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
      const scaled = graph.node('Add', [graph.node('Mul', [scores, graph.constant('float32', 1 / Math.sqrt(headSize))]), mask])
      const shares = graph.node('Softmax', [scaled], { axis: -1 })
      const halves = (value: Value, axis: number): [Value, Value] =>
        graph.nodes('Split', [value], { axis, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
      const wide = halves(present.value, 1).map((half) => {
        const both = graph.node('Concat', [half, half], { axis: 1 })
        return graph.node('MatMul', [shares, repeatHeads(context, both, heads, keyValueHeads, headSize)])
      })
      const [first, second] = halves(graph.node('Concat', wide, { axis: -1 }), 1)
      const initial = 0.8 - 0.6 * exp(-0.3 * layer)
      const difference = graph.node('Sub', [first, graph.node('Mul', [second, lambda(context, headSize, initial)])])
      const normed = graph.node('Mul', [plainRmsNorm(context, difference, epsilon), graph.constant('float32', 1 - initial)])
      const shape = graph.constant('int64', [0, 0, heads * headSize])
      const merged = graph.node('Reshape', [graph.node('Transpose', [normed], { perm: [0, 2, 1, 3] }), shape])
      return { output: linear(context, merged, { name: 'o_proj', inputSize: heads * headSize, outputSize: size, bias: false }), present }
    })
  }
}

/** exp(q₁·k₁) - exp(q₂·k₂) + λ₀ */
function lambda(context: GraphContext, headSize: number, initial: number): Value {
  const { graph } = context
  const factor = (index: 1 | 2): Value => {
    const [query, key] = [`lambda_q${index}`, `lambda_k${index}`].map((name) => context.weight(name, [headSize], { std: 0.3 })) as [
      Value,
      Value,
    ]
    return graph.node('Exp', [graph.node('ReduceSum', [graph.node('Mul', [query, key]), graph.constant('int64', [-1])], { keepdims: 1 })])
  }
  return graph.node('Add', [graph.node('Sub', [factor(1), factor(2)]), graph.constant('float32', initial)])
}
