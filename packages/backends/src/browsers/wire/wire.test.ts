import type { Tensor } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeFrame, encodeFrame } from './frame.ts'
import { packTensors, unpackTensors } from './tensors.ts'

const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 5 })

test('a frame comes out as it went in, each part aligned for any array', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), parts, (message, buffers) => {
      const frame = decodeFrame(encodeFrame(message, buffers).buffer)
      expect(frame.message).toEqual(JSON.parse(JSON.stringify(message)))
      expect(frame.buffers.map((part) => [...part])).toEqual(buffers.map((part) => [...part]))
      for (const part of frame.buffers) expect(part.byteOffset % 8).toBe(0)
    }),
    { numRuns: 40 },
  )
})

const tensors: readonly Tensor[] = [
  { type: 'float32', dims: [2], data: Float32Array.of(1.5, NaN) },
  { type: 'float64', dims: [1], data: Float64Array.of(5e-324) },
  { type: 'float16', dims: [2], data: Uint16Array.of(0x3c00, 0x7bff) },
  { type: 'float16', dims: [1], data: Float16Array.of(-2) },
  { type: 'int8', dims: [3], data: Int8Array.of(-128, 0, 127) },
  { type: 'int4', dims: [3], data: Int8Array.of(0x21, 0x03) },
  { type: 'uint8', dims: [0, 3], data: new Uint8Array(0) },
  { type: 'bool', dims: [], data: Uint8Array.of(1) },
  { type: 'int64', dims: [2], data: BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n) },
  { type: 'uint64', dims: [1], data: BigUint64Array.of(2n ** 64n - 1n) },
  { type: 'string', dims: [3], data: ['', 'naïve ☃ 𝔘', 'a\nb'] },
]

test.each([true, false])('tensors of every kind in one frame, with memory of their own: %s', (own) => {
  const named = tensors.map((tensor, index) => [`t${index}`, tensor] as const)
  const { described, parts } = packTensors(named)
  const frame = decodeFrame(encodeFrame({ described }, parts).buffer)
  const { described: arrived } = frame.message as { described: typeof described }
  const back = unpackTensors(arrived, frame.buffers, own)
  expect(Object.entries(back)).toEqual(named)
  if (own) expect(new Set(Object.values(back).map(({ data }) => ('buffer' in data ? data.buffer : data))).size).toBe(tensors.length)
})

test('a view into a larger array sends its own elements only', () => {
  const { parts } = packTensors([['x', { type: 'float32', dims: [2], data: new Float32Array(Float32Array.of(9, 1, 2, 9).buffer, 4, 2) }]])
  expect(parts[0]?.byteLength).toBe(8)
})
