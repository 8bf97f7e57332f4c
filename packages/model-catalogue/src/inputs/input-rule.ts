import type { DataType } from '@vitest-hardware/onnx-graph'
import type { ModelConfig } from '../model-type.ts'

/** What is known of an input whose numbers are wanted. */
export interface InputRequest {
  readonly name: string
  readonly type: DataType
  /** All sizes resolved. */
  readonly dims: readonly number[]
  /** Product of `dims`. */
  readonly count: number
  /** The model type's config; null for a user's own file. */
  readonly config: ModelConfig | null
  /** Uniform numbers in [0, 1), seeded by the input's name. */
  readonly random: () => number
}

/** How inputs of certain names are filled, true to what a preprocessor would feed. The first rule whose `names` match wins. */
export interface InputRule {
  readonly names: RegExp
  /** `count` numbers in row-major order. */
  readonly fill: (request: InputRequest) => ArrayLike<number>
}

/** `count` numbers that `next` makes. */
export function numbers(count: number, next: (index: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => next(index))
}

/** A whole number of `config`, or null where it is absent. */
export function configInteger(config: ModelConfig | null, field: string): number | null {
  const value = config?.[field]
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}
