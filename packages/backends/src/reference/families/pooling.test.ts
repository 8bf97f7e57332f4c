import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { pooling } from './pooling.ts'

const square = tensorOf([1, 1, 4, 4], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])
const line = tensorOf([1, 1, 5], [1, 5, 2, 4, 3])

describe('MaxPool', () => {
  test('takes the largest of each window, and says where it was', () => {
    const [y, indices] = runOperator(pooling, 'MaxPool', [square], { attributes: { kernel_shape: [2, 2], strides: [2, 2] }, outputs: 2 })
    expect(elementsOf(y)).toEqual([6, 8, 14, 16])
    expect(elementsOf(indices)).toEqual([5, 7, 13, 15])
    expect(indices!.type).toBe('int64')
  })

  test('counts indices down the columns with storage_order 1, over the whole tensor', () => {
    const two = tensorOf([1, 2, 2, 3], [0, 9, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0])
    const run = (order: number): number[] =>
      elementsOf(runOperator(pooling, 'MaxPool', [two], { attributes: { kernel_shape: [2, 3], storage_order: order }, outputs: 2 })[1])
    expect(run(0)).toEqual([1, 9])
    expect(run(1)).toEqual([2, 7])
  })

  test('leaves padding out, also where all is negative', () => {
    const [y] = runOperator(pooling, 'MaxPool', [tensorOf([1, 1, 2], [-3, -2])], { attributes: { kernel_shape: [2], pads: [1, 1] } })
    expect(elementsOf(y)).toEqual([-3, -2, -2])
  })

  test('ceil_mode adds a window only where it starts in the input', () => {
    const run = (attributes: Record<string, number | readonly number[]>): number[] =>
      elementsOf(runOperator(pooling, 'MaxPool', [line], { attributes: { kernel_shape: [2], strides: [2], ...attributes } })[0])
    expect(run({})).toEqual([5, 4])
    expect(run({ ceil_mode: 1 })).toEqual([5, 4, 3])
    expect(run({ ceil_mode: 1, kernel_shape: [1], strides: [3], pads: [0, 1] })).toEqual([1, 4])
  })

  test('spreads a window by its dilation', () => {
    expect(elementsOf(runOperator(pooling, 'MaxPool', [line], { attributes: { kernel_shape: [2], dilations: [3] } })[0])).toEqual([4, 5])
  })

  test('NaN wins', () => {
    const [y] = runOperator(pooling, 'MaxPool', [tensorOf([1, 1, 3], [1, Number.NaN, 2])], { attributes: { kernel_shape: [3] } })
    expect(elementsOf(y)).toEqual([Number.NaN])
  })
})

describe('AveragePool', () => {
  const run = (attributes: Record<string, number | readonly number[]>): number[] =>
    elementsOf(runOperator(pooling, 'AveragePool', [line], { attributes: { kernel_shape: [2], ...attributes } })[0])

  test('divides by the elements, or by those with padding', () => {
    expect(run({ pads: [1, 0] })).toEqual([1, 3, 3.5, 3, 3.5])
    expect(run({ pads: [1, 0], count_include_pad: 1 })).toEqual([0.5, 3, 3.5, 3, 3.5])
  })

  test('what ceil_mode adds beyond the padding is not counted', () => {
    expect(run({ strides: [2], ceil_mode: 1, count_include_pad: 1 })).toEqual([3, 3, 3])
    expect(run({ strides: [2], pads: [0, 1], count_include_pad: 1 })).toEqual([3, 3, 1.5])
  })
})

test('pools of a constant are the constant', () => {
  const kernel = fc.integer({ min: 1, max: 3 })
  fc.assert(
    fc.property(kernel, kernel, fc.integer({ min: 1, max: 3 }), fc.nat(1), fc.integer(), (height, width, stride, ceil, value) => {
      const x = tensorOf([1, 2, 4, 5], new Float64Array(40).fill(value))
      const attributes = { kernel_shape: [height, width], strides: [stride, stride], ceil_mode: ceil }
      for (const operator of ['MaxPool', 'AveragePool']) {
        expect(new Set(elementsOf(runOperator(pooling, operator, [x], { attributes })[0]))).toEqual(new Set([value]))
      }
    }),
  )
})

