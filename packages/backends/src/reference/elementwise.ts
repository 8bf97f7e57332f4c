import type { DataType } from '@vitest-hardware/onnx-graph'
import { isBig, wrapInteger } from './integers.ts'
import type { BigData, ClaimedOperator, NodeContext, NumberData, Values } from './operator.ts'
import { broadcastDims, broadcastStrides, dimsText, offsetsOf, sameDims } from './shapes.ts'
import { emptyData, numbersOf, reshaped, stringsOf, values } from './values.ts'

/** Applies a function to each element of a tensor of floats or of integers of at most 32 bits; integers wrap. */
export function mapNumbers(x: Values, fn: (value: number) => number): Values {
  const source = numbersOf(x)
  const wrap = wrapInteger(x.type)
  const data = new Float64Array(source.length)
  for (let index = 0; index < data.length; index += 1) data[index] = wrap(fn(source[index]!))
  return values(x.type, x.dims, data)
}

export function mapBigs(x: Values, fn: (value: bigint) => bigint): Values {
  const source = x.data as BigData
  const data = emptyData(x.type, source.length) as BigData
  for (let index = 0; index < source.length; index += 1) data[index] = fn(source[index]!)
  return values(x.type, x.dims, data)
}

/** An operator of one float input that applies a function to each element. */
export function unary(since: number, fn: (value: number) => number): ClaimedOperator {
  return { since, evaluate: ([x]) => [mapNumbers(x!, fn)] }
}

/** What two inputs look like to a function of their elements. */
export interface Pairs {
  readonly dims: readonly number[]
  /** For each element of the result, the offset of the element of `a`; null where it is the element's own index. */
  readonly a: Int32Array | null
  readonly b: Int32Array | null
}

/**
 * Pairs the elements of two tensors by broadcasting. Before version 7 of the operator set broadcasting is asked for by the attribute
 * `broadcast`, and the attribute `axis` says with which axis of `a` the first of `b` is aligned (onnx/docs/Changelog.md, Add-6).
 */
export function pairElements(a: Values, b: Values, node: NodeContext): Pairs {
  const aligned = node.opset < 7 ? alignLegacy(a, b, node) : b
  if (sameDims(a.dims, aligned.dims)) return { dims: a.dims, a: null, b: null }
  const dims = broadcastDims(a.dims, aligned.dims)
  if (dims === null) return node.fail(`${dimsText(a.dims)} and ${dimsText(aligned.dims)} do not broadcast to one shape`, 1)
  return { dims, a: offsetsFor(a, dims), b: offsetsFor(aligned, dims) }
}

function offsetsFor(value: Values, dims: readonly number[]): Int32Array | null {
  return sameDims(value.dims, dims) ? null : offsetsOf(dims, broadcastStrides(value.dims, dims))
}

function alignLegacy(a: Values, b: Values, node: NodeContext): Values {
  const axis = node.int('axis', null)
  if (node.int('broadcast', 0) === 0 || axis === null) return b
  const trailing = a.dims.length - (axis < 0 ? axis + a.dims.length : axis) - b.dims.length
  if (trailing < 0) return node.fail(`a tensor of shape ${dimsText(b.dims)} does not fit at axis ${axis} of ${dimsText(a.dims)}`, 1)
  return reshaped(b, [...b.dims, ...Array.from({ length: trailing }, () => 1)])
}

/** How two elements make one: for floats and integers of at most 32 bits, and for 64-bit integers. */
export interface BinaryKernel {
  readonly numbers: (type: DataType) => (a: number, b: number) => number
  readonly bigs?: (a: bigint, b: bigint) => bigint
}

/** Arithmetic on two tensors of one type, the result of the same type; integers wrap. */
export function combine(a: Values, b: Values, node: NodeContext, kernel: BinaryKernel): Values {
  if (a.type !== b.type) return node.fail(`is ${b.type}, but the first input is ${a.type}`, 1)
  if (a.type === 'string') return node.fail('is a string tensor', 0)
  const pairs = pairElements(a, b, node)
  if (isBig(a.type)) {
    if (kernel.bigs === undefined) return node.fail(`is ${a.type}, which the operator does not take`, 0)
    const data = emptyData(a.type, countOf(pairs, a)) as BigData
    combineInto(data, a.data as BigData, b.data as BigData, pairs, kernel.bigs)
    return values(a.type, pairs.dims, data)
  }
  const wrap = wrapInteger(a.type)
  const fn = kernel.numbers(a.type)
  const data = new Float64Array(countOf(pairs, a))
  combineInto(data, a.data as NumberData, b.data as NumberData, pairs, fn)
  if (a.type !== 'float32') for (let index = 0; index < data.length; index += 1) data[index] = wrap(data[index]!)
  return values(a.type, pairs.dims, data)
}

function countOf(pairs: Pairs, a: Values): number {
  return pairs.a?.length ?? a.data.length
}

/** `data[i] = fn(a[…], b[…])`. */
function combineInto<Element>(
  data: { [index: number]: Element; readonly length: number },
  a: { readonly [index: number]: Element },
  b: { readonly [index: number]: Element },
  pairs: Pairs,
  fn: (a: Element, b: Element) => Element,
): void {
  const { a: left, b: right } = pairs
  for (let index = 0; index < data.length; index += 1) {
    data[index] = fn(a[left === null ? index : left[index]!]!, b[right === null ? index : right[index]!]!)
  }
}

/** A comparison of two tensors of one type; numbers, bigints and strings all order with JavaScript's operators. */
export function compare(
  a: Values,
  b: Values,
  node: NodeContext,
  fn: (a: number | bigint | string, b: number | bigint | string) => boolean,
): Values {
  if (a.type !== b.type) return node.fail(`is ${b.type}, but the first input is ${a.type}`, 1)
  const pairs = pairElements(a, b, node)
  const data = new Float64Array(countOf(pairs, a))
  const left = a.type === 'string' ? stringsOf(a) : a.data
  const right = b.type === 'string' ? stringsOf(b) : b.data
  for (let index = 0; index < data.length; index += 1) {
    data[index] = fn(left[pairs.a === null ? index : pairs.a[index]!]!, right[pairs.b === null ? index : pairs.b[index]!]!) ? 1 : 0
  }
  return values('bool', pairs.dims, data)
}

/** An operator of two inputs of one type. */
export function binary(since: number, kernel: BinaryKernel): ClaimedOperator {
  return { since, inputs: 2, evaluate: ([a, b], node) => [combine(a!, b!, node, kernel)] }
}

/** An operator of one or more inputs of one type, folded from the left. */
export function variadic(since: number, kernel: BinaryKernel): ClaimedOperator {
  return {
    since,
    evaluate: (inputs, node) => {
      const given = inputs.filter((input) => input !== undefined)
      return [given.reduce((sum, next) => combine(sum, next, node, kernel))]
    },
  }
}
