import { axisIn } from '../axes.ts'
import type { Family, NodeContext, Operator, Values } from '../operator.ts'
import { dimsText, offsetsOf, sizeOf, stridesOf } from '../shapes.ts'
import { take, wholeAxis } from '../take.ts'
import { numberList, numbersOf } from '../values.ts'

/** Indexes in `[0, size)`; negative ones count from the end. */
function indexesIn(indices: Values, size: number, node: NodeContext, input = 1): number[] {
  return numberList(indices).map((index) => {
    const positive = index < 0 ? index + size : index
    if (positive < 0 || positive >= size) return node.fail(`the index ${index} is not in an axis of ${size}`, input)
    return positive
  })
}

/** Gather-13: `indices` take the place of one axis. */
const gather: Operator = ([x, indices], node) => {
  const axis = axisIn(node.int('axis', 0), x!, node)
  const size = x!.dims[axis]!
  const chosen = indexesIn(indices!, size, node)
  const [outer, inner] = [sizeOf(x!.dims, 0, axis), sizeOf(x!.dims, axis + 1)]
  const offsets = new Int32Array(outer * chosen.length * inner)
  let at = 0
  for (let row = 0; row < outer; row += 1) {
    for (const index of chosen) {
      const start = (row * size + index) * inner
      for (let column = 0; column < inner; column += 1) {
        offsets[at] = start + column
        at += 1
      }
    }
  }
  return [take(x!, [...x!.dims.slice(0, axis), ...indices!.dims, ...x!.dims.slice(axis + 1)], offsets)]
}

/**
 * For each element of `indices`, the offset in a tensor of shape `dims` of the element at the same place but with that index along `axis`.
 */
export function elementOffsets(dims: readonly number[], indices: Values, axis: number, node: NodeContext): Int32Array {
  const fits = indices.dims.length === dims.length && indices.dims.every((size, each) => each === axis || size <= dims[each]!)
  if (!fits) return node.fail(`the shape ${dimsText(indices.dims)} does not fit into ${dimsText(dims)} beside axis ${axis}`, 1)
  const strides = stridesOf(dims)
  const offsets = offsetsOf(
    indices.dims,
    strides.map((stride, each) => (each === axis ? 0 : stride)),
  )
  for (const [element, index] of indexesIn(indices, dims[axis]!, node).entries()) offsets[element]! += index * strides[axis]!
  return offsets
}

/** GatherElements-13. */
const gatherElements: Operator = ([x, indices], node) => {
  const axis = axisIn(node.int('axis', 0), x!, node)
  return [take(x!, indices!.dims, elementOffsets(x!.dims, indices!, axis, node))]
}

/**
 * Offsets of the slices that the last axis of `indices` points at, one for each tuple.
 * @param batchDims axes of `x` that `indices` shares instead of pointing into them
 */
export function sliceOffsets(x: Values, indices: Values, batchDims: number, node: NodeContext): { offsets: Int32Array; width: number } {
  const depth = indices.dims.at(-1)
  if (depth === undefined || batchDims + depth > x.dims.length)
    return node.fail(`tuples of ${depth ?? 0} indexes point into ${x.dims.length - batchDims} axes`, 1)
  const strides = stridesOf(x.dims)
  const tuples = sizeOf(indices.dims, 0, indices.dims.length - 1)
  const batches = sizeOf(x.dims, 0, batchDims)
  const perBatch = tuples / batches
  const batchStride = sizeOf(x.dims, batchDims)
  const numbers = numbersOf(indices)
  const offsets = new Int32Array(tuples)
  for (let tuple = 0; tuple < tuples; tuple += 1) {
    let offset = Math.floor(tuple / perBatch) * batchStride
    for (let position = 0; position < depth; position += 1) {
      const size = x.dims[batchDims + position]!
      const index = numbers[tuple * depth + position]!
      const positive = index < 0 ? index + size : index
      if (positive < 0 || positive >= size) return node.fail(`the index ${index} is not in an axis of ${size}`, 1)
      offset += positive * strides[batchDims + position]!
    }
    offsets[tuple] = offset
  }
  return { offsets, width: sizeOf(x.dims, batchDims + depth) }
}

/** GatherND-13. */
const gatherNd: Operator = ([x, indices], node) => {
  const batchDims = node.int('batch_dims', 0)
  const { offsets, width } = sliceOffsets(x!, indices!, batchDims, node)
  const all = new Int32Array(offsets.length * width)
  for (const [tuple, offset] of offsets.entries()) for (const column of wholeAxis(width)) all[tuple * width + column] = offset + column
  const dims = [...indices!.dims.slice(0, -1), ...x!.dims.slice(batchDims + indices!.dims.at(-1)!)]
  return [take(x!, dims, all)]
}

/** Reading by index, up to ONNX's operator set 25. */
export const gathering: Family = {
  name: 'gathering',
  operators: {
    Gather: { since: 1, inputs: 2, evaluate: gather },
    GatherElements: { since: 11, inputs: 2, evaluate: gatherElements },
    GatherND: { since: 11, inputs: 2, evaluate: gatherNd },
  },
}
