import type { Backend } from '../backend.ts'
import { RunError } from '../errors.ts'
import { openSessionCount } from '../onnxruntime/open-sessions.ts'
import type { TestFramework } from './framework.ts'
import { addWeight, binary, floats, identity, model, valuesOf } from './models.ts'

export function lifecycleCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  describe('sessions', () => {
    test('say what their load cost', async () => {
      await using session = await backend.open(addWeight(1))
      expect(session.load.milliseconds).toBeGreaterThan(0)
      expect(session.load.residentBytes).toBeGreaterThanOrEqual(0)
    })

    test('may be disposed twice, and are counted once', async () => {
      const before = openSessionCount()
      const session = await backend.open(addWeight(1))
      // a backend that stands on another one's sessions has more than one
      expect(openSessionCount()).toBeGreaterThanOrEqual(before + 1)
      await session[Symbol.asyncDispose]()
      await session[Symbol.asyncDispose]()
      expect(openSessionCount()).toBe(before)
    })

    test('do not run after they are disposed', async () => {
      const session = await backend.open(addWeight(1))
      await session[Symbol.asyncDispose]()
      const error = await session.run({ x: floats([1], 1) }).catch((thrown: unknown) => thrown)
      expect(error instanceof RunError ? error.message : error).toMatch(/the session is disposed/)
    })

    test('keep apart when many are open and run at once', async () => {
      const before = openSessionCount()
      const weights = Array.from({ length: 20 }, (_, index) => index)
      const sessions = await Promise.all(weights.map((weight) => backend.open(addWeight(weight))))
      expect(openSessionCount()).toBeGreaterThanOrEqual(before + 20)
      const outputs = await Promise.all(sessions.map((session) => session.run({ x: floats([1], 100) })))
      expect(outputs.map(({ y }) => valuesOf(y)[0])).toEqual(weights.map((weight) => 100 + weight))
      await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()))
      expect(openSessionCount()).toBe(before)
    })

    test('answer every run anew', async () => {
      await using session = await backend.open(binary('Add', [2]))
      for (let run = 0; run < 80; run += 1) {
        const { y } = await session.run({ a: floats([2], run, -run), b: floats([2], 1, 2) })
        expect(valuesOf(y)).toEqual([run + 1, 2 - run])
      }
    })

    test('leave their inputs alone, also later', async () => {
      await using session = await backend.open(binary('Add', [2]))
      const feeds = { a: floats([2], 1, 2), b: floats([2], 3, 4) }
      const { y } = await session.run(feeds)
      const answer = valuesOf(y)
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect([valuesOf(feeds.a), valuesOf(feeds.b), valuesOf(y)]).toEqual([[1, 2], [3, 4], answer])
    })

    test('answer every output, each by its name', async () => {
      const two = model((graph) => {
        const [a, b] = [graph.input('a', 'float32', [2]), graph.input('b', 'float32', [2])]
        graph.output('sum', graph.node('Add', [a, b]), 'float32', [2])
        graph.output('difference', graph.node('Sub', [a, b]), 'float32', [2])
        graph.output('size', graph.node('Size', [a]), 'int64', [])
      })
      await using session = await backend.open(two)
      const outputs = await session.run({ a: floats([2], 5, 7), b: floats([2], 1, 2) })
      expect(Object.keys(outputs).sort()).toEqual(['difference', 'size', 'sum'])
      expect([valuesOf(outputs['sum']), valuesOf(outputs['difference']), valuesOf(outputs['size'])]).toEqual([[6, 9], [4, 5], [2n]])
    })

    test('answer runs that were started together', async () => {
      await using session = await backend.open(addWeight(1))
      const outputs = await Promise.all([1, 2, 3, 4].map((value) => session.run({ x: floats([1], value) })))
      expect(outputs.map(({ y }) => valuesOf(y)[0])).toEqual([2, 3, 4, 5])
    })

    test('keep runs of different sizes apart that were started together', async () => {
      await using session = await backend.open(binary('Mul', ['n', 2]))
      const feeds = [5, 2, 7, 1, 3].map((rows) => {
        const values = Array.from({ length: rows * 2 }, (_, index) => rows * 100 + index)
        return { a: floats([rows, 2], ...values), b: floats([rows, 2], ...values.map(() => 2)) }
      })
      const outputs = await Promise.all(feeds.map((each) => session.run(each)))
      expect(outputs.map(({ y }) => [y!.dims[0], ...valuesOf(y)])).toEqual(
        feeds.map(({ a }) => [a.dims[0], ...valuesOf(a).map((value) => Number(value) * 2)]),
      )
    })

    test('answer on when their inputs are written over', async () => {
      await using session = await backend.open(identity('float32', [3]))
      const x = floats([3], 1, 2, 3)
      const { y } = await session.run({ x })
      ;(x.data as Float32Array).fill(9)
      expect(valuesOf(y)).toEqual([1, 2, 3])
    })

    test('that are disposed while they run answer rightly or say so', async () => {
      const session = await backend.open(binary('MatMul', [64, 64]))
      const ones = floats([64, 64], ...Array.from({ length: 64 * 64 }, () => 1))
      const running = session.run({ a: ones, b: ones }).then(
        ({ y }) => valuesOf(y).every((value) => value === 64),
        (error: unknown) => error instanceof RunError,
      )
      await session[Symbol.asyncDispose]()
      expect(await running).toBe(true)
    })

    for (const intraOpNumThreads of [1, 2, 4]) {
      test(`give the same on ${intraOpNumThreads} threads`, async () => {
        await using session = await backend.open(binary('MatMul', [48, 48]), { intraOpNumThreads })
        const values = Array.from({ length: 48 * 48 }, (_, index) => (index % 7) - 3)
        const unit = Array.from({ length: 48 * 48 }, (_, index) => (index % 49 === 0 ? 2 : 0))
        const { y } = await session.run({ a: floats([48, 48], ...values), b: floats([48, 48], ...unit) })
        expect(valuesOf(y)).toEqual(values.map((value) => value * 2))
      })
    }
  })
}
