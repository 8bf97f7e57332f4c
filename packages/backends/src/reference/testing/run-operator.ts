import type { DataType } from '@vitest-hardware/onnx-graph'
import { type Family, newestOpset, type NodeContext, type Values } from '../operator.ts'
import { dataFromNumbers, numbersOf, values } from '../values.ts'

type Attribute = number | string | readonly number[] | readonly string[]

export interface RunOptions {
  readonly attributes?: Readonly<Record<string, Attribute>>
  /** @default the newest */
  readonly opset?: number
  /** Declared outputs. @default 1 */
  readonly outputs?: number
}

/** Evaluates one operator of a family without a graph around it. */
export function runOperator(
  family: Family,
  operator: string,
  inputs: readonly (Values | undefined)[],
  { attributes = {}, opset = newestOpset, outputs = 1 }: RunOptions = {},
): readonly (Values | undefined)[] {
  const claimed = family.operators[operator]
  if (claimed === undefined || !('evaluate' in claimed)) throw new Error(`${family.name} has no ${operator}`)
  const read =
    <Found>() =>
    <Fallback = never>(attribute: string, ...rest: readonly (Fallback | undefined)[]): Found | Fallback => {
      if (attribute in attributes) return attributes[attribute] as Found
      if (rest.length > 0) return rest[0] as Fallback
      throw new Error(`the attribute '${attribute}' is missing`)
    }
  const node: NodeContext = {
    operator,
    domain: '',
    name: operator,
    opset,
    outputCount: outputs,
    hasOutput: (index) => index < outputs,
    has: (attribute) => attribute in attributes,
    int: read<number>(),
    float: read<number>(),
    string: read<string>(),
    ints: read<readonly number[]>(),
    floats: read<readonly number[]>(),
    strings: read<readonly string[]>(),
    tensor: () => undefined,
    subgraph: () => {
      throw new Error('no subgraphs here')
    },
    subgraphOutputs: () => [],
    fail: (what, input) => {
      throw new Error(input === undefined ? what : `input ${input}: ${what}`)
    },
  }
  return claimed.evaluate(inputs, node)
}

/** A tensor of `numbers`, float32 where no type is given. */
export function tensorOf(dims: readonly number[], numbers: Iterable<number>, type: DataType = 'float32'): Values {
  return values(type, dims, dataFromNumbers(type, Float64Array.from(numbers)))
}

/** The elements of an output that must be there. */
export function elementsOf(output: Values | undefined): number[] {
  if (output === undefined) throw new Error('the output is missing')
  return [...numbersOf(output)]
}
