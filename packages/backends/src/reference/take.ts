import type { NumberData, Values } from './operator.ts'
import { sizeOf, stridesOf } from './shapes.ts'
import { emptyData, values } from './values.ts'

/** Any kind of element, where only its place matters. */
export type Elements = { [index: number]: number | bigint | string; readonly length: number }

/** A tensor whose elements are those of `x` at `offsets`; −1 stands for `fill`. */
export function take(x: Values, dims: readonly number[], offsets: Int32Array, fill?: number | bigint | string): Values {
  const { data: source } = x
  if (source instanceof Float64Array) return values(x.type, dims, takeNumbers(source, offsets, Number(fill)))
  const data = emptyData(x.type, offsets.length) as Elements
  for (let index = 0; index < offsets.length; index += 1) {
    const offset = offsets[index]!
    data[index] = offset < 0 ? fill! : source[offset]!
  }
  return values(x.type, dims, data as Values['data'])
}

/** For itself, because code that sees one kind of array only is many times faster. */
function takeNumbers(source: NumberData, offsets: Int32Array, fill: number): NumberData {
  const data = new Float64Array(offsets.length)
  for (let index = 0; index < data.length; index += 1) {
    const offset = offsets[index]!
    data[index] = offset < 0 ? fill : source[offset]!
  }
  return data
}

/**
 * For each axis the indexes of `x` that the result has there; −1 stands for `fill`. The result's shape is the lists' lengths.
 */
export function select(x: Values, indexes: readonly (readonly number[])[], fill?: number | bigint | string): Values {
  const dims = indexes.map((list) => list.length)
  const strides = stridesOf(x.dims)
  let offsets = new Int32Array(1)
  for (const [axis, list] of indexes.entries()) {
    const stride = strides[axis]!
    const next = new Int32Array(offsets.length * list.length)
    let at = 0
    for (const base of offsets) {
      for (const index of list) {
        next[at] = base < 0 || index < 0 ? -1 : base + index * stride
        at += 1
      }
    }
    offsets = next
  }
  return take(x, dims, offsets, fill)
}

/** All indexes of an axis. */
export function wholeAxis(size: number): number[] {
  return Array.from({ length: size }, (_, index) => index)
}

/** Copies `count` elements. */
function copyInto(target: Elements, at: number, source: Values['data'], from: number, count: number): void {
  if (target instanceof Float64Array && source instanceof Float64Array) target.set(source.subarray(from, from + count), at)
  else for (let index = 0; index < count; index += 1) target[at + index] = source[from + index]!
}

/** Tensors side by side along an axis; they have the same type, and the same sizes along the other axes. */
export function concatenate(parts: readonly Values[], axis: number): Values {
  const [first] = parts
  const length = parts.reduce((sum, part) => sum + part.dims[axis]!, 0)
  const dims = first!.dims.map((size, each) => (each === axis ? length : size))
  const data = emptyData(first!.type, sizeOf(dims)) as Elements
  const [outer, inner] = [sizeOf(dims, 0, axis), sizeOf(dims, axis + 1)]
  let start = 0
  for (const part of parts) {
    const width = part.dims[axis]! * inner
    for (let row = 0; row < outer; row += 1) copyInto(data, row * length * inner + start, part.data, row * width, width)
    start += width
  }
  return values(first!.type, dims, data as Values['data'])
}
