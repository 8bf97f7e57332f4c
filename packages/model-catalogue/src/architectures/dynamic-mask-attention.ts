import type { Value } from '@vitest-hardware/onnx-graph'
import { append, dotProductAttention, mergeHeads, repeatHeads, splitHeads } from '../blocks/attention.ts'
import { length } from '../blocks/attention-mask.ts'
import { linear } from '../blocks/linear.ts'
import { rmsNorm } from '../blocks/norm.ts'
import type { GraphContext } from '../graph-context.ts'
import type { Mixer } from './decoder-spec.ts'

export interface DynamicMaskSpec {
  readonly size: number
  readonly heads: number
  readonly keyValueHeads: number
  readonly headSize: number
  readonly epsilon: number
  /** Keys that each query keeps at most, those of the largest bias. */
  readonly kept: number
}

const forbidden = -3.4028234663852886e38

/** Doge's attention as a layer's mixer: values say by how much they want to be seen, and each query keeps the keys that want it most (arXiv:2412.11834). */
export function dynamicMaskAttention(spec: DynamicMaskSpec): Mixer {
  const { size, heads, keyValueHeads, headSize, epsilon } = spec
  return (context, x, { mask, rotate, past }) =>
    context.graph.scope('self_attn', () => {
      const project = (name: string, count: number): Value =>
        splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: count * headSize, bias: false }), count, headSize)
      const place = (value: Value, name: string): Value => rotate!(rmsNorm(context, value, { name, size: headSize, epsilon }), headSize)
      const query = place(project('q_proj', heads), 'q_norm')
      const present = append(context, past, {
        key: place(project('k_proj', keyValueHeads), 'k_norm'),
        value: project('v_proj', keyValueHeads),
      })
      const bias = dynamicMask(context, present.value, mask, spec)
      const merged = dotProductAttention(context, {
        query,
        key: repeatHeads(context, present.key, heads, keyValueHeads, headSize),
        value: repeatHeads(context, present.value, heads, keyValueHeads, headSize),
        scale: 1 / Math.sqrt(headSize),
        biases: [bias],
        size: heads * headSize,
      })
      return { output: linear(context, merged, { name: 'o_proj', inputSize: heads * headSize, outputSize: size, bias: false }), present }
    })
}

/** exp(A·softplus(dt)) of each visible key, the lowest number for all others: float32 `[batch, heads, queries, keys]`. */
function dynamicMask(context: GraphContext, value: Value, mask: Value, { heads, keyValueHeads, headSize, kept }: DynamicMaskSpec): Value {
  const { graph } = context
  const flat = mergeHeads(context, value, keyValueHeads * headSize)
  const steps = linear(context, flat, { name: 'dt_proj', inputSize: keyValueHeads * headSize, outputSize: keyValueHeads, bias: false })
  const wish = graph.node('Exp', [graph.node('Mul', [context.weight('A', [keyValueHeads], { std: 0.5 }), graph.node('Softplus', [steps])])])
  const byHead = graph.node('Unsqueeze', [graph.node('Transpose', [wish], { perm: [0, 2, 1] }), graph.constant('int64', [2])])
  const isHidden = graph.node('Less', [mask, graph.constant('float32', 0)])
  const visible = graph.node('Where', [isHidden, graph.constant('float32', forbidden), byHead])
  const keys = graph.node('Unsqueeze', [length(context, visible, 3), graph.constant('int64', [0])])
  const count = graph.node('Min', [keys, graph.constant('int64', [kept])])
  const [best, indices] = graph.nodes('TopK', [visible, count], { axis: -1, largest: 1, sorted: 1 }, { outputs: 2 }) as [Value, Value]
  const nothing = graph.node('Expand', [graph.constant('float32', [forbidden]), graph.node('Shape', [visible])])
  const narrowed = graph.node('ScatterElements', [nothing, indices, best], { axis: -1 })
  // every query head of a group sees what its key/value head keeps
  const grouped = graph.node('Unsqueeze', [narrowed, graph.constant('int64', [2])])
  const repeated = graph.node('Expand', [grouped, graph.constant('int64', [1, 1, heads / keyValueHeads, 1, 1])])
  const shape = graph.node('Concat', [graph.constant('int64', [0, heads, -1]), keys], { axis: 0 })
  return graph.node('Reshape', [repeated, shape])
}
