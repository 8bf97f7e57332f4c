import { float16ToNumber, numberToFloat16, type Tensor, type Tensors } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { cpu } from '../backends/cpu.ts'
import { RunError } from '../errors.ts'
import { answering, computing, everyNumber, failures, faulty, numbersOf, onlyOf } from '../testing/faulty-backend.ts'

const squeezed = (tensor: Tensor): Tensor => ({ ...tensor, dims: tensor.dims.filter((dim) => dim !== 1) })

test.each([
  [
    'Softmax over the last axis, whatever is asked',
    'Softmax over axis 0',
    computing((x, _, right) => {
      if (x.dims.join() !== '3,4,5') return right.data as Float32Array
      const powers = numbersOf(x).map(Math.exp)
      const rowSum = (index: number): number => {
        const start = index - (index % 5)
        return powers.slice(start, start + 5).reduce((sum, power) => sum + power, 0)
      }
      return Float32Array.from(powers, (power, index) => power / rowSum(index))
    }),
  ],
  [
    'products that end after 256 terms',
    'MatMul of [70, 300] and [300, 150]',
    computing((a, b, right) => {
      if (a.dims[1] !== 300 || b === undefined) return right.data as Float32Array
      const [left, other] = [numbersOf(a), numbersOf(b)]
      return Float32Array.from(right.data as Float32Array, (_, index) => {
        const [row, column] = [Math.floor(index / 150), index % 150]
        return Array.from({ length: 256 }, (_, k) => left[row * 300 + k]! * other[k * 150 + column]!).reduce((sum, each) => sum + each, 0)
      })
    }),
  ],
  [
    'products in float16',
    'MatMul of numbers beyond the range of float16',
    answering((outputs) => everyNumber(outputs, (value) => float16ToNumber(numberToFloat16(value)))),
  ],
  [
    'a Relu that ends at six',
    'Relu, Mul, Add, Sub from a millionth to a hundred thousand',
    answering((outputs) => onlyOf(outputs, 'relu', (value) => Math.min(6, value))),
  ],
  [
    'a Relu that lets small negatives through',
    'Relu, Mul, Add, Sub from a millionth to a hundred thousand',
    answering((outputs, { x }) =>
      onlyOf(outputs, 'relu', (value, index) => (numbersOf(x!)[index]! > -1e-3 ? numbersOf(x!)[index]! : value)),
    ),
  ],
  [
    'a last element that is not computed beyond 65,536',
    'every element of a tensor that is larger than 65,536',
    answering((outputs) => {
      for (const { data } of Object.values(outputs)) if (data instanceof Float32Array && data.length > 65_536) data[data.length - 1] = 0
    }),
  ],
  [
    'a Sub that takes its weight for the right side',
    'a weight may stand left or right',
    answering((outputs) => onlyOf(outputs, 'leftSub', (value) => -value)),
  ],
  [
    'dimensions of 1 that are dropped',
    'dimensions of 1 stay where they are',
    answering((outputs) => Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, squeezed(value)]))),
  ],
  [
    'sizes that have a dimension',
    'dimensions of 1 stay where they are',
    answering((outputs) =>
      Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, value.type === 'int64' ? { ...value, dims: [1] } : value])),
    ),
  ],
  [
    'a bias that a fused Relu forgets',
    'chains that may be fused, optimization all',
    answering((outputs) => onlyOf(outputs, 'gemmRelu', (value) => Math.max(0, value - 1))),
  ],
  [
    'whole numbers that are added as 8 bits',
    'Add, Sub and Mul in int32',
    answering((outputs) => {
      for (const { data } of Object.values(outputs))
        if (data instanceof Int32Array) data.forEach((value, index) => (data[index] = value & 127))
    }),
  ],
  [
    'outputs of another array',
    'Add, Sub and Mul in int32',
    answering((outputs) =>
      Object.fromEntries(
        Object.entries(outputs).map(([name, value]) => [
          name,
          value.type === 'int32' ? { ...value, data: Float64Array.from(value.data as Int32Array) } : value,
        ]),
      ),
    ),
  ],
  [
    'the input as the output',
    'answer on when their inputs are written over',
    answering((outputs, feeds) => (Object.keys(feeds).join() === 'x' && outputs['y']?.dims.join() === '3' ? { y: feeds['x']! } : outputs)),
  ],
  [
    'answers of runs that were started together mixed up',
    'keep runs of different sizes apart that were started together',
    faulty((session) => {
      let last: Promise<Tensors> | null = null
      return {
        run: (feeds) => {
          const before = last
          last = session.run(feeds)
          last.catch(() => {})
          setTimeout(() => (last = null))
          return before ?? last
        },
      }
    }),
  ],
  [
    'answers of the first run from the thirtieth on',
    'answer every run anew',
    (() => {
      let first: Tensors | null = null
      return answering((outputs, feeds, run) => {
        if (Object.keys(feeds).join() !== 'a,b') return outputs
        first ??= outputs
        return run > 30 ? first : outputs
      })
    })(),
  ],
  [
    'wrong answers on more than one thread',
    'give the same on 2 threads',
    {
      ...cpu,
      open: async (source, options) =>
        (options?.intraOpNumThreads ?? 0) > 1
          ? answering((outputs) => everyNumber(outputs, (value, index) => (index > 1000 ? 0 : value))).open(source, options)
          : cpu.open(source, options),
    },
  ],
  [
    'a session that is of no use after an error',
    'what fails inside the model, with the runtime’s reason, and goes on',
    faulty((session) => {
      let isBroken = false
      return {
        run: async (feeds) => {
          if (isBroken) throw new Error('broken')
          try {
            return await session.run(feeds)
          } catch (error) {
            isBroken = true
            throw error
          }
        },
      }
    }),
  ],
  [
    'errors of another backend',
    'a wrong rank, names it, and goes on',
    faulty((session) => ({
      run: (feeds) =>
        session.run(feeds).catch((error: unknown) => {
          if (!(error instanceof RunError)) throw error
          const { reason, input, nextStep } = error
          throw new RunError(error.message, { backend: 'wasm', reason, input, nextStep })
        }),
    })),
  ],
])('a backend with %s fails “%s”', async (_, name, backend) => {
  expect(await failures(backend, name)).toEqual([name])
})
