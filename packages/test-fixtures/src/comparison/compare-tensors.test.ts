import type { Tensor } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTensors } from './compare-tensors.ts'
import { resolveTolerance } from './tolerance.ts'

const float32 = (...values: number[]): Tensor => ({ type: 'float32', dims: [values.length], data: Float32Array.from(values) })
const float16 = (...bits: number[]): Tensor => ({ type: 'float16', dims: [bits.length], data: Uint16Array.from(bits) })

const anyTensor: fc.Arbitrary<Tensor> = fc.oneof(
  fc.float32Array({ minLength: 1, maxLength: 40 }).map((data): Tensor => ({ type: 'float32', dims: [data.length], data })),
  fc.float64Array({ minLength: 1, maxLength: 40 }).map((data): Tensor => ({ type: 'float64', dims: [data.length], data })),
  fc.uint16Array({ minLength: 1, maxLength: 40 }).map((data): Tensor => ({ type: 'float16', dims: [data.length], data })),
  fc.uint16Array({ minLength: 1, maxLength: 40 }).map((data): Tensor => ({ type: 'bfloat16', dims: [data.length], data })),
  fc.bigInt64Array({ minLength: 1, maxLength: 40 }).map((data): Tensor => ({ type: 'int64', dims: [data.length], data })),
  fc.uint8Array({ minLength: 1, maxLength: 40 }).map((data): Tensor => ({ type: 'uint8', dims: [data.length], data })),
  fc.array(fc.string(), { minLength: 1, maxLength: 40 }).map((data): Tensor => ({ type: 'string', dims: [data.length], data })),
)

test('a tensor equals itself at no tolerance, NaN and infinities included', () => {
  fc.assert(
    fc.property(anyTensor, (tensor) => {
      const { differing, largestAbsolute } = compareTensors(tensor, tensor, { tolerance: 0 })
      expect(differing).toBe(0)
      expect(largestAbsolute).toBeNull()
    }),
  )
})

test('what lies beyond the tolerance differs, what lies within does not', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const cases = fc.record({
    values: fc.array(number, { minLength: 1, maxLength: 30 }),
    at: fc.nat(),
    share: fc.oneof(fc.double({ min: 1.01, max: 50, noNaN: true }), fc.double({ min: 0, max: 0.99, noNaN: true })),
    sign: fc.constantFrom(1, -1),
    tolerance: fc.double({ min: 1e-6, max: 0.1, noNaN: true }),
  })
  fc.assert(
    fc.property(cases, ({ values, at, share, sign, tolerance }) => {
      const position = at % values.length
      const expected: Tensor = { type: 'float64', dims: [values.length], data: Float64Array.from(values) }
      const scale = Math.max(...values.map(Math.abs))
      const { atol, rtol } = resolveTolerance('float64', { tolerance }, scale)
      const allowed = atol + rtol * Math.abs(values[position]!)
      fc.pre(allowed > 1e-9)
      const changed = Float64Array.from(values)
      changed[position] = values[position]! + sign * share * allowed
      const { differing, first } = compareTensors({ ...expected, data: changed }, expected, { tolerance })
      expect(differing).toBe(share > 1 ? 1 : 0)
      expect(first?.position).toBe(share > 1 ? position : undefined)
    }),
  )
})

test('a NaN or an infinity on one side differs at every tolerance', () => {
  const special = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
  fc.assert(
    fc.property(special, fc.float({ noNaN: true, noDefaultInfinity: true }), (odd, plain) => {
      expect(compareTensors(float32(odd), float32(plain), { rtol: 1e9, atol: 1e9 }).differing).toBe(1)
      expect(compareTensors(float32(plain), float32(odd), { rtol: 1e9, atol: 1e9 }).differing).toBe(1)
    }),
  )
  const both = compareTensors(float32(1, Number.NEGATIVE_INFINITY, 3), float32(1, Number.POSITIVE_INFINITY, 2), { rtol: 1 })
  expect(both).toMatchObject({ differing: 1, nonFinite: 1, firstNonFinite: { index: [1] }, largestAbsolute: { index: [2], error: 1 } })
})

