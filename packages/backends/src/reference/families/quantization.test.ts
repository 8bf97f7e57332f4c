import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { quantization } from './quantization.ts'

const floats = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: length, maxLength: length })

describe('QuantizeLinear', () => {
  const run = (numbers: readonly number[], scale: number, zero: number, type: 'int8' | 'uint8' | 'int4'): number[] =>
    elementsOf(
      runOperator(quantization, 'QuantizeLinear', [
        tensorOf([numbers.length], numbers),
        tensorOf([], [scale]),
        tensorOf([], [zero], type),
      ])[0],
    )

  test('rounds halves to even and saturates', () => {
    expect(run([0.5, 1.5, 2.5, -0.5, -1.5, 300, -300], 1, 0, 'int8')).toEqual([0, 2, 2, 0, -2, 127, -128])
    expect(run([2, -300, 600], 2, 3, 'uint8')).toEqual([4, 0, 255])
    expect(run([100, -100], 1, 0, 'int4')).toEqual([7, -8])
  })

  test('divides in the type of the scale', () => {
    // two and a half in float32, and more in float64
    expect(1.75 / Math.fround(0.7)).toBeGreaterThan(2.5)
    expect(run([1.75], Math.fround(0.7), 0, 'int8')).toEqual([2])
  })

  test('gives uint8 without a zero point, or what output_dtype says', () => {
    const inputs = [tensorOf([1], [7]), tensorOf([], [1])]
    expect(runOperator(quantization, 'QuantizeLinear', inputs)[0]!.type).toBe('uint8')
    expect(runOperator(quantization, 'QuantizeLinear', inputs, { attributes: { output_dtype: 5 } })[0]!.type).toBe('int16')
  })

  test('loses at most half a scale within the range', () => {
    fc.assert(
      fc.property(floats(6), fc.double({ min: 0.1, max: 0.5, noNaN: true }), fc.nat(20), (numbers, scale, zero) => {
        const parameters = [tensorOf([], [scale]), tensorOf([], [zero], 'int8')]
        const [codes] = runOperator(quantization, 'QuantizeLinear', [tensorOf([6], numbers), ...parameters])
        const back = elementsOf(runOperator(quantization, 'DequantizeLinear', [codes, ...parameters])[0])
        for (const [index, value] of back.entries()) {
          const limits = [(-128 - zero) * scale, (127 - zero) * scale] as const
          const wanted = Math.min(Math.max(numbers[index]!, limits[0]), limits[1])
          expect(Math.abs(value - wanted)).toBeLessThanOrEqual(scale * (0.5 + 1e-5))
        }
      }),
    )
  })
})

describe('DequantizeLinear', () => {
  const codes = tensorOf([2, 4], [1, 2, 3, 4, 5, 6, 7, 8], 'uint8')

  test('has a scale for the tensor, each index of an axis, or each block', () => {
    const run = (scale: ReturnType<typeof tensorOf>, attributes: Record<string, number>): number[] =>
      elementsOf(runOperator(quantization, 'DequantizeLinear', [codes, scale], { attributes })[0])
    expect(run(tensorOf([], [2]), {})).toEqual([2, 4, 6, 8, 10, 12, 14, 16])
    expect(run(tensorOf([2], [1, 10]), { axis: 0 })).toEqual([1, 2, 3, 4, 50, 60, 70, 80])
    expect(run(tensorOf([4], [1, 10, 100, 0]), { axis: -1 })).toEqual([1, 20, 300, 0, 5, 60, 700, 0])
    // the last block is shorter
    expect(run(tensorOf([2, 2], [1, 10, 100, 1000]), { axis: 1, block_size: 3 })).toEqual([1, 2, 3, 40, 500, 600, 700, 8000])
    expect(run(tensorOf([1, 4], [1, 10, 100, 0]), { axis: 0, block_size: 2 })).toEqual([1, 20, 300, 0, 5, 60, 700, 0])
  })

  test('refuses scales and zero points of other shapes and types', () => {
    const run = (...inputs: ReturnType<typeof tensorOf>[]): unknown =>
      runOperator(quantization, 'DequantizeLinear', [codes, ...inputs], { attributes: { axis: 0 } })
    expect(() => run(tensorOf([4], [1, 1, 1, 1]))).toThrow('input 1: its shape is [4], and [2] is needed')
    expect(() => run(tensorOf([2], [1, 1]), tensorOf([1], [1], 'uint8'))).toThrow('input 2: its shape is [1], and that of the scale is [2]')
    expect(() => run(tensorOf([], [1]), tensorOf([], [1], 'int8'))).toThrow('input 2: its type is int8, and uint8 is needed')
    expect(() => run(tensorOf([], [1], 'uint8'))).toThrow('input 1: its type is uint8, and a float is needed')
  })
})

describe('DynamicQuantizeLinear', () => {
  test('spans the range of the numbers and zero', () => {
    const [y, scale, zero] = runOperator(quantization, 'DynamicQuantizeLinear', [tensorOf([3], [-1, 0, 4.1])])
    expect(elementsOf(scale)[0]).toBeCloseTo(5.1 / 255, 6)
    expect(elementsOf(zero)).toEqual([50])
    expect(elementsOf(y)).toEqual([0, 50, 255])
  })

  test('zeros stay zeros', () => {
    expect(runOperator(quantization, 'DynamicQuantizeLinear', [tensorOf([2], [0, 0])]).map(elementsOf)).toEqual([[0, 0], [0], [0]])
  })
})

test('QLinearMatMul scales rows and columns by themselves', () => {
  const inputs = [
    tensorOf([2, 2], [1, 2, 3, 4], 'uint8'),
    tensorOf([2], [1, 2]),
    tensorOf([2], [0, 1], 'uint8'),
    tensorOf([2, 2], [1, 0, 0, 1], 'uint8'),
    tensorOf([2], [1, 0.5]),
    tensorOf([], [0], 'uint8'),
    tensorOf([], [1]),
    tensorOf([], [10], 'uint8'),
  ]
  expect(elementsOf(runOperator(quantization, 'QLinearMatMul', inputs)[0])).toEqual([11, 11, 14, 13])
})

test('QLinearConv adds the bias before it scales each filter', () => {
  const inputs = [
    tensorOf([1, 1, 2], [4, 6], 'uint8'),
    tensorOf([], [0.5]),
    tensorOf([], [2], 'uint8'),
    tensorOf([2, 1, 1], [1, 3], 'int8'),
    tensorOf([2], [1, 2]),
    tensorOf([2], [0, 1], 'int8'),
    tensorOf([], [0.5]),
    tensorOf([], [1], 'uint8'),
    tensorOf([2], [0, 5], 'int32'),
  ]
  expect(elementsOf(runOperator(quantization, 'QLinearConv', inputs)[0])).toEqual([3, 5, 19, 27])
})
