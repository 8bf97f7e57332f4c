import type { Tensors } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { cpu } from '../backends/cpu.ts'
import { answering, computing, failures, faulty, numbersOf } from '../testing/faulty-backend.ts'

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
