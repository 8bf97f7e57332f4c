import type { Backend } from '../backend.ts'
import { RunError } from '../errors.ts'
import { openSessionCount } from '../onnxruntime/open-sessions.ts'
import type { TestFramework } from './framework.ts'
import { addWeight, floats, valuesOf } from './models.ts'

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

    test('answer runs that were started together', async () => {
      await using session = await backend.open(addWeight(1))
      const outputs = await Promise.all([1, 2, 3, 4].map((value) => session.run({ x: floats([1], value) })))
      expect(outputs.map(({ y }) => valuesOf(y)[0])).toEqual([2, 3, 4, 5])
    })
  })
}