test('LpPool and the global pools by hand', () => {
  expect(elementsOf(runOperator(pooling, 'LpPool', [tensorOf([1, 1, 3], [3, -4, 0])], { attributes: { kernel_shape: [2] } })[0])).toEqual([
    5, 4,
  ])
  const x = tensorOf([1, 2, 2], [3, -4, 5, 12])
  expect(elementsOf(runOperator(pooling, 'GlobalAveragePool', [x])[0])).toEqual([-0.5, 8.5])
  expect(elementsOf(runOperator(pooling, 'GlobalMaxPool', [x])[0])).toEqual([3, 12])
  expect(elementsOf(runOperator(pooling, 'GlobalLpPool', [x])[0])).toEqual([5, 13])
  expect(runOperator(pooling, 'GlobalMaxPool', [x])[0]!.dims).toEqual([1, 2, 1])
})

describe('MaxUnpool', () => {
  const attributes = { kernel_shape: [2, 2], strides: [2, 2] }

  test('puts the elements back where MaxPool found them', () => {
    const pooled = runOperator(pooling, 'MaxPool', [square], { attributes, outputs: 2 })
    expect(elementsOf(runOperator(pooling, 'MaxUnpool', pooled, { attributes })[0])).toEqual(
      elementsOf(square).map((value) => ([6, 8, 14, 16].includes(value) ? value : 0)),
    )
  })

  test('a larger output_shape has the result in its corner', () => {
    const inputs = [tensorOf([1, 1, 1, 1], [5]), tensorOf([1, 1, 1, 1], [3], 'int64'), tensorOf([4], [1, 1, 2, 3], 'int64')]
    expect(elementsOf(runOperator(pooling, 'MaxUnpool', inputs, { attributes })[0])).toEqual([0, 0, 0, 0, 5, 0])
  })

  test('refuses an index beyond the result', () => {
    const inputs = [tensorOf([1, 1, 1, 1], [5]), tensorOf([1, 1, 1, 1], [4], 'int64')]
    expect(() => runOperator(pooling, 'MaxUnpool', inputs, { attributes })).toThrow('input 1: it has the index 4')
  })
})

test('MaxRoiPool rounds regions to whole elements', () => {
  const [y] = runOperator(pooling, 'MaxRoiPool', [square, tensorOf([1, 5], [0, 0.6, 0.6, 3.4, 2.4])], {
    attributes: { pooled_shape: [1, 2] },
  })
  expect(y!.dims).toEqual([1, 1, 1, 2])
  // columns 1 to 3 in two bins that share the middle one, rows 1 to 2
  expect(elementsOf(y)).toEqual([11, 12])
})

describe('RoiAlign', () => {
  const run = (box: readonly number[], attributes: Record<string, number | string>, opset = 22): number[] =>
    elementsOf(runOperator(pooling, 'RoiAlign', [square, tensorOf([1, 4], box), tensorOf([1], [0], 'int64')], { attributes, opset })[0])

  test('averages bilinear samples, half a pixel to the left', () => {
    // the box covers elements 1 and 2 of rows 1 and 2: 6, 7, 10, 11
    expect(run([1, 1, 3, 3], {})).toEqual([8.5])
    expect(run([1, 1, 3, 3], { coordinate_transformation_mode: 'output_half_pixel' })).toEqual([11])
    expect(run([1, 1, 3, 3], {}, 10)).toEqual([11])
  })

  test('samples outside of the map are zero', () => {
    expect(run([-9, -9, -5, -5], { sampling_ratio: 2 })).toEqual([0])
  })

  test('refuses another mode', () => {
    expect(() => run([0, 0, 1, 1], { mode: 'min' })).toThrow('mode is min')
  })
})
