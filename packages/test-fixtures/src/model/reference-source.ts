import type { Tensors } from '@vitest-hardware/onnx-graph'

/** Where expected outputs come from. */
export interface ReferenceSource {
  /**
   * `model`: another model, run on cpu; `golden`: outputs that came with the model; `same-model`: the model itself on cpu,
   * without the optimizations that backends apply.
   */
  readonly kind: 'model' | 'golden' | 'same-model'
  /** For messages, e.g. `the same model on cpu without graph optimizations`. */
  readonly description: string
}

const sources = new WeakMap<Tensors, ReferenceSource>()

/** Remembers where outputs come from, beside them: they stay plain tensors. */
export function withReferenceSource<Outputs extends Tensors>(outputs: Outputs, source: ReferenceSource): Outputs {
  sources.set(outputs, source)
  return outputs
}

/** Where these outputs come from; undefined for tensors that are no `reference`. */
export function referenceSourceOf(outputs: Tensors): ReferenceSource | undefined {
  return sources.get(outputs)
}
