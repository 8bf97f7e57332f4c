import { attributeOrInput, axisIn } from '../axes.ts'
import type { Family, NodeContext, NumberData, Operator, ValueOperator, Values } from '../operator.ts'
import { broadcastDims, broadcastStrides, dimsText, normalizeAxis, offsetsOf, sizeOf, stridesOf } from '../shapes.ts'
import { take } from '../take.ts'
import { numberList, reshaped, values } from '../values.ts'

/** Reshape-25: 0 copies a size (unless `allowzero`), −1 takes what is left. Before version 5 the shape is an attribute. */
const reshape: Operator = ([x, shapeInput], node) => {
  const shape = attributeOrInput('shape', shapeInput, node, 5) ?? node.fail('the shape is missing')
  const allowsZero = node.int('allowzero', 0) === 1
  const copied = shape.map((size, axis) => {
    if (size !== 0 || allowsZero) return size
    return x!.dims[axis] ?? node.fail(`the shape ${dimsText(shape)} copies axis ${axis}, which ${dimsText(x!.dims)} does not have`, 1)
  })
  if (copied.filter((size) => size === -1).length > 1) return node.fail(`the shape ${dimsText(shape)} leaves more than one size open`, 1)
  const known = sizeOf(copied.filter((size) => size !== -1))
  const rest = known === 0 ? 0 : x!.data.length / known
  const dims = copied.map((size) => (size === -1 ? rest : size))
  if (!Number.isInteger(rest) || sizeOf(dims) !== x!.data.length)
    return node.fail(`${dimsText(x!.dims)} cannot be reshaped to ${dimsText(shape)}`, 1)
  return [reshaped(x!, dims)]
}

const flatten: Operator = ([x], node) => {
  const given = node.int('axis', 1)
  const axis = given < 0 ? given + x!.dims.length : given
  if (axis < 0 || axis > x!.dims.length) return node.fail(`the axis ${given} is not one of ${dimsText(x!.dims)}`, 0)
  return [reshaped(x!, [sizeOf(x!.dims, 0, axis), sizeOf(x!.dims, axis)])]
}

const squeeze: Operator = ([x, axesInput], node) => {
  const given = attributeOrInput('axes', axesInput, node, 13)
  const axes = given?.map((axis) => axisIn(axis, x!, node)) ?? [...x!.dims.keys()].filter((axis) => x!.dims[axis] === 1)
  const wrong = axes.find((axis) => x!.dims[axis] !== 1)
  if (wrong !== undefined) return node.fail(`axis ${wrong} of ${dimsText(x!.dims)} is not 1`, 0)
  return [
    reshaped(
      x!,
      x!.dims.filter((_, axis) => !axes.includes(axis)),
    ),
  ]
}

const unsqueeze: Operator = ([x, axesInput], node) => {
  const given = attributeOrInput('axes', axesInput, node, 13) ?? node.fail('the axes are missing')
  const rank = x!.dims.length + given.length
  const axes = new Set(given.map((axis) => normalizeAxis(axis, rank) ?? node.fail(`the axis ${axis} is not one of ${rank}`, 1)))
  if (axes.size !== given.length) return node.fail(`the axes ${dimsText(given)} repeat one`, 1)
  const sizes = x!.dims.values()
  return [
    reshaped(
      x!,
      Array.from({ length: rank }, (_, axis) => (axes.has(axis) ? 1 : sizes.next().value!)),
    ),
  ]
}

export function transposed(x: Values, permutation: readonly number[]): Values {
  const [rows, columns] = x.dims
  if (x.data instanceof Float64Array && permutation.length === 2 && permutation[0] === 1)
    return values(x.type, [columns!, rows!], transposedMatrix(x.data, rows!, columns!))
  const strides = stridesOf(x.dims)
  const dims = permutation.map((axis) => x.dims[axis]!)
  return take(
    x,
    dims,
    offsetsOf(
      dims,
      permutation.map((axis) => strides[axis]!),
    ),
  )
}

/** In squares that fit into the processor's cache: the columns of a large matrix lie a page apart. */
function transposedMatrix(source: NumberData, rows: number, columns: number): NumberData {
  const square = 32
  const data = new Float64Array(source.length)
  for (let top = 0; top < rows; top += square) {
    const bottom = Math.min(rows, top + square)
    for (let left = 0; left < columns; left += square) {
      const right = Math.min(columns, left + square)
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) data[column * rows + row] = source[row * columns + column]!
      }
    }
  }
  return data
}

