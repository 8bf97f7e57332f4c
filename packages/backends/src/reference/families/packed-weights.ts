import { matrixProduct } from '../matrix-product.ts'
import { combine } from '../elementwise.ts'
import type { Family, NodeFacts, Operator, Values } from '../operator.ts'
import { numbersOf, values } from '../values.ts'
import { add } from './arithmetic-kernels.ts'

/** Numbers of `bits` bits that are packed into bytes, the lowest first. */
export function unpackBits(bytes: ArrayLike<number>, start: number, count: number, bits: number): number[] {
  const mask = 2 ** bits - 1
  return Array.from({ length: count }, (_, index) => {
    const bit = index * bits
    return ((bytes[start + (bit >> 3)] ?? 0) >> (bit & 7)) & mask
  })
}

/**
 * The `[K, N]` matrix behind the packed `[N, blocks, bytes]` weights: each block of a column has a scale, and a zero point that is the
 * middle of the range where none is given (onnxruntime/docs/ContribOperators.md, com.microsoft.MatMulNBits-1).
 */
const unpackedWeights = (
  [packed, scales, zeros, groups]: readonly (Values | undefined)[],
  { k, n, bits, blockSize }: { readonly k: number; readonly n: number; readonly bits: number; readonly blockSize: number },
): Values => {
  const blocks = Math.ceil(k / blockSize)
  const bytesPerBlock = Math.ceil((blockSize * bits) / 8)
  const [bytes, scale] = [numbersOf(packed!), numbersOf(scales!)]
  const groupOf = groups === undefined ? null : numbersOf(groups)
  const data = new Float64Array(k * n)
  for (let column = 0; column < n; column += 1) {
    const zero = zeroPoints(zeros, column, blocks, bits)
    for (let block = 0; block < blocks; block += 1) {
      const length = Math.min(blockSize, k - block * blockSize)
      const numbers = unpackBits(bytes, (column * blocks + block) * bytesPerBlock, length, bits)
      for (const [index, number] of numbers.entries()) {
        const row = block * blockSize + index
        const group = groupOf?.[row] ?? block
        data[row * n + column] = (number - zero[group]!) * scale[column * blocks + group]!
      }
    }
  }
  return values('float32', [k, n], data)
}

function zeroPoints(zeros: Values | undefined, column: number, blocks: number, bits: number): readonly number[] {
  if (zeros === undefined) return Array.from({ length: blocks }, () => 2 ** (bits - 1))
  const numbers = numbersOf(zeros)
  // packed like the weights, unless they have the scales' type
  if (zeros.type !== 'uint8') return Array.from(numbers.subarray(column * blocks, (column + 1) * blocks))
  return unpackBits(numbers, column * Math.ceil((blocks * bits) / 8), blocks, bits)
}

const matMulNBits: Operator = ([a, packed, scales, zeros, groups, bias], node) => {
  const sizes = { k: node.int('K'), n: node.int('N'), bits: node.int('bits', 4), blockSize: node.int('block_size') }
  const blocks = Math.ceil(sizes.k / sizes.blockSize)
  const expected = sizes.n * blocks * Math.ceil((sizes.blockSize * sizes.bits) / 8)
  if (packed!.data.length !== expected) return node.fail(`has ${packed!.data.length} bytes, not ${expected}`, 1)
  if (scales!.data.length !== sizes.n * blocks) return node.fail(`has ${scales!.data.length} scales, not ${sizes.n * blocks}`, 2)
  const weights = unpackedWeights([packed, scales, zeros, groups], sizes)
  const product = matrixProduct(a!, { ...weights, type: a!.type }, node)
  return [bias === undefined ? product : combine(product, bias, node, add)]
}

/** Every width whose numbers do not straddle bytes. */
const refusesBits = (node: NodeFacts): string | null =>
  [2, 4, 8].includes(node.int('bits', 4)) ? null : `reference unpacks no weights of ${node.int('bits', 4)} bits`

/** Products with packed weights, of ONNX Runtime's own operator set. */
export const packedWeights: Family = {
  name: 'packed weights',
  domain: 'com.microsoft',
  operators: { MatMulNBits: { since: 1, inputs: 3, evaluate: matMulNBits, refuses: refusesBits } },
}
