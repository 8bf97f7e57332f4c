import type { Tensor } from '@vitest-hardware/onnx-graph'
import type { Backend } from '../backend.ts'
import type { TestFramework } from './framework.ts'
import { binary, floats, model, valuesOf } from './models.ts'

/** Pairs of shapes that stretch to each other; the square ones tell rows from columns. */
const stretching: readonly (readonly [readonly number[], readonly number[]])[] = [
  [[3, 3], [3]],
  [[3], [3, 3]],
  [
    [3, 3],
    [3, 1],
  ],
  [
    [4, 1],
    [1, 3],
  ],
  [
    [2, 3, 4],
    [3, 1],
  ],
  [[2, 2], []],
  [
    [2, 1, 3],
    [1, 4, 1],
  ],
  [
    [2, 3, 2, 2],
    [3, 1, 1],
  ],
]

const operations = {
  Add: (a: number, b: number) => a + b,
  Sub: (a: number, b: number) => a - b,
  Mul: (a: number, b: number) => a * b,
} as const
type Operation = keyof typeof operations

/** What only shows where shapes differ, rows are many, tensors are large, or numbers are not ordinary. */
export function arithmeticCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  const near = (actual: Tensor | undefined, expected: readonly number[], tolerance: number): void => {
    const values = valuesOf(actual).map(Number)
    expect(values.length).toBe(expected.length)
    const worst = values.reduce((most, value, index) => Math.max(most, Math.abs(value - expected[index]!)), 0)
    expect(worst).toBeLessThanOrEqual(tolerance)
  }

  describe('arithmetic', () => {
    for (const operation of Object.keys(operations) as Operation[]) {
      for (const [left, right] of stretching) {
        test(`${operation} of [${left.join(', ')}] and [${right.join(', ')}] stretches as ONNX says`, async () => {
          const dims = broadcast(left, right)
          const stretched = model((graph) => {
            const inputs = [graph.input('a', 'float32', left), graph.input('b', 'float32', right)]
            graph.output('y', graph.node(operation, inputs), 'float32', dims)
          })
          await using session = await backend.open(stretched)
          const [a, b] = [counted(left, 1), counted(right, 100)]
          const { y } = await session.run({ a, b })
          expect([...y!.dims]).toEqual([...dims])
          expect(valuesOf(y)).toEqual(combined(operation, a, b, dims))
        })
      }
    }

    test('Softmax is over each row by itself, however large its numbers', async () => {
      const softmax = model((graph) =>
        graph.output('y', graph.node('Softmax', [graph.input('x', 'float32', [2, 3, 4])], { axis: -1 }), 'float32', [2, 3, 4]),
      )
      await using session = await backend.open(softmax)
      // exp of 90 is beyond float32
      const rows = [0, 1, -Infinity, 3, 90, 91, 89, 90, -200, -201, -199, -200, 1000, 1000, 1000, 1000, 5, -5, 0, 5, 88, 1, -88, 0]
      const { y } = await session.run({ x: floats([2, 3, 4], ...rows) })
      near(y, softmaxRows(rows, 4), 1e-6)
    })

    test('infinities come and go as IEEE 754 says', async () => {
      await using session = await backend.open(binary('Add', [4]))
      const { y } = await session.run({ a: floats([4], Infinity, -Infinity, 3e38, 1), b: floats([4], 1, -1, 3e38, -Infinity) })
      expect(valuesOf(y)).toEqual([Infinity, -Infinity, Infinity, -Infinity])
    })

    test('what is no number stays none', async () => {
      if (backend.capabilities.losesNaN === true) return
      const relu = model((graph) => graph.output('y', graph.node('Relu', [graph.input('x', 'float32', [5])]), 'float32', [5]))
      await using session = await backend.open(relu)
      const { y } = await session.run({ x: floats([5], Number.NaN, -1, 2, Number.NaN, -Infinity) })
      expect(valuesOf(y)).toEqual([Number.NaN, 0, 2, Number.NaN, 0])
    })

    test('every element of a large tensor', async () => {
      const [rows, columns] = [100, 131]
      await using session = await backend.open(binary('Add', [rows, columns]))
      const a = floats([rows, columns], ...Array.from({ length: rows * columns }, (_, index) => index))
      const b = floats([rows, columns], ...Array.from({ length: rows * columns }, (_, index) => 0.5 * (index % 17)))
      const { y } = await session.run({ a, b })
      expect(valuesOf(y)).toEqual(combined('Add', a, b, [rows, columns]))
    })

    test('every element of a large product that is not square', async () => {
      const [rows, inner, columns] = [40, 33, 70]
      const product = model((graph) => {
        const inputs = [graph.input('a', 'float32', [rows, inner]), graph.input('b', 'float32', [inner, columns])]
        graph.output('y', graph.node('MatMul', inputs), 'float32', [rows, columns])
      })
      await using session = await backend.open(product)
      const a = Array.from({ length: rows * inner }, (_, index) => (index % 11) - 5)
      const b = Array.from({ length: inner * columns }, (_, index) => (index % 13) - 6)
      const { y } = await session.run({ a: floats([rows, inner], ...a), b: floats([inner, columns], ...b) })
      const expected = Array.from({ length: rows * columns }, (_, index) => {
        const [row, column] = [Math.floor(index / columns), index % columns]
        return Array.from({ length: inner }, (_, k) => a[row * inner + k]! * b[k * columns + column]!).reduce((sum, each) => sum + each, 0)
      })
      expect([...y!.dims]).toEqual([rows, columns])
      expect(valuesOf(y)).toEqual(expected)
    })

    test('a value that is read twice is the same both times', async () => {
      const chain = model((graph) => {
        const x = graph.input('x', 'float32', [4])
        const shifted = graph.node('Add', [x, graph.weight('w', floats([4], 1, -1, 1, -1))])
        const positive = graph.node('Relu', [shifted])
        graph.output('y', graph.node('Sub', [positive, shifted]), 'float32', [4])
      })
      for (const graphOptimizationLevel of ['disabled', 'all'] as const) {
        await using session = await backend.open(chain, { graphOptimizationLevel })
        const { y } = await session.run({ x: floats([4], -3, -2, 0.25, 0.5) })
        expect(valuesOf(y)).toEqual([2, 3, 0, 0.5])
      }
    })

    test('a smaller tensor after a larger one is its own size', async () => {
      await using session = await backend.open(binary('Add', ['n', 2]))
      for (const rows of [5, 2, 7, 1]) {
        const [a, b] = [counted([rows, 2], 1), counted([rows, 2], 10)]
        const { y } = await session.run({ a, b })
        expect([...y!.dims]).toEqual([rows, 2])
        expect(valuesOf(y)).toEqual(combined('Add', a, b, [rows, 2]))
      }
    })

    test('inputs that are written anew give new answers', async () => {
      await using session = await backend.open(binary('Add', [2]))
      const [a, b] = [floats([2], 1, 2), floats([2], 10, 20)]
      expect(valuesOf((await session.run({ a, b })).y)).toEqual([11, 22])
      ;(a.data as Float32Array).set([5, 6])
      expect(valuesOf((await session.run({ a, b })).y)).toEqual([15, 26])
    })

    if (backend.capabilities.precisions?.has('fp32') !== false) {
      test('float32 keeps its 24 bits from element to element', async () => {
        await using session = await backend.open(binary('Mul', [3]))
        const values = [1 + 2 ** -20, 3 - 2 ** -19, 1 / 3]
        const { y } = await session.run({ a: floats([3], ...values), b: floats([3], 1, 1, 1) })
        expect(valuesOf(y)).toEqual(values.map(Math.fround))
      })

      test('float32 products keep more than bfloat16 has', async () => {
        await using session = await backend.open(binary('MatMul', [2, 2]))
        // the last bits of TF32, which matrix units may round to, are kept; those of bfloat16 are not enough
        const values = [1 + 2 ** -8 + 2 ** -9, 1.25 - 2 ** -9, 3 + 2 ** -7 + 2 ** -8, 0.75 + 2 ** -9]
        const { y } = await session.run({ a: floats([2, 2], ...values), b: floats([2, 2], 1, 0, 0, 1) })
        near(y, values, 1e-3)
      })
    }
  })
}

