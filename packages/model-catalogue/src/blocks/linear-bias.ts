import type { Value } from '@vitest-hardware/onnx-graph'
import { exp } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { length } from './attention-mask.ts'

/**
 * Slopes of attention with linear biases (Press et al. 2022, arXiv:2108.12409, §3): 2^(-maxBias·i/n) for the next power of two n;
 * where there are fewer heads, the odd ones of twice as many fill up, as BLOOM and MPT do.
 */
export function alibiSlopes(heads: number, maxBias = 8): number[] {
  const power = (count: number): number[] => Array.from({ length: count }, (_, index) => exp(-Math.LN2 * ((maxBias * (index + 1)) / count)))
  const lower = 2 ** Math.floor(Math.log2(heads))
  return [...power(lower), ...power(2 * lower).filter((_, index) => index % 2 === 0)].slice(0, heads)
}

export interface LinearBiasOptions {
  readonly heads: number
  /** @default 8 */
  readonly maxBias?: number
  /** `mask`: slope · rank of the key among the unmasked ones (BLOOM, Falcon); `distance`: -slope · keys behind it (MPT). */
  readonly from: 'mask' | 'distance'
  /** int64 `[batch, keys]` */
  readonly attentionMask: Value
}

/** A bias for each head and key, the same for all queries, since softmax drops what a query adds: float32 `[batch or 1, heads, 1, keys]`. */
export function linearBias(context: GraphContext, { heads, maxBias = 8, from, attentionMask }: LinearBiasOptions): Value {
  const { graph } = context
  return graph.scope('alibi', () => {
    const slopes = graph.node('Unsqueeze', [graph.constant('float32', alibiSlopes(heads, maxBias)), graph.constant('int64', [1, 2])])
    const float = (x: Value): Value => graph.node('Cast', [x], { to: 1 })
    if (from === 'distance') {
      const count = length(context, attentionMask)
      const last = graph.node('Sub', [graph.constant('int64', 1), count])
      const behind = graph.node('Range', [last, graph.constant('int64', 1), graph.constant('int64', 1)])
      return graph.node('Unsqueeze', [graph.node('Mul', [slopes, float(behind)]), graph.constant('int64', [0])])
    }
    const rank = graph.node('Sub', [graph.node('CumSum', [attentionMask, graph.constant('int64', 1)]), graph.constant('int64', 1)])
    const kept = float(graph.node('Mul', [rank, attentionMask]))
    return graph.node('Mul', [slopes, graph.node('Unsqueeze', [kept, graph.constant('int64', [1, 2])])])
  })
}
