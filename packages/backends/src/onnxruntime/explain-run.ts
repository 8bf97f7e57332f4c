import type { Tensor, Tensors, ValueInfo } from '@vitest-hardware/onnx-graph'
import { arrayKindOf, arrayKinds } from './feeds.ts'

/** What is wrong with one input: which, and what to do. */
export interface InputFault {
  readonly input: string
  readonly what: string
  readonly nextStep: string
}

/** Compares tensors with the model's inputs; the first fault in the model's order, or null where nothing is wrong with them. */
export function findInputFault(inputs: readonly ValueInfo[], tensors: Tensors): InputFault | null {
  for (const input of inputs) {
    const fault = faultOf(input, tensors[input.name])
    if (fault !== null) return fault
  }
  const known = new Set(inputs.map(({ name }) => name))
  const unknown = Object.keys(tensors).find((name) => !known.has(name) && tensors[name] !== undefined)
  if (unknown === undefined) return null
  return { input: unknown, what: `the model has no input '${unknown}'`, nextStep: `give exactly the inputs ${list(known)}` }
}

function faultOf({ name, value }: ValueInfo, tensor: Tensor | undefined): InputFault | null {
  const fault = (what: string, nextStep: string): InputFault => ({ input: name, what: `input '${name}' ${what}`, nextStep })
  if (value.kind !== 'tensor') return fault(`is ${value.onnxType}, not a tensor`, 'use a model whose inputs are tensors')
  const expected = `${value.type}${shapeText(value.dims)}`
  if (tensor === undefined) return fault(`is missing: expected ${expected}`, `add '${name}' to the inputs`)
  const given = `${tensor.type}${shapeText(tensor.dims)}`
  const disagree = (nextStep: string): InputFault => fault(`does not fit: expected ${expected}, got ${given}`, nextStep)
  if (tensor.type !== value.type) return disagree(`give '${name}' as ${value.type}`)
  if (value.dims !== null && !fits(value.dims, tensor.dims)) return disagree(`give '${name}' in the shape ${shapeText(value.dims)}`)
  return dataFault(tensor, fault)
}

function dataFault(tensor: Tensor, fault: (what: string, nextStep: string) => InputFault): InputFault | null {
  if ('location' in tensor && tensor.location !== 'cpu') return null
  const kind = arrayKindOf(tensor.data)
  const kinds = arrayKinds[tensor.type] ?? 'an array'
  if (!kinds.split(' or ').includes(kind)) return fault(`is ${tensor.type} but its data is a ${kind}`, `give its data as ${kinds}`)
  const size = tensor.dims.reduce((product, dim) => product * dim, 1)
  const elements = tensor.type === 'int4' || tensor.type === 'uint4' ? Math.ceil(size / 2) : size
  if (tensor.data.length === elements) return null
  return fault(`has ${tensor.data.length} elements, but its shape ${shapeText(tensor.dims)} needs ${elements}`, 'make data and dims agree')
}

function fits(expected: readonly (number | string)[], given: readonly number[]): boolean {
  return expected.length === given.length && expected.every((size, index) => typeof size === 'string' || size === given[index])
}

/** `[1, n, 3]`; `[…]` where the rank is unknown. */
export function shapeText(dims: readonly (number | string)[] | null): string {
  return dims === null ? '[…]' : `[${dims.join(', ')}]`
}

function list(names: ReadonlySet<string>): string {
  return [...names].map((name) => `'${name}'`).join(', ')
}
