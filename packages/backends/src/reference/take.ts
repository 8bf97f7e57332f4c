import type { Values } from './operator.ts'
import { sizeOf, stridesOf } from './shapes.ts'
import { emptyData, values } from './values.ts'

/** Any kind of element, where only its place matters. */
export type Elements = { [index: number]: number | bigint | string; readonly length: number }

/** A tensor whose elements are those of `x` at `offsets`; −1 stands for `fill`. */
export function take(x: Values, dims: readonly number[], offsets: Int32Array, fill?: number | bigint | string): Values {
  const { data: source } = x
  const data = emptyData(x.type, offsets.length) as Elements
  for (let index = 0; index < offsets.length; index += 1) {
    const offset = offsets[index]!
    data[index] = offset < 0 ? fill! : source[offset]!
  }
  return values(x.type, dims, data as Values['data'])
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
    for (let row = 0; row < outer; row += 1) {
      for (let index = 0; index < width; index += 1) data[row * length * inner + start + index] = part.data[row * width + index]!
    }
    start += width
  }
  return values(first!.type, dims, data as Values['data'])
}
