import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { values } from '../values.ts'
import { activations } from './activations.ts'
import { casting } from './casting.ts'
import { comparisonLogic } from './comparison-logic.ts'
import { elementwiseMath } from './elementwise-math.ts'
import { generators } from './generators.ts'
import { linearAlgebra } from './linear-algebra.ts'
import { reductions } from './reductions.ts'
import { scattering } from './scattering.ts'
import { softmax } from './softmax.ts'
import { sorting } from './sorting.ts'
import { texts } from './texts.ts'

const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 6, maxLength: 6 })

test('Softmax sums to one, and LogSoftmax is its logarithm', () => {
  fc.assert(
    fc.property(numbers, (data) => {
      const x = tensorOf([2, 3], data)
      const rows = elementsOf(runOperator(softmax, 'Softmax', [x])[0])
      expect(rows[0]! + rows[1]! + rows[2]!).toBeCloseTo(1, 12)
      const logarithms = elementsOf(runOperator(softmax, 'LogSoftmax', [x])[0])
      for (const [index, value] of rows.entries()) expect(Math.exp(logarithms[index]!)).toBeCloseTo(value, 12)
    }),
  )
})

test('before version 13 Softmax takes all axes from the given one on together', () => {
  const x = tensorOf([1, 2, 2], [0, 0, 0, 0])
  expect(elementsOf(runOperator(softmax, 'Softmax', [x], { opset: 11 })[0])).toEqual([0.25, 0.25, 0.25, 0.25])
  expect(elementsOf(runOperator(softmax, 'Softmax', [x], { opset: 13 })[0])).toEqual([0.5, 0.5, 0.5, 0.5])
})

describe('integers', () => {
  test('divide towards zero, and by zero is an error', () => {
    const [a, b] = [tensorOf([4], [7, -7, 7, -7], 'int32'), tensorOf([4], [2, 2, -2, -2], 'int32')]
    expect(elementsOf(runOperator(elementwiseMath, 'Div', [a, b])[0])).toEqual([3, -3, -3, 3])
    expect(() => runOperator(elementwiseMath, 'Div', [a, tensorOf([], [0], 'int32')])).toThrow('divided by zero')
  })

  test('wrap around in 64 bits', () => {
    const most = values('int64', [1], BigInt64Array.of(2n ** 63n - 1n))
    expect(runOperator(elementwiseMath, 'Add', [most, tensorOf([1], [1], 'int64')])[0]!.data).toEqual(BigInt64Array.of(-(2n ** 63n)))
  })

  test('multiply exactly modulo 2^32', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        const [product] = runOperator(elementwiseMath, 'Mul', [tensorOf([1], [a], 'int32'), tensorOf([1], [b], 'int32')])
        expect(elementsOf(product)).toEqual([Math.imul(a, b)])
      }),
    )
  })

  test('BitShift of more than the width gives 0 for the widest type', () => {
    const [x, y] = [values('uint64', [1], BigUint64Array.of(2n ** 63n)), values('uint64', [1], BigUint64Array.of(1n))]
    expect(runOperator(elementwiseMath, 'BitShift', [x, y], { attributes: { direction: 'LEFT' } })[0]!.data).toEqual(BigUint64Array.of(0n))
  })
})

test('before version 7 operators broadcast where they are told to', () => {
  const [x, y] = [tensorOf([2, 3], [0, 0, 0, 0, 0, 0]), tensorOf([2], [1, 2])]
  const [sum] = runOperator(elementwiseMath, 'Add', [x, y], { opset: 6, attributes: { broadcast: 1, axis: 0 } })
  expect(elementsOf(sum)).toEqual([1, 1, 1, 2, 2, 2])
  expect(() => runOperator(elementwiseMath, 'Add', [x, y])).toThrow('do not broadcast')
})

test('activations at their joints', () => {
  const x = tensorOf([5], [-Infinity, -1, 0, 1, Infinity])
  expect(elementsOf(runOperator(activations, 'Gelu', [x])[0]).map((value) => value + 0)).toEqual([
    0,
    -0.15865525393145707,
    0,
    0.8413447460685429,
    Infinity,
  ])
  expect(elementsOf(runOperator(activations, 'Softplus', [x])[0])).toEqual([
    0,
    Math.log1p(Math.exp(-1)),
    Math.log(2),
    1 + Math.log1p(Math.exp(-1)),
    Infinity,
  ])
  expect(elementsOf(runOperator(activations, 'Swish', [tensorOf([2], [0, 1])], { attributes: { alpha: 2 } })[0])).toEqual([
    0,
    1 / (1 + Math.exp(-2)),
  ])
  expect(elementsOf(runOperator(activations, 'PRelu', [tensorOf([1, 2, 1], [-1, -1]), tensorOf([2], [2, 3])], { opset: 6 })[0])).toEqual([
    -2, -3,
  ])
})

