import type { Backend } from '../backend.ts'
import type { TestFramework } from './framework.ts'
import { binary, floats, model, valuesOf } from './models.ts'

export function numberCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  describe('numbers', () => {
    test('Add', async () => {
      await using session = await backend.open(binary('Add', [2, 3]))
      const { y } = await session.run({ a: floats([2, 3], 1, 2, 3, 4, 5, 6), b: floats([2, 3], 0.5, -2, 10, 0, 0.25, 100) })
      expect(valuesOf(y)).toEqual([1.5, 0, 13, 4, 5.25, 106])
      expect([...y!.dims]).toEqual([2, 3])
    })

    test('MatMul', async () => {
      await using session = await backend.open(binary('MatMul', ['n', 'n']))
      const { y } = await session.run({ a: floats([2, 2], 1, 2, 3, 4), b: floats([2, 2], 5, 6, 7, 8) })
      expect(valuesOf(y)).toEqual([19, 22, 43, 50])
    })

    test('every element of a larger product', async () => {
      await using session = await backend.open(binary('MatMul', [16, 16]))
      const a = Array.from({ length: 256 }, (_, index) => (index % 13) - 6)
      const b = Array.from({ length: 256 }, (_, index) => (index % 7) - 3)
      const { y } = await session.run({ a: floats([16, 16], ...a), b: floats([16, 16], ...b) })
      const product = Array.from({ length: 256 }, (_, index) =>
        Array.from({ length: 16 }, (_, k) => a[Math.floor(index / 16) * 16 + k]! * b[k * 16 + (index % 16)]!).reduce(
          (sum, each) => sum + each,
          0,
        ),
      )
      expect(valuesOf(y)).toEqual(product)
    })

    test('Softmax sums to one and keeps ratios', async () => {
      const softmax = model((graph) => graph.output('y', graph.node('Softmax', [graph.input('x', 'float32', [1, 3])]), 'float32', [1, 3]))
      await using session = await backend.open(softmax)
      const { y } = await session.run({ x: floats([1, 3], 0, Math.log(2), Math.log(5)) })
      const expected = [1 / 8, 2 / 8, 5 / 8]
      valuesOf(y).forEach((value, index) => expect(Math.abs(Number(value) - expected[index]!)).toBeLessThanOrEqual(1e-6))
      expect(valuesOf(y).length).toBe(3)
    })

    test('free dimensions change between runs of one session', async () => {
      await using session = await backend.open(binary('Mul', ['rows', 2]))
      const one = await session.run({ a: floats([1, 2], 2, 3), b: floats([1, 2], 5, 7) })
      const two = await session.run({ a: floats([2, 2], 1, 2, 3, 4), b: floats([2, 2], 10, 10, 10, 10) })
      expect(valuesOf(one.y)).toEqual([10, 21])
      expect(valuesOf(two.y)).toEqual([10, 20, 30, 40])
      expect([...two.y!.dims]).toEqual([2, 2])
    })

    test('the same inputs give the same bits, and inputs stay as they were', async () => {
      await using session = await backend.open(binary('MatMul', [8, 8]))
      const values = Array.from({ length: 64 }, (_, index) => Math.sin(index + 1))
      const feeds = { a: floats([8, 8], ...values), b: floats([8, 8], ...values.toReversed()) }
      const first = valuesOf((await session.run(feeds)).y)
      for (let run = 0; run < 5; run += 1) expect(valuesOf((await session.run(feeds)).y)).toEqual(first)
      expect(valuesOf(feeds.a)).toEqual(Array.from(Float32Array.from(values)))
    })

    test('an output is not overwritten by the next run', async () => {
      await using session = await backend.open(binary('Add', [1]))
      const first = await session.run({ a: floats([1], 1), b: floats([1], 1) })
      await session.run({ a: floats([1], 50), b: floats([1], 50) })
      expect(valuesOf(first.y)).toEqual([2])
    })

    for (const graphOptimizationLevel of ['disabled', 'basic', 'extended', 'all'] as const) {
      test(`optimization ${graphOptimizationLevel} gives the same`, async () => {
        await using session = await backend.open(binary('Sub', [2]), { graphOptimizationLevel })
        expect(valuesOf((await session.run({ a: floats([2], 5, 7), b: floats([2], 1, 2) })).y)).toEqual([4, 5])
      })
    }
  })
}
