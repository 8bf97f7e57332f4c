/** Row-major strides, in elements. */
export function stridesOf(dims: readonly number[]): number[] {
  const strides = Array.from({ length: dims.length }, () => 1)
  for (let axis = dims.length - 2; axis >= 0; axis -= 1) strides[axis] = strides[axis + 1]! * dims[axis + 1]!
  return strides
}

/** Number of elements of `dims[from..to)`. */
export function sizeOf(dims: readonly number[], from = 0, to: number = dims.length): number {
  let size = 1
  for (let axis = from; axis < to; axis += 1) size *= dims[axis]!
  return size
}

/** Shape that both broadcast to (onnx/docs/Broadcasting.md, multidirectional), or null where they do not. */
export function broadcastDims(...shapes: readonly (readonly number[])[]): number[] | null {
  const rank = Math.max(0, ...shapes.map((dims) => dims.length))
  const result = Array.from({ length: rank }, () => 1)
  for (const dims of shapes) {
    const offset = rank - dims.length
    for (const [axis, size] of dims.entries()) {
      const other = result[axis + offset]!
      if (other === 1) result[axis + offset] = size
      else if (size !== 1 && size !== other) return null
    }
  }
  return result
}

/** Strides of `dims` seen as a tensor of the broadcast shape: 0 where an axis is repeated. */
export function broadcastStrides(dims: readonly number[], target: readonly number[]): number[] {
  const strides = stridesOf(dims)
  const offset = target.length - dims.length
  return target.map((_, axis) => (axis < offset || dims[axis - offset] === 1 ? 0 : strides[axis - offset]!))
}

/**
 * For each element of a tensor of shape `dims`, in row-major order, its offset under other strides.
 * @param base offset of the first element
 */
export function offsetsOf(dims: readonly number[], strides: readonly number[], base = 0): Int32Array {
  const count = sizeOf(dims)
  const offsets = new Int32Array(count)
  if (count === 0) return offsets
  const rank = dims.length
  const index = new Int32Array(rank)
  let offset = base
  for (let element = 0; element < count; element += 1) {
    offsets[element] = offset
    for (let axis = rank - 1; axis >= 0; axis -= 1) {
      offset += strides[axis]!
      index[axis]! += 1
      if (index[axis]! < dims[axis]!) break
      offset -= strides[axis]! * dims[axis]!
      index[axis] = 0
    }
  }
  return offsets
}

/** A possibly negative axis as one in `[0, rank)`, or null where it is out of range. */
export function normalizeAxis(axis: number, rank: number): number | null {
  const positive = axis < 0 ? axis + rank : axis
  return Number.isInteger(positive) && positive >= 0 && positive < rank ? positive : null
}

export function sameDims(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis])
}

/** `[2, 3]`, for messages. */
export function dimsText(dims: readonly (number | string)[]): string {
  return `[${dims.join(', ')}]`
}
