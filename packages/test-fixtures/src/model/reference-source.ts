import type { Tensors } from '@vitest-hardware/onnx-graph'

/** Where expected outputs come from. */
export interface ReferenceSource {
  /**
   * `model`: another model; `golden`: outputs that came with the model; `same-model`: the model itself. Models run on `reference`, in
   * float64; large ones, and what `reference` cannot run, on cpu without graph optimizations, which the description then says.
   */
  readonly kind: 'model' | 'golden' | 'same-model'
  /** For messages, e.g. `the same model on reference (float64)`. */
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
