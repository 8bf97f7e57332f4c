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

/** How inputs of certain names are filled, true to what a preprocessor would feed. The first rule whose `names` match and that applies wins. */
export interface InputRule {
  readonly names: RegExp
  /** Narrows the rule to models of some kind. @default all */
  readonly applies?: (config: ModelConfig | null) => boolean
  /** `count` numbers in row-major order. */
  readonly fill: (request: InputRequest) => ArrayLike<number>
}

/** An approximately normal number of mean 0 and variance 1: twelve uniforms less 6. */
export function normal(random: () => number): number {
  let sum = -6
  for (let term = 0; term < 12; term++) sum += random()
  return sum
}

/** `count` numbers that `next` makes. */
export function numbers(count: number, next: (index: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => next(index))
}

/** A whole number of `config` or of its text, vision or audio part; null where it is absent. */
export function configInteger(config: ModelConfig | null, field: string): number | null {
  const parts = [config, ...['text_config', 'vision_config', 'audio_config'].map((name) => config?.[name])] as (
    | Readonly<Record<string, unknown>>
    | null
    | undefined
  )[]
  const value = parts.map((part) => part?.[field]).find((candidate) => typeof candidate === 'number' && Number.isInteger(candidate))
  return typeof value === 'number' ? value : null
}
