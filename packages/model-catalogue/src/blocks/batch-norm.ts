import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import type { NormOptions } from './norm.ts'

export interface BatchNormOptions extends NormOptions {
  /** Mean of the seeded variances: the share of its input's power that a layer before leaves; less of it makes the outcome larger. @default 0.5 */
  readonly variance?: number
}

/** Batch normalisation with the statistics of training (Ioffe & Szegedy 2015, arXiv:1502.03167, Algorithm 2): `[batch, size, …]` keeps its shape. */
export function batchNorm(context: GraphContext, x: Value, { name, size, epsilon, variance: power = 0.5 }: BatchNormOptions): Value {
  const { graph } = context
  return graph.scope(name, () => {
    const scale = context.weight('weight', [size], { mean: 1 })
    const bias = context.weight('bias', [size])
    const mean = context.weight('running_mean', [size])
    // half, so that a layer gains the √2 that its ReLU takes (arXiv:1502.01852, §2.2); six standard deviations bound the seeded numbers, so it stays above 0.2
    const variance = context.weight('running_var', [size], { mean: power, std: power / 10 })
    return graph.node('BatchNormalization', [x, scale, bias, mean, variance], { epsilon: { float: epsilon } })
  })
}
