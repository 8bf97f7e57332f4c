import { type DataType, dataTypes, type Tensor, type TensorData } from '@vitest-hardware/onnx-graph'
import type { Backend } from '../backend.ts'
import type { TestFramework } from './framework.ts'
import { identity, valuesOf } from './models.ts'

/** Extremes of each element type, three of each. */
const samples: Readonly<Record<DataType, TensorData | null>> = {
  float32: Float32Array.of(-0.5, 3.4028234663852886e38, Infinity),
  float64: Float64Array.of(-0.1, Number.MAX_VALUE, 5e-324),
  float16: Uint16Array.of(0x3c00, 0xc000, 0x7bff),
  bfloat16: null,
  int8: Int8Array.of(-128, 0, 127),
  uint8: Uint8Array.of(0, 128, 255),
  int16: Int16Array.of(-32768, 0, 32767),
  uint16: Uint16Array.of(0, 32768, 65535),
  int32: Int32Array.of(-2147483648, 0, 2147483647),
  uint32: Uint32Array.of(0, 2147483648, 4294967295),
  int64: BigInt64Array.of(-9223372036854775808n, -1n, 9223372036854775807n),
  uint64: BigUint64Array.of(0n, 9223372036854775808n, 18446744073709551615n),
  bool: Uint8Array.of(0, 1, 1),
  string: ['', 'naïve ☃ 𝔘', 'a\nb'],
  int4: null,
  uint4: null,
}

export function dataTypeCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  const roundTrip = async (type: DataType, dims: readonly number[], data: TensorData): Promise<void> => {
    await using session = await backend.open(identity(type, dims))
    const x: Tensor = { type, dims, data }
    const { y } = await session.run({ x })
    expect(y?.type).toBe(type)
    expect([...(y?.dims ?? [])]).toEqual([...dims])
    expect(valuesOf(y)).toEqual(valuesOf(x))
  }

  describe('element types', () => {
    for (const type of dataTypes.filter((each) => backend.capabilities.dtypes.has(each))) {
      const data = samples[type]
      if (data !== null) test(`${type} comes back as it went in`, () => roundTrip(type, [3], data))
    }

    test('float16 may be a Float16Array', async () => {
      if (!backend.capabilities.dtypes.has('float16') || typeof Float16Array === 'undefined') return
      await roundTrip('float16', [2], Float16Array.of(1, -2))
    })

    test('a scalar has no dimensions', () => roundTrip('float32', [], Float32Array.of(7)))
    test('a tensor may have no elements', () => roundTrip('float32', [0, 3], new Float32Array(0)))

    test('a view into a larger buffer is read where it starts', async () => {
      await roundTrip('float32', [2], new Float32Array(Float32Array.of(9, 1, 2, 9).buffer, 4, 2))
    })

    test('a runtime’s output is an input without conversion', async () => {
      await using session = await backend.open(identity('int64', ['n']))
      const first = await session.run({ x: { type: 'int64', dims: [2], data: BigInt64Array.of(1n, -1n) } })
      const second = await session.run({ x: first.y! })
      expect(valuesOf(second.y)).toEqual([1n, -1n])
    })
  })
}
