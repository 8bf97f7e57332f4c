import type { DataType, ValueInfo } from '@vitest-hardware/onnx-graph'

/**
 * A dense tensor while it is computed with. All numbers are float64 except 64-bit integers; `bool` is 0 and 1; 4-bit integers stand
 * unpacked, one an element. Floats are not rounded to `type` between operators: only `Cast` and a graph's outputs round.
 * Integers always hold a value that their type can hold (see `wrapInteger`). Data may be shared between values: never write into an input.
 */
export interface Values {
  readonly kind: 'tensor'
  readonly type: DataType
  readonly dims: readonly number[]
  /** Row-major. Float64Array, but BigInt64Array for `int64`, BigUint64Array for `uint64` and an array for `string`. */
  readonly data: NumberData | BigData | readonly string[]
}
export type NumberData = Float64Array
export type BigData = BigInt64Array | BigUint64Array

/** ONNX's `seq(tensor)`. */
export interface SequenceValue {
  readonly kind: 'sequence'
  readonly items: readonly Values[]
}

/** ONNX's `optional` without a value; one with a value is that value. */
export interface NoValue {
  readonly kind: 'none'
}

export type AnyValue = Values | SequenceValue | NoValue

/** Computes a subgraph with its inputs by position; values of the outer graphs are seen by name. */
export type Subgraph = (inputs: readonly AnyValue[]) => Promise<readonly AnyValue[]>

/** Reads an attribute; without a fallback it throws where the attribute is missing. */
export interface Getter<Found> {
  (attribute: string): Found
  <Fallback>(attribute: string, fallback: Fallback): Found | Fallback
}

/** What an operator may ask of its node. */
export interface NodeFacts {
  /** ONNX's `op_type`. */
  readonly operator: string
  readonly domain: string
  /** Node's name, or its first output's where it has none. */
  readonly name: string
  /** Version of the operator's domain that the model imports. */
  readonly opset: number
  /** Number of declared outputs, unused ones in between included. */
  readonly outputCount: number
  /** Whether anything may read output `index`. */
  hasOutput(index: number): boolean
  has(attribute: string): boolean
  readonly int: Getter<number>
  readonly float: Getter<number>
  readonly string: Getter<string>
  readonly ints: Getter<readonly number[]>
  readonly floats: Getter<readonly number[]>
  readonly strings: Getter<readonly string[]>
  /** A tensor attribute; `undefined` where it is missing. */
  tensor(attribute: string): Values | undefined
}

export interface NodeContext extends NodeFacts {
  subgraph(attribute: string): Subgraph
  /** What a subgraph declares of its outputs. */
  subgraphOutputs(attribute: string): readonly ValueInfo[]
  /** Throws an error that names the node, the operator and, where given, the input by its position. */
  fail(what: string, input?: number): never
}

/** Outputs by position; `undefined` where an optional output is not computed. */
export type Operator = (inputs: readonly (Values | undefined)[], node: NodeContext) => readonly (Values | undefined)[]

/** An operator whose inputs or outputs may be sequences or optionals, or that runs subgraphs. */
export type ValueOperator = (
  inputs: readonly (AnyValue | undefined)[],
  node: NodeContext,
) => readonly (AnyValue | undefined)[] | Promise<readonly (AnyValue | undefined)[]>

interface Claim {
  /** First version of the operator set whose semantics are implemented; all later ones up to {@link newestOpset} are too. */
  readonly since: number
  /** Fewest inputs that must be present. @default 1 */
  readonly inputs?: number
  /** Why a node cannot be computed, seen from its attributes alone; null where it can. */
  readonly refuses?: (node: NodeFacts) => string | null
}
export type ClaimedOperator = Claim & ({ readonly evaluate: Operator } | { readonly evaluateValues: ValueOperator })

/** Operators of one kind, by `op_type`. */
export interface Family {
  readonly name: string
  /** @default '' (ONNX's own) */
  readonly domain?: string
  readonly operators: Readonly<Record<string, ClaimedOperator>>
}

/** Version of ONNX's operator set (onnx 1.20) up to which the semantics of the claimed operators were read. */
export const newestOpset = 25