/** Numbers from `first` on, all different. */
function counted(dims: readonly number[], first: number): Tensor {
  return floats(dims, ...Array.from({ length: sizeOf(dims) }, (_, index) => first + index))
}

function sizeOf(dims: readonly number[]): number {
  return dims.reduce((product, dim) => product * dim, 1)
}

function broadcast(left: readonly number[], right: readonly number[]): number[] {
  const rank = Math.max(left.length, right.length)
  return Array.from({ length: rank }, (_, axis) => Math.max(left[axis - rank + left.length] ?? 1, right[axis - rank + right.length] ?? 1))
}

/** The operation by ONNX's rule: shapes are aligned at their ends, and what has size 1 stretches. */
function combined(operation: Operation, a: Tensor, b: Tensor, dims: readonly number[]): number[] {
  const at = ({ dims: own, data }: Tensor, index: number): number => {
    let [rest, place, step] = [index, 0, 1]
    for (let axis = dims.length - 1; axis >= 0; axis -= 1) {
      const size = own[axis - dims.length + own.length] ?? 1
      const coordinate = rest % dims[axis]!
      rest = Math.floor(rest / dims[axis]!)
      if (size > 1) place += coordinate * step
      step *= size
    }
    return Number(data[place])
  }
  return Array.from({ length: sizeOf(dims) }, (_, index) => Math.fround(operations[operation](at(a, index), at(b, index))))
}

function softmaxRows(values: readonly number[], width: number): number[] {
  return values.map((value, index) => {
    const row = values.slice(index - (index % width), index - (index % width) + width)
    const largest = Math.max(...row)
    return Math.exp(value - largest) / row.reduce((sum, each) => sum + Math.exp(each - largest), 0)
  })
}
