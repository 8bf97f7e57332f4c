import type { BigData, NodeContext, NumberData, Values } from './operator.ts'
import { isBig, wrapInteger } from './integers.ts'
import { broadcastDims, broadcastStrides, dimsText, offsetsOf, sizeOf } from './shapes.ts'
import { numbersOf, reshaped, values } from './values.ts'

/**
 * `target[i, j] += Σ a[i, k] · b[k, j]`, all row-major, in the order of `k` for each element.
 * The inner loop runs along rows of `b` and of the target.
 */
function multiplyInto(
  target: NumberData,
  a: NumberData,
  b: NumberData,
  sizes: { readonly rows: number; readonly inner: number; readonly columns: number },
  starts: { readonly target: number; readonly a: number; readonly b: number },
): void {
  const { rows, inner, columns } = sizes
  for (let row = 0; row < rows; row += 1) {
    const out = starts.target + row * columns
    for (let k = 0; k < inner; k += 1) {
      const factor = a[starts.a + row * inner + k]!
      const line = starts.b + k * columns
      for (let column = 0; column < columns; column += 1) target[out + column]! += factor * b[line + column]!
    }
  }
}

/**
 * numpy.matmul: the last two axes are matrices, those before broadcast; a vector is a row on the left and a column on the right (MatMul-13).
 */
export function matrixProduct(a: Values, b: Values, node: NodeContext): Values {
  if (a.dims.length === 0 || b.dims.length === 0) return node.fail('is a scalar', a.dims.length === 0 ? 0 : 1)
  const left = a.dims.length === 1 ? reshaped(a, [1, ...a.dims]) : a
  const right = b.dims.length === 1 ? reshaped(b, [...b.dims, 1]) : b
  const [rows, inner] = left.dims.slice(-2) as [number, number]
  const [height, columns] = right.dims.slice(-2) as [number, number]
  const batch = broadcastDims(left.dims.slice(0, -2), right.dims.slice(0, -2))
  if (inner !== height || batch === null) return node.fail(`${dimsText(a.dims)} and ${dimsText(b.dims)} cannot be multiplied`, 1)
  const dims = [...batch, ...(a.dims.length === 1 ? [] : [rows]), ...(b.dims.length === 1 ? [] : [columns])]
  const aOffsets = offsetsOf(batch, broadcastStrides(left.dims.slice(0, -2), batch))
  const bOffsets = offsetsOf(batch, broadcastStrides(right.dims.slice(0, -2), batch))
  const sizes = { rows, inner, columns }
  const startsOf = (index: number): { target: number; a: number; b: number } => ({
    target: index * rows * columns,
    a: aOffsets[index]! * rows * inner,
    b: bOffsets[index]! * inner * columns,
  })
  const count = sizeOf(batch)
  if (isBig(a.type) && isBig(b.type)) {
    const data = a.type === 'int64' ? new BigInt64Array(count * rows * columns) : new BigUint64Array(count * rows * columns)
    for (let index = 0; index < count; index += 1) multiplyBigs(data, a.data as BigData, b.data as BigData, sizes, startsOf(index))
    return values(a.type, dims, data)
  }
  const data = new Float64Array(count * rows * columns)
  for (let index = 0; index < count; index += 1) multiplyInto(data, numbersOf(a), numbersOf(b), sizes, startsOf(index))
  const wrap = wrapInteger(a.type)
  return values(a.type, dims, a.type === 'float32' ? data : data.map(wrap))
}

function multiplyBigs(
  target: BigData,
  a: BigData,
  b: BigData,
  { rows, inner, columns }: { readonly rows: number; readonly inner: number; readonly columns: number },
  starts: { readonly target: number; readonly a: number; readonly b: number },
): void {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let sum = 0n
      for (let k = 0; k < inner; k += 1) sum += a[starts.a + row * inner + k]! * b[starts.b + k * columns + column]!
      target[starts.target + row * columns + column] = sum
    }
  }
}
