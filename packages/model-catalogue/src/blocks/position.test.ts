import { toNumbers } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, ids, runBlock } from '../testing/run-model.ts'
import { maskedPositions, sinusoids } from './position.ts'
import { relativeBucket } from './relative-position-bias.ts'
import { applyRotary, rotaryAngles } from './rotary-position.ts'

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0)

test('rotated queries and keys meet in products that depend on their distance alone', async () => {
  const [size, count] = [8, 12]
  const vector = [...seededNormal('vector', size)]
  const x = floats([1, 1, count, size], Array.from({ length: count }, () => vector).flat())
  const positions = ids(
    [1, count],
    Array.from({ length: count }, (_, index) => index),
  )
  const output = await runBlock({ x, positions }, 4, (context, values) =>
    applyRotary(context, values['x']!, rotaryAngles(context, { positions: values['positions']!, size })),
  )
  const rotated = Array.from({ length: count }, (_, index) => [...toNumbers(output).subarray(index * size, (index + 1) * size)])
  rotated[0]!.forEach((value, index) => expect(value).toBeCloseTo(vector[index]!, 6))
  expect(dot(rotated[2]!, rotated[5]!)).toBeCloseTo(dot(rotated[7]!, rotated[10]!), 4)
  expect(Math.abs(dot(rotated[2]!, rotated[5]!) - dot(rotated[2]!, rotated[6]!))).toBeGreaterThan(1e-3)
})

test('the first pair turns by one radian a step, the second by θ^(-2/size)', async () => {
  const [size, theta] = [4, 10_000]
  const x = floats([1, 1, 1, size], [1, 1, 0, 0])
  const output = await runBlock({ x, positions: ids([1, 1], [3]) }, 4, (context, values) =>
    applyRotary(context, values['x']!, rotaryAngles(context, { positions: values['positions']!, size, theta })),
  )
  const slow = 3 * theta ** (-2 / size)
  ;[Math.cos(3), Math.cos(slow), Math.sin(3), Math.sin(slow)].forEach((value, index) =>
    expect(toNumbers(output)[index]).toBeCloseTo(value, 5),
  )
})

/** Upstream's `T5Attention._relative_position_bucket`, in float64. */
function upstreamBucket(relative: number, buckets: number, maxDistance: number, bidirectional: boolean): number {
  const count = bidirectional ? buckets / 2 : buckets
  const offset = bidirectional && relative > 0 ? count : 0
  const distance = bidirectional ? Math.abs(relative) : -Math.min(relative, 0)
  const exact = Math.floor(count / 2)
  const large = exact + Math.trunc((Math.log(distance / exact) / Math.log(maxDistance / exact)) * (count - exact) + 1e-9)
  return offset + (distance < exact ? distance : Math.min(large, count - 1))
}

test('relative positions fall into upstream’s buckets', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300, max: 300 }), fc.constantFrom(8, 32), fc.boolean(), (relative, buckets, bidirectional) => {
      expect(relativeBucket(relative, { buckets, maxDistance: 128, bidirectional })).toBe(
        upstreamBucket(relative, buckets, 128, bidirectional),
      )
    }),
  )
})

test('masked positions count what is not masked', async () => {
  const mask = ids([2, 5], [0, 0, 1, 1, 1, 1, 1, 1, 0, 0])
  const output = await runBlock({ mask }, 2, (context, values) =>
    context.graph.node('Cast', [maskedPositions(context, values['mask']!)], { to: 1 }),
  )
  expect([...toNumbers(output)]).toEqual([0, 0, 0, 1, 2, 0, 1, 2, 2, 2])
})

test('sinusoids hold the sines before the cosines', () => {
  const table = sinusoids(3, 4)
  const slow = 1 / 10_000
  expect([...table.subarray(0, 4)]).toEqual([0, 0, 1, 1])
  ;[Math.sin(2), Math.sin(2 * slow), Math.cos(2), Math.cos(2 * slow)].forEach((value, index) =>
    expect(table[8 + index]).toBeCloseTo(value, 6),
  )
})
