import { expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { packedWeights, unpackBits } from './packed-weights.ts'

test('bits are unpacked from the lowest on', () => {
  expect(unpackBits([0x21, 0x43], 0, 4, 4)).toEqual([1, 2, 3, 4])
  expect(unpackBits([0b11_10_01_00], 0, 4, 2)).toEqual([0, 1, 2, 3])
  expect(unpackBits([7, 255], 1, 1, 8)).toEqual([255])
})

test('MatMulNBits is the product with (number − zero point) · scale', () => {
  const attributes = { K: 16, N: 2, bits: 4, block_size: 16 }
  const x = tensorOf(
    [1, 16],
    Array.from({ length: 16 }, (_, index) => index),
  )
  // column 0: all 9, column 1: 0 to 15
  const packed = tensorOf(
    [2, 1, 8],
    [...Array.from({ length: 8 }, () => 0x99), ...Array.from({ length: 8 }, (_, index) => 2 * index + ((2 * index + 1) << 4))],
    'uint8',
  )
  const scales = tensorOf([2], [0.5, 2])
  const squares = 1240
  expect(elementsOf(runOperator(packedWeights, 'MatMulNBits', [x, packed, scales], { attributes })[0])).toEqual([
    60,
    (squares - 8 * 120) * 2,
  ])
  const zeros = tensorOf([2], [9, 0], 'uint8')
  expect(elementsOf(runOperator(packedWeights, 'MatMulNBits', [x, packed, scales, zeros], { attributes })[0])).toEqual([0, squares * 2])
  expect(() => runOperator(packedWeights, 'MatMulNBits', [x, packed, tensorOf([1], [1])], { attributes })).toThrow('has 1 scales, not 2')
})