test('Cast wraps integers, truncates floats, and reads and writes texts', () => {
  const cast = (to: number, x: ReturnType<typeof tensorOf>): unknown[] => [
    ...(runOperator(casting, 'Cast', [x], { attributes: { to } })[0]!.data as ArrayLike<unknown> & Iterable<unknown>),
  ]
  const [int8, int64, text, float32, bool] = [3, 7, 8, 1, 9]
  expect(cast(int8, tensorOf([3], [300, -129, 5], 'int32'))).toEqual([44, 127, 5])
  expect(cast(int8, values('int64', [1], BigInt64Array.of(2n ** 40n + 7n)))).toEqual([7])
  expect(cast(int64, tensorOf([2], [-1.9, 1.9]))).toEqual([-1n, 1n])
  expect(cast(bool, tensorOf([3], [0, -0.5, 2]))).toEqual([0, 1, 1])
  expect(cast(text, tensorOf([3], [Math.fround(0.1), Infinity, Number.NaN]))).toEqual(['0.1', 'INF', 'NaN'])
  expect(cast(float32, values('string', [3], ['1e3', '-inf', 'NaN']))).toEqual([1000, -Infinity, Number.NaN])
})

test('reductions of nothing and of everything', () => {
  const empty = tensorOf([0, 2], [])
  expect(elementsOf(runOperator(reductions, 'ReduceSum', [empty, tensorOf([1], [0], 'int64')])[0])).toEqual([0, 0])
  expect(elementsOf(runOperator(reductions, 'ReduceMax', [empty, tensorOf([1], [0], 'int64')])[0])).toEqual([-Infinity, -Infinity])
  const x = tensorOf([2, 2], [1, 2, 3, 4])
  expect(runOperator(reductions, 'ReduceSum', [x])[0]!.dims).toEqual([1, 1])
  expect(elementsOf(runOperator(reductions, 'ReduceSumSquare', [x], { attributes: { noop_with_empty_axes: 1 } })[0])).toEqual([1, 4, 9, 16])
})

test('TopK gives the lower index first among equals, and takes k from an attribute in version 1', () => {
  const x = tensorOf([4], [5, 7, 7, 1])
  const [, indexes] = runOperator(sorting, 'TopK', [x, tensorOf([1], [3], 'int64')], { outputs: 2 })
  expect(elementsOf(indexes)).toEqual([1, 2, 0])
  expect(elementsOf(runOperator(sorting, 'TopK', [x], { opset: 1, attributes: { k: 1 } })[0])).toEqual([7])
})

test('comparisons with NaN are false', () => {
  const [a, b] = [tensorOf([1], [Number.NaN]), tensorOf([1], [Number.NaN])]
  for (const operator of ['Equal', 'Less', 'GreaterOrEqual'])
    expect(elementsOf(runOperator(comparisonLogic, operator, [a, b])[0])).toEqual([0])
})

test('TensorScatter writes at each batch’s position, and goes round where it is circular', () => {
  const cache = tensorOf([2, 3, 1], [0, 0, 0, 0, 0, 0])
  const update = tensorOf([2, 2, 1], [1, 2, 3, 4])
  const at = tensorOf([2], [0, 2], 'int64')
  const [written] = runOperator(scattering, 'TensorScatter', [cache, update, at], { attributes: { mode: 'circular' } })
  expect(elementsOf(written)).toEqual([1, 2, 0, 4, 0, 3])
  expect(() => runOperator(scattering, 'TensorScatter', [cache, update, at])).toThrow('2 entries from 2 on do not fit into 3')
})

test('indexes outside their axis are refused', () => {
  const x = tensorOf([2], [1, 2])
  expect(() => runOperator(scattering, 'ScatterElements', [x, tensorOf([1], [2], 'int64'), tensorOf([1], [0])])).toThrow(
    'the index 2 is not in an axis of 2',
  )
})

test('a product with the identity changes nothing', () => {
  fc.assert(
    fc.property(numbers, (data) => {
      // 0 + -0 is 0
      const x = tensorOf(
        [3, 2],
        data.map((value) => value + 0),
      )
      const [identity] = runOperator(generators, 'EyeLike', [tensorOf([2, 2], [0, 0, 0, 0])])
      expect(runOperator(linearAlgebra, 'MatMul', [x, identity])[0]).toEqual(x)
    }),
  )
})

test('Dropout keeps all in inference, and refuses to train', () => {
  const x = tensorOf([2], [1, 2])
  const [kept, mask] = runOperator(generators, 'Dropout', [x], { outputs: 2 })
  expect(kept).toEqual(x)
  expect([mask!.type, ...elementsOf(mask)]).toEqual(['bool', 1, 1])
  expect(() => runOperator(generators, 'Dropout', [x, tensorOf([], [0.5]), tensorOf([], [1], 'bool')])).toThrow('random')
})

test('texts are joined and normalized', () => {
  const [a, b] = [values('string', [2], ['a', 'b']), values('string', [], ['!'])]
  expect(runOperator(texts, 'StringConcat', [a, b])[0]!.data).toEqual(['a!', 'b!'])
  const [gone] = runOperator(texts, 'StringNormalizer', [a], { attributes: { stopwords: ['A', 'B'] } })
  expect(gone!.data).toEqual([''])
})
