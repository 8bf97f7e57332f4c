import type { Value } from '@vitest-hardware/onnx-graph'
import { exp, log } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { activate } from './activation.ts'
import { length } from './attention-mask.ts'
import { linear } from './linear.ts'

export interface TimestepOptions {
  /** Elements of the embedding, even. */
  readonly size: number
  /** Cosines before sines (diffusers' `flip_sin_to_cos`). */
  readonly cosinesFirst: boolean
  /** The last frequency is 10000^-((half - 1)/(half - shift)) (diffusers' `downscale_freq_shift`). */
  readonly frequencyShift: number
}

/** Angular frequencies of {@link timestepEmbedding}: `size / 2` numbers that fall from 1 towards 1/10000. */
export function timestepFrequencies({ size, frequencyShift }: Pick<TimestepOptions, 'size' | 'frequencyShift'>): number[] {
  const half = size / 2
  return Array.from({ length: half }, (_, index) => exp((-log(10_000) * index) / (half - frequencyShift)))
}

/** Sines and cosines of a step of the noise schedule (Ho et al. 2020, arXiv:2006.11239, appendix B): int64 `[steps] → [steps, size]`. */
export function timestepEmbedding(context: GraphContext, timestep: Value, { size, cosinesFirst, frequencyShift }: TimestepOptions): Value {
  const { graph } = context
  const column = graph.node('Unsqueeze', [graph.node('Cast', [timestep], { to: 1 }), graph.constant('int64', [1])])
  const angles = graph.node('Mul', [column, graph.constant('float32', timestepFrequencies({ size, frequencyShift }))])
  const parts = [graph.node('Sin', [angles]), graph.node('Cos', [angles])]
  return graph.node('Concat', cosinesFirst ? parts.toReversed() : parts, { axis: 1 })
}

/** One timestep for each item of `x`: `[1] or [batch] → [batch]`. */
export function timestepPerItem(context: GraphContext, timestep: Value, x: Value): Value {
  const { graph } = context
  return graph.node('Expand', [timestep, graph.node('Unsqueeze', [length(context, x, 0), graph.constant('int64', [0])])])
}

/** Two layers with SiLU between, by diffusers' names `linear_1` and `linear_2`: `[batch, inputSize] → [batch, outputSize]`. */
export function timestepProjection(
  context: GraphContext,
  x: Value,
  { name, inputSize, outputSize }: { readonly name: string; readonly inputSize: number; readonly outputSize: number },
): Value {
  return context.graph.scope(name, () => {
    const inner = activate(context, linear(context, x, { name: 'linear_1', inputSize, outputSize }), 'silu')
    return linear(context, inner, { name: 'linear_2', inputSize: outputSize, outputSize })
  })
}
