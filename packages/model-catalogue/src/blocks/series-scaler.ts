import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'

/** A series as a model reads it, and what brings forecasts back to its level. */
export interface ScaledSeries {
  readonly values: Value
  /** `[batch, 1, …]` */
  readonly location: Value
  /** `[batch, 1, …]` */
  readonly scale: Value
}

/** Less the mean of what was observed, over its deviation: `[batch, steps, channels]` (upstream's `StdScaler` of the PatchTST kin). */
export function deviationScaled(context: GraphContext, values: Value, observed: Value): ScaledSeries {
  const { graph } = context
  const total = (x: Value): Value => graph.node('ReduceSum', [x, graph.constant('int64', [1])], { keepdims: 1 })
  const count = graph.node('Max', [total(observed), graph.constant('float32', 1)])
  const location = graph.node('Div', [total(graph.node('Mul', [values, observed])), count])
  const away = graph.node('Mul', [graph.node('Sub', [values, location]), observed])
  const variance = graph.node('Div', [total(graph.node('Mul', [away, away])), count])
  const scale = graph.node('Sqrt', [graph.node('Add', [variance, graph.constant('float32', 1e-5)])])
  return { values: graph.node('Div', [graph.node('Sub', [values, location]), scale]), location, scale }
}

/**
 * The mean of the observed magnitudes, by which series are divided: `[batch, steps] → [batch, 1]` (Salinas et al. 2017, arXiv:1704.04110, §3.3);
 * that of the whole batch where nothing was observed, as upstream's `MeanScaler` has it.
 */
export function meanMagnitude(context: GraphContext, values: Value, observed: Value): Value {
  const { graph } = context
  const total = (x: Value, axis: number): Value => graph.node('ReduceSum', [x, graph.constant('int64', [axis])], { keepdims: 1 })
  const atLeastOne = (x: Value): Value => graph.node('Max', [x, graph.constant('float32', 1)])
  const sums = total(graph.node('Abs', [graph.node('Mul', [values, observed])]), 1)
  const counts = total(observed, 1)
  const own = graph.node('Div', [sums, atLeastOne(counts)])
  const common = graph.node('Div', [total(sums, 0), atLeastOne(total(counts, 0))])
  const chosen = graph.node('Where', [graph.node('Greater', [counts, graph.constant('float32', 0)]), own, common])
  return graph.node('Max', [chosen, graph.constant('float32', 1e-10)])
}

export interface PatchingOptions {
  readonly steps: number
  readonly patch: number
  readonly stride: number
}

/** How many patches a series has. */
export function patchCount({ steps, patch, stride }: PatchingOptions): number {
  return Math.floor((steps - patch) / stride) + 1
}

/** Overlapping pieces of each channel, the last one at the end of the series: `[batch, steps, channels] → [batch, channels, patches, patch]` (Nie et al. 2022, arXiv:2211.14730, §3.1). */
export function seriesPatches(context: GraphContext, values: Value, options: PatchingOptions): Value {
  const { graph } = context
  const { steps, patch, stride } = options
  const count = patchCount(options)
  const start = steps - (patch + stride * (count - 1))
  const places = Array.from({ length: count * patch }, (_, index) => start + Math.floor(index / patch) * stride + (index % patch))
  const picked = graph.node('Gather', [graph.node('Transpose', [values], { perm: [0, 2, 1] }), graph.constant('int64', places)], {
    axis: 2,
  })
  return graph.node('Reshape', [picked, graph.constant('int64', [0, 0, count, patch])])
}
