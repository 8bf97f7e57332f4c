import { expect, test } from 'vitest'
import type { Backend, Session } from '../backend.ts'
import { cpu } from '../backends/cpu.ts'
import { conformanceKit } from './kit.ts'

/** Runs the kit, or its one test of that name, without a test runner; the names of the tests that failed. */
async function failures(backend: Backend, only?: string): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  conformanceKit(backend, { describe: (_, body) => body(), test: (name, body) => tests.push({ name, body }), expect })
  const failed: string[] = []
  for (const { name, body } of tests.filter((each) => only === undefined || each.name === only)) await body().catch(() => failed.push(name))
  return failed
}

/** The real backend with one thing wrong. */
function faulty(change: (session: Session) => Partial<Session>): Backend {
  return {
    ...cpu,
    async open(model, options) {
      const session = await cpu.open(model, options)
      const whole: Session = {
        backend: session.backend,
        inputs: session.inputs,
        outputs: session.outputs,
        load: session.load,
        run: (feeds) => session.run(feeds),
        [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
      }
      return { ...whole, ...change(session) }
    },
  }
}

test('a right backend passes', async () => {
  expect(await failures(cpu)).toEqual([])
})

test.each([
  [
    'numbers that are slightly off',
    'Add',
    faulty((session) => ({
      run: async (feeds) => {
        const outputs = await session.run(feeds)
        for (const { data } of Object.values(outputs))
          if (data instanceof Float32Array) data.forEach((value, index) => (data[index] = value * 1.0001))
        return outputs
      },
    })),
  ],
  [
    'sessions that are not closed',
    'may be disposed twice, and are counted once',
    faulty(() => ({ [Symbol.asyncDispose]: async () => undefined })),
  ],
  [
    'errors that say nothing',
    'a wrong rank, names it, and goes on',
    faulty((session) => ({
      run: (feeds) =>
        session.run(feeds).catch(() => {
          throw new Error('failed')
        }),
    })),
  ],
  ['a signature without inputs', 'are those that the model declares, in its order', faulty(() => ({ inputs: [] }))],
  ['a load that took no time', 'say what their load cost', faulty(() => ({ load: { milliseconds: 0, residentBytes: 0 } }))],
])('a backend with %s fails “%s”', async (_, name, backend) => {
  expect(await failures(backend, name)).toEqual([name])
})