describe('default tolerances', () => {
  test('float32 is held to its own scale below 1, and to 1e-4 above', () => {
    expect(compareTensors(float32(1.00005, 2), float32(1, 2), {}).differing).toBe(0)
    expect(compareTensors(float32(1.001, 2), float32(1, 2), {}).differing).toBe(1)
    expect(compareTensors(float32(1e-6, 2e-6), float32(1e-6, 3e-6), {}).differing).toBe(1)
    expect(compareTensors(float32(1e-9, 3e-6), float32(0, 3e-6), {}).differing).toBe(1)
  })

  test('one huge element does not hide the others', () => {
    expect(compareTensors(float32(-3.4e38, 0.5), float32(-3.4e38, 0.6), {}).differing).toBe(1)
  })

  test('float16 is looser and compares values, not bits', () => {
    // 1 and the next number above it, 1.0009765625; −0 and 0
    expect(compareTensors(float16(0x3c01, 0x8000), float16(0x3c00, 0), {}).differing).toBe(0)
    expect(compareTensors(float16(0x3c00), float16(0x4000), {}).first).toMatchObject({ actual: 1, expected: 2, error: 1 })
  })

  test('whole numbers are exact whatever the tolerance, unless atol is given', () => {
    const tensor = (value: bigint): Tensor => ({ type: 'int64', dims: [1, 1], data: BigInt64Array.of(value) })
    const result = compareTensors(tensor(50_001n), tensor(50_000n), { tolerance: 1e-2 })
    expect(result.first).toEqual({ position: 0, index: [0, 0], actual: 50_001n, expected: 50_000n, error: 1 })
    expect(compareTensors(tensor(50_001n), tensor(50_000n), { atol: 1 }).differing).toBe(0)
    const bytes = (value: number): Tensor => ({ type: 'uint8', dims: [1], data: Uint8Array.of(value) })
    expect(compareTensors(bytes(7), bytes(8), { tolerance: 1 }).differing).toBe(1)
    expect(compareTensors(bytes(7), bytes(8), { atol: 1 }).differing).toBe(0)
  })

  test('64-bit integers keep their last bit', () => {
    const tensor = (value: bigint): Tensor => ({ type: 'uint64', dims: [], data: BigUint64Array.of(value) })
    expect(compareTensors(tensor(2n ** 64n - 1n), tensor(2n ** 64n - 2n), {}).differing).toBe(1)
  })

  test('strings are equal or not', () => {
    const tensor = (...data: string[]): Tensor => ({ type: 'string', dims: [data.length], data })
    expect(compareTensors(tensor('a', 'b'), tensor('a', 'c'), { tolerance: 1 })).toMatchObject({
      differing: 1,
      first: { actual: 'b', expected: 'c', index: [1] },
    })
  })

  test('4-bit types are unpacked', () => {
    const tensor = (byte: number): Tensor => ({ type: 'int4', dims: [2], data: Uint8Array.of(byte) })
    expect(compareTensors(tensor(0xf1), tensor(0x71), {}).first).toMatchObject({ index: [1], actual: -1, expected: 7 })
  })

  test('a negative tolerance is refused', () => {
    expect(() => compareTensors(float32(1), float32(1), { tolerance: -1 })).toThrow(RangeError)
    expect(() => compareTensors(float32(1), float32(1), { rtol: Number.NaN })).toThrow(/rtol must be 0 or more/)
  })
})

test('places are multi-indexes of the largest errors, also within the tolerance', () => {
  const tensor = (...values: number[]): Tensor => ({ type: 'float32', dims: [2, 3], data: Float32Array.from(values) })
  const result = compareTensors(tensor(1, 2, 3, 4, 5.5, 100.5), tensor(1, 2, 3, 4, 5, 100), { tolerance: 0.05 })
  expect(result.differing).toBe(1)
  expect(result.first).toMatchObject({ index: [1, 1], error: 0.5 })
  expect(result.largestRelative).toMatchObject({ index: [1, 1] })
  expect(result.largestAbsolute).toMatchObject({ index: [1, 1], error: 0.5 })
})

test('an empty tensor matches', () => {
  const tensor: Tensor = { type: 'float32', dims: [0, 4], data: new Float32Array() }
  expect(compareTensors(tensor, tensor, {})).toMatchObject({ elements: 0, differing: 0 })
})