const transpose: Operator = ([x], node) => {
  const permutation = node.ints('perm', [...x!.dims.keys()].reverse())
  const isPermutation =
    permutation.length === x!.dims.length && [...permutation].sort((a, b) => a - b).every((axis, index) => axis === index)
  if (!isPermutation) return node.fail(`${dimsText(permutation)} is no permutation of the axes of ${dimsText(x!.dims)}`, 0)
  return [transposed(x!, permutation)]
}

/** Expand-13: both shapes broadcast, so a size of 1 in the given shape keeps the input's. */
const expand: Operator = ([x, shape], node) => {
  const wanted = numberList(shape!)
  const dims = broadcastDims(x!.dims, wanted)
  if (dims === null) return node.fail(`${dimsText(x!.dims)} does not expand to ${dimsText(wanted)}`, 1)
  return [take(x!, dims, offsetsOf(dims, broadcastStrides(x!.dims, dims)))]
}

/** Tile-13; before version 6 it repeats along one axis. */
const tile: Operator = ([x, repeatsInput, axisInput], node) => {
  const given = numberList(repeatsInput!)
  const repeats = node.opset < 6 ? x!.dims.map((_, axis) => (axis === numberList(axisInput!)[0] ? given[0]! : 1)) : given
  if (repeats.length !== x!.dims.length) return node.fail(`has ${repeats.length} numbers for the shape ${dimsText(x!.dims)}`, 1)
  const strides = stridesOf(x!.dims)
  const offsets = offsetsOf(
    x!.dims.flatMap((size, axis) => [repeats[axis]!, size]),
    strides.flatMap((stride) => [0, stride]),
  )
  return [
    take(
      x!,
      x!.dims.map((size, axis) => size * repeats[axis]!),
      offsets,
    ),
  ]
}

/** DepthToSpace-13. */
const depthToSpace: Operator = ([x], node) => {
  const [n, c, h, w] = imageDims(x!, node)
  const block = node.int('blocksize')
  const depth = c / block ** 2
  if (!Number.isInteger(depth)) return node.fail(`${c} channels are no multiple of ${block}²`, 0)
  const channelsFirst = node.string('mode', 'DCR') === 'DCR'
  const split = channelsFirst ? [n, block, block, depth, h, w] : [n, depth, block, block, h, w]
  const mixed = transposed(reshaped(x!, split), channelsFirst ? [0, 3, 4, 1, 5, 2] : [0, 1, 4, 2, 5, 3])
  return [reshaped(mixed, [n, depth, h * block, w * block])]
}

/** SpaceToDepth-13. */
const spaceToDepth: Operator = ([x], node) => {
  const [n, c, h, w] = imageDims(x!, node)
  const block = node.int('blocksize')
  if (h % block !== 0 || w % block !== 0) return node.fail(`${dimsText(x!.dims)} has no whole blocks of ${block}`, 0)
  const split = reshaped(x!, [n, c, h / block, block, w / block, block])
  return [reshaped(transposed(split, [0, 3, 5, 1, 2, 4]), [n, c * block ** 2, h / block, w / block])]
}

function imageDims(x: Values, node: NodeContext): readonly [number, number, number, number] {
  const [n, c, h, w] = x.dims
  if (x.dims.length !== 4 || n === undefined || c === undefined || h === undefined || w === undefined)
    return node.fail(`${dimsText(x.dims)} is not [N, C, H, W]`, 0)
  return [n, c, h, w]
}

const identity: ValueOperator = ([x]) => [x]

/** What moves elements without computing with them, up to ONNX's operator set 25. */
export const reshaping: Family = {
  name: 'reshaping',
  operators: {
    DepthToSpace: { since: 1, evaluate: depthToSpace },
    Expand: { since: 8, inputs: 2, evaluate: expand },
    Flatten: { since: 1, evaluate: flatten },
    Identity: { since: 1, evaluateValues: identity },
    Reshape: { since: 1, evaluate: reshape },
    SpaceToDepth: { since: 1, evaluate: spaceToDepth },
    Squeeze: { since: 1, evaluate: squeeze },
    Tile: { since: 1, inputs: 2, evaluate: tile },
    Transpose: { since: 1, evaluate: transpose },
    Unsqueeze: { since: 1, evaluate: unsqueeze },
  },
}
