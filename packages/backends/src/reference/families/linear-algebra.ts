import { pairElements } from '../elementwise.ts'
import { matrixProduct } from '../matrix-product.ts'
import type { Family, NodeContext, Operator, Values } from '../operator.ts'
import { dimsText, sizeOf } from '../shapes.ts'
import { numbersOf, values } from '../values.ts'
import { einsum } from './einsum.ts'
import { transposed } from './reshaping.ts'

const matMul: Operator = ([a, b], node) => {
  if (a!.type !== b!.type) return node.fail(`is ${b!.type}, but the first input is ${a!.type}`, 1)
  return [matrixProduct(a!, b!, node)]
}

/** Gemm-13: `alpha · A′ · B′ + beta · C`. */
const gemm: Operator = ([a, b, c], node) => {
  const turned = (matrix: Values, flag: string, input: number): Values => {
    if (matrix.dims.length !== 2) return node.fail(`${dimsText(matrix.dims)} is no matrix`, input)
    return node.int(flag, 0) === 0 ? matrix : transposed(matrix, [1, 0])
  }
  const product = matrixProduct(turned(a!, 'transA', 0), turned(b!, 'transB', 1), node)
  const [alpha, beta] = [node.float('alpha', 1), node.float('beta', 1)]
  const data = numbersOf(product)
  if (c === undefined || beta === 0)
    return [
      values(
        a!.type,
        product.dims,
        data.map((value) => alpha * value),
      ),
    ]
  // unlike that of the arithmetic operators, Gemm's `broadcast` of old never had an axis
  const pairs = pairElements(product, c, { ...node, opset: Math.max(7, node.opset) })
  if (pairs.dims.length !== 2 || pairs.a !== null)
    return node.fail(`${dimsText(c.dims)} does not broadcast to ${dimsText(product.dims)}`, 2)
  const added = numbersOf(c)
  return [
    values(
      a!.type,
      product.dims,
      data.map((value, index) => alpha * value + beta * added[pairs.b === null ? index : pairs.b[index]!]!),
    ),
  ]
}

/** MatMulInteger-10: products of 8-bit integers less their zero points, in int32. */
const matMulInteger: Operator = ([a, b, aZero, bZero], node) => {
  const rows = a!.dims.at(-2) ?? 1
  const columns = b!.dims.at(-1)!
  const inner = a!.dims.at(-1)!
  const left = shifted(a!, aZero, (index) => Math.floor(index / inner) % rows, 'left', node)
  const right = shifted(b!, bZero, (index) => index % columns, 'right', node)
  return [matrixProduct(left, right, node)]
}

/** Takes a zero point off each element: one for all, or one for each row of the left or column of the right matrix. */
function shifted(x: Values, zero: Values | undefined, lineOf: (index: number) => number, side: string, node: NodeContext): Values {
  const source = numbersOf(x)
  if (zero === undefined) return values('int32', x.dims, source)
  const zeros = numbersOf(zero)
  const lines = side === 'left' ? (x.dims.at(-2) ?? 1) : x.dims.at(-1)!
  if (zeros.length !== 1 && zeros.length !== lines)
    return node.fail(`has ${zeros.length} zero points for ${lines}`, side === 'left' ? 2 : 3)
  return values(
    'int32',
    x.dims,
    source.map((value, index) => value - zeros[zeros.length === 1 ? 0 : lineOf(index)]!),
  )
}

/** Det-22, by elimination with the largest pivot of the column. */
const det: Operator = ([x], node) => {
  const size = x!.dims.at(-1)
  if (size === undefined || x!.dims.at(-2) !== size) return node.fail(`${dimsText(x!.dims)} holds no square matrices`, 0)
  const dims = x!.dims.slice(0, -2)
  const source = numbersOf(x!)
  return [
    values(
      x!.type,
      dims,
      Float64Array.from({ length: sizeOf(dims) }, (_, matrix) =>
        determinant(source.slice(matrix * size ** 2, (matrix + 1) * size ** 2), size),
      ),
    ),
  ]
}

function determinant(matrix: Float64Array, size: number): number {
  let result = 1
  for (let column = 0; column < size; column += 1) {
    let pivot = column
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(matrix[row * size + column]!) > Math.abs(matrix[pivot * size + column]!)) pivot = row
    }
    const top = matrix[pivot * size + column]!
    if (top === 0) return 0
    if (pivot !== column) {
      result = -result
      for (let each = 0; each < size; each += 1) {
        const upper = matrix[column * size + each]!
        matrix[column * size + each] = matrix[pivot * size + each]!
        matrix[pivot * size + each] = upper
      }
    }
    result *= top
    for (let row = column + 1; row < size; row += 1) {
      const factor = matrix[row * size + column]! / top
      for (let each = column; each < size; each += 1) matrix[row * size + each]! -= factor * matrix[column * size + each]!
    }
  }
  return result
}

/** Products of matrices, up to ONNX's operator set 25. */
export const linearAlgebra: Family = {
  name: 'linear algebra',
  operators: {
    Det: { since: 11, evaluate: det },
    Einsum: { since: 12, evaluate: einsum },
    Gemm: { since: 1, inputs: 2, evaluate: gemm },
    MatMul: { since: 1, inputs: 2, evaluate: matMul },
    MatMulInteger: { since: 10, inputs: 2, evaluate: matMulInteger },
  },
}
