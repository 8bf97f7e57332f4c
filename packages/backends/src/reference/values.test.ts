import { dataTypes, type DataType, type Tensor } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromTensor, rounding, toTensor, values } from './values.ts'

const samples: Readonly<Record<DataType, Tensor['data']>> = {
  float32: Float32Array.of(-0.5, 1 / 3, Infinity),
  float64: Float64Array.of(-0.1, Number.MAX_VALUE, 5e-324),
  float16: Uint16Array.of(0x3c00, 0xc001, 0x7bff),
  bfloat16: Uint16Array.of(0x3f80, 0xc001, 0x7f7f),
  int8: Int8Array.of(-128, 0, 127),
  uint8: Uint8Array.of(0, 128, 255),
  int16: Int16Array.of(-32768, 0, 32767),
  uint16: Uint16Array.of(0, 32768, 65535),
  int32: Int32Array.of(-2147483648, 0, 2147483647),
  uint32: Uint32Array.of(0, 2147483648, 4294967295),
  int64: BigInt64Array.of(-9223372036854775808n, -1n, 9223372036854775807n),
  uint64: BigUint64Array.of(0n, 1n, 18446744073709551615n),
  bool: Uint8Array.of(0, 1, 1),
  string: ['', 'naïve', '☃'],
  int4: Uint8Array.of(0x8f, 0x07),
  uint4: Uint8Array.of(0x8f, 0x07),
}

test.each(dataTypes)('%s comes back as it went in', (type) => {
  const tensor: Tensor = { type, dims: [3], data: samples[type] }
  expect(toTensor(fromTensor(tensor))).toEqual(tensor)
})

test('a value must have as many elements as its shape', () => {
  expect(() => values('float32', [2, 2], new Float64Array(3))).toThrow('3 elements for the shape [2, 2]')
})

test.each(['float32', 'float16', 'bfloat16'] as const)('rounding to %s is the nearest value that the type holds', (type) => {
  const round = rounding(type)
  const bits = { float32: 24, float16: 11, bfloat16: 8 }[type]
  fc.assert(
    fc.property(fc.double({ min: 1e-4, max: 6e4, noNaN: true }), (value) => {
      expect(round(round(value))).toBe(round(value))
      expect(Math.abs(round(value) - value)).toBeLessThanOrEqual(value * 2 ** -bits)
    }),
  )
})
