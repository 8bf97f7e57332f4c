import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { dotProductAttention, splitHeads } from './attention.ts'
import { linear } from './linear.ts'
import { repeatForBatch } from './patch.ts'

export interface AttentionPoolOptions {
  readonly size: number
  readonly heads: number
  /** Additive, broadcastable to `[batch, heads, 1, length]`. @default none */
  readonly mask?: Value
}

/**
 * One learned query, `probe` `[1, 1, size]`, that attends to all tokens: `[batch, length, size] → [batch, 1, size]` (Lee et al. 2019, arXiv:1810.00825, §3.2).
 * The projections are those of PyTorch's `MultiheadAttention`: `in_proj_weight` holds query, key and value side by side.
 */
export function attentionPool(context: GraphContext, x: Value, { size, heads, mask }: AttentionPoolOptions): Value {
  const { graph } = context
  const query = repeatForBatch(context, context.weight('probe', [1, 1, size], { std: 1 }), x, [1, size])
  return graph.scope('attention', () => {
    const weights = graph.nodes('Split', [context.weight('in_proj_weight', [size, 3 * size])], { axis: 1, num_outputs: 3 }, { outputs: 3 })
    const biases = graph.nodes('Split', [context.weight('in_proj_bias', [3 * size])], { axis: 0, num_outputs: 3 }, { outputs: 3 })
    const project = (input: Value, role: 0 | 1 | 2): Value => {
      const projected = graph.node('Add', [graph.node('MatMul', [input, weights[role]!]), biases[role]!])
      return splitHeads(context, projected, heads, size / heads)
    }
    const scale = 1 / Math.sqrt(size / heads)
    const pooled = dotProductAttention(context, {
      query: project(query, 0),
      key: project(x, 1),
      value: project(x, 2),
      scale,
      size,
      biases: mask ? [mask] : [],
    })
    return linear(context, pooled, { name: 'out_proj', inputSize: size, outputSize: size })
  })
}
