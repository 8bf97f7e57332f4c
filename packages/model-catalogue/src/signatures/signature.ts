import type { Quirk } from '../model-type.ts'

/** Sizes and names of a tensor's axes. */
export type Shape = readonly (number | string)[]

/** The form of a graph: its inputs and outputs with shapes, free dimensions by name. */
export interface GraphSignature {
  /** Element type and shape by input. */
  readonly inputs: Readonly<Record<string, readonly [type: string, shape: Shape]>>
  readonly outputs: Readonly<Record<string, readonly [type: string, shape: Shape]>>
}

/** What a task's head is, found by building it. */
export interface HeadSignature extends GraphSignature {
  /** Upstream's class. */
  readonly architecture: string
  readonly parameters: number
  /** Names of the properties that experiments showed; see `traits`. */
  readonly traits: readonly string[]
}

/** What a type is, found by building it. */
export interface TypeSignature {
  /** By task, the default first. */
  readonly heads: Readonly<Record<string, HeadSignature>>
  /** How often each operator stands in the graph that the type runs by default. */
  readonly operators: Readonly<Record<string, number>>
  /** Transformers.js' auto class for the default task; null where it does not load the type. */
  readonly transformersJs: string | null
  /** Tolerance of the default head's answer in float16; null where that differs by more than rounding explains. */
  readonly halfPrecision: number | null
  readonly note: string | null
  /** Null where the type runs as any other. */
  readonly quirk: Quirk | null
  /** Fields of its `config.json`. */
  readonly configFields: readonly string[]
}

/** {@link TypeSignature.halfPrecision} where nothing was measured. */
export const usualHalfTolerance = 0.05
