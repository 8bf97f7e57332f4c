import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { ModelInputsOptions } from '../loaders/resolved-model.ts'
import type { GraphSignature } from '../signatures/signature.ts'

/** A model that can be asked, wherever it runs. */
export interface Asked {
  run(feeds: Tensors): Promise<Tensors>
  inputs(options: ModelInputsOptions): Tensors
}

/** What a trait's experiment found, each relative to the largest magnitude of the numbers compared. */
export interface Experiment {
  /** How far numbers are apart that must be equal; 0 is ideal. */
  readonly same: number
  /** How far numbers are apart that must differ; infinite where nothing must. */
  readonly differs: number
}

/** A property of whole architectures that an experiment on inputs shows: a model that computes something else seldom has it by chance. */
export interface Trait {
  /** As the tests' names have it. */
  readonly name: string
  /** Whether the experiment can be made on a graph of this form. */
  applies(signature: GraphSignature): boolean
  experiment(model: Asked): Promise<Experiment>
}

/** Differences above this are no rounding, and below it no effect. */
export const sameBelow = 1e-4
export const differsAbove = 1e-4

export function shows({ same, differs }: Experiment): boolean {
  return same < sameBelow && differs > differsAbove
}
