import type { Tensor, Tensors } from '@vitest-hardware/onnx-graph'
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

/** The real backend whose answers are changed. */
function answering(change: (outputs: Tensors, feeds: Tensors, run: number) => Tensors | void): Backend {
  return faulty((session) => {
    let runs = 0
    return {
      run: async (feeds) => {
        const outputs = await session.run(feeds)
        runs += 1
        return change(outputs, feeds, runs) ?? outputs
      },
    }
  })
}

/** The real backend with another kernel for one operator's two float32 inputs, where the model is that operator alone. */
function computing(kernel: (a: Tensor, b: Tensor | undefined, right: Tensor) => Float32Array): Backend {
  return answering((outputs, feeds) => {
    const [right] = Object.values(outputs)
    const [a, b] = Object.values(feeds)
    if (right === undefined || Object.keys(outputs).length !== 1 || right.type !== 'float32' || a?.type !== 'float32') return undefined
    return { [Object.keys(outputs)[0]!]: { ...right, data: kernel(a, b, right) } }
  })
}

const numbersOf = ({ data }: Tensor): number[] => Array.from(data as Float32Array)

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
    'rows that are normalised together',
    'Softmax is over each row by itself, however large its numbers',
    computing((x) => {
      const powers = numbersOf(x).map(Math.exp)
      const sum = powers.reduce((total, power) => total + power, 0)
      return Float32Array.from(powers, (power) => power / sum)
    }),
  ],
  [
    'powers that overflow',
    'Softmax is over each row by itself, however large its numbers',
    computing((x, _, right) =>
      numbersOf(x).some((value) => value > 88) ? Float32Array.from(numbersOf(x), () => Number.NaN) : (right.data as Float32Array),
    ),
  ],
  [
    'rows for columns where shapes stretch',
    'Add of [3, 3] and [3] stretches as ONNX says',
    computing((a, b, right) =>
      b !== undefined && a.dims.length === 2 && b.dims.length === 1
        ? Float32Array.from(numbersOf(a), (value, index) => value + numbersOf(b)[Math.floor(index / b.dims[0]!)]!)
        : (right.data as Float32Array),
    ),
  ],
  [
    'NaN taken for 0',
    'what is no number stays none',
    computing((_, __, right) => Float32Array.from(numbersOf(right), (value) => (Number.isNaN(value) ? 0 : value))),
  ],
  [
    'one wrong element far back',
    'every element of a large tensor',
    answering((outputs) => {
      for (const { data } of Object.values(outputs)) if (data instanceof Float32Array && data.length > 1024) data[1024]! += 1
    }),
  ],
  [
    'products in bfloat16',
    'float32 products keep more than bfloat16 has',
    answering((outputs) => {
      for (const { data } of Object.values(outputs)) {
        if (data instanceof Float32Array)
          new Uint32Array(data.buffer, data.byteOffset, data.length).forEach((bits, index, all) => (all[index] = bits & 0xffff0000))
      }
    }),
  ],
  [
    'inputs that are written to later',
    'leave their inputs alone, also later',
    answering((_, feeds) => {
      setTimeout(() => {
        for (const { data } of Object.values(feeds)) if (data instanceof Float32Array) data.fill(9)
      }, 5)
    }),
  ],
  [
    'answers of the first run from the eighth on',
    'answer every run anew',
    (() => {
      const first = new Map<string, Tensors>()
      return answering((outputs, feeds, run) => {
        const key = Object.keys(feeds).join()
        if (run === 1) first.set(key, outputs)
        return run >= 8 ? first.get(key) : outputs
      })
    })(),
  ],
  [
    'one of several outputs',
    'answer every output, each by its name',
    answering((outputs) => Object.fromEntries(Object.entries(outputs).slice(0, 1))),
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
