import type { Tensor } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FeedMismatch, feedPicker } from './feeds.ts'

const float = (...values: number[]): Tensor => ({ type: 'float32', dims: [values.length], data: Float32Array.from(values) })

describe.each([true, false])('where the runtime checks arrays: %s', (checksArrays) => {
  const pick = (names: readonly string[]) => feedPicker(names, checksArrays)

  test('passes arrays on without a copy and adds the location', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
          { minLength: 1, maxLength: 5 },
        ),
        (names) => {
          const tensors = Object.fromEntries(names.map((name, index) => [name, float(index)]))
          const feeds = pick(names)(tensors)
          expect(Object.keys(feeds).sort()).toEqual([...names].sort())
          for (const name of names) expect(feeds[name]).toMatchObject({ location: 'cpu', data: tensors[name]!.data })
          for (const name of names) expect(Reflect.get(feeds[name]!, 'data')).toBe(tensors[name]!.data)
        },
      ),
    )
  })

  test('leaves a runtime’s own tensor as it is', () => {
    const own = { ...float(1), location: 'cpu' }
    expect(pick(['x'])({ x: own }).x).toBe(own)
  })

  test('leaves data on a device where it is', () => {
    const onDevice = { ...float(), location: 'gpu-buffer' }
    expect(pick(['x'])({ x: onDevice }).x).toBe(onDevice)
  })

  test('hands half precision over as bits of the same memory', () => {
    const data = Float16Array.of(1, -2)
    const bits = Reflect.get(pick(['x'])({ x: { type: 'float16', dims: [2], data } }).x!, 'data')
    expect(bits).toEqual(Uint16Array.of(0x3c00, 0xc000))
    expect(Reflect.get(bits, 'buffer')).toBe(data.buffer)
  })

  test.each([
    ['a missing input', {}],
    ['an unknown input', { x: float(1), y: float(1) }],
    ['half precision in a Float32Array', { x: { type: 'float16', dims: [1], data: Float32Array.of(1) } as const }],
  ])('refuses %s', (_, tensors) => {
    expect(() => pick(['x'])(tensors)).toThrow(FeedMismatch)
  })
})

test('an array of another kind is refused where the runtime would not notice', () => {
  const x: Tensor = { type: 'float32', dims: [1], data: Float64Array.of(1) }
  expect(() => feedPicker(['x'], false)({ x })).toThrow('float32 in a Float64Array')
})
