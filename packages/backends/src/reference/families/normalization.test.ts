import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { normalization } from './normalization.ts'

const floats = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: length, maxLength: length })
const ones = (length: number): ReturnType<typeof tensorOf> => tensorOf([length], new Float64Array(length).fill(1))
const zeros = (length: number): ReturnType<typeof tensorOf> => tensorOf([length], new Float64Array(length))

function expectStandard(row: readonly number[]): void {
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length
  expect(mean).toBeCloseTo(0, 9)
  expect(row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length).toBeCloseTo(1, 6)
}

describe('LayerNormalization', () => {
  test('gives rows of mean 0 and variance 1', () => {
    fc.assert(
      fc.property(floats(6), (data) => {
        // no row of equal elements
        const x = tensorOf(
          [2, 3],
          data.map((value, index) => value + 1000 * index),
        )
        const [y, mean, inverse] = runOperator(normalization, 'LayerNormalization', [x, ones(3), zeros(3)], { attributes: { epsilon: 0 } })
        const rows = elementsOf(y)
        expectStandard(rows.slice(0, 3))
        expectStandard(rows.slice(3))
        expect(mean!.dims).toEqual([2, 1])
        expect(elementsOf(x)[0]! - elementsOf(mean)[0]!).toBeCloseTo(rows[0]! / elementsOf(inverse)[0]!, 6)
      }),
    )
  })

  test('scales, shifts, and normalizes all axes from `axis` on', () => {
    const x = tensorOf([1, 2, 2], [1, 1, 3, 3])
    const [y] = runOperator(normalization, 'LayerNormalization', [x, tensorOf([2, 2], [1, 2, 3, 4]), tensorOf([2], [10, 20])], {
      attributes: { axis: 1, epsilon: 0 },
    })
    expect(elementsOf(y)).toEqual([9, 18, 13, 24])
  })

  test('keeps the digits of a small spread around a large mean', () => {
    const [y] = runOperator(normalization, 'LayerNormalization', [tensorOf([2], [1e9 - 1, 1e9 + 1]), ones(2)], {
      attributes: { epsilon: 0 },
    })
    expect(elementsOf(y)).toEqual([-1, 1])
  })

  test('refuses a scale that does not broadcast', () => {
    expect(() => runOperator(normalization, 'LayerNormalization', [tensorOf([2, 3], new Float64Array(6)), ones(2)])).toThrow(
      'input 1: its shape is [2], which does not broadcast to [2, 3]',
    )
  })
})

test('RMSNormalization keeps the mean and scales by the root mean square', () => {
  const [y] = runOperator(normalization, 'RMSNormalization', [tensorOf([2], [1, 7]), tensorOf([2], [5, 10])], {
    attributes: { epsilon: 0 },
  })
  expect(elementsOf(y)[0]).toBeCloseTo(1, 12)
  expect(elementsOf(y)[1]).toBeCloseTo(14, 12)
})

describe('GroupNormalization', () => {
  const x = tensorOf([1, 4, 1], [1, 3, 10, 30])

  test('has parameters of each channel since version 21', () => {
    const inputs = [x, tensorOf([4], [1, 2, 3, 4]), tensorOf([4], [0, 0, 0, 100])]
    expect(elementsOf(runOperator(normalization, 'GroupNormalization', inputs, { attributes: { num_groups: 2, epsilon: 0 } })[0])).toEqual([
      -1, 2, -3, 104,
    ])
  })

  test('has parameters of each group in version 18', () => {
    const inputs = [x, tensorOf([2], [1, 5]), tensorOf([2], [0, 100])]
    const options = { attributes: { num_groups: 2, epsilon: 0 }, opset: 18 }
    expect(elementsOf(runOperator(normalization, 'GroupNormalization', inputs, options)[0])).toEqual([-1, 1, 95, 105])
  })

  test('with one channel in a group is InstanceNormalization', () => {
    fc.assert(
      fc.property(floats(12), floats(3), floats(3), (data, scale, bias) => {
        const inputs = [tensorOf([1, 3, 4], data), tensorOf([3], scale), tensorOf([3], bias)]
        const group = runOperator(normalization, 'GroupNormalization', inputs, { attributes: { num_groups: 3 } })
        expect(elementsOf(group[0])).toEqual(elementsOf(runOperator(normalization, 'InstanceNormalization', inputs)[0]))
      }),
    )
  })

  test('refuses groups that do not divide the channels', () => {
    expect(() => runOperator(normalization, 'GroupNormalization', [x, ones(4), zeros(4)], { attributes: { num_groups: 3 } })).toThrow(
      'num_groups is 3, which does not divide the 4 channels',
    )
  })
})

describe('BatchNormalization', () => {
  const x = tensorOf([2, 2, 2], [1, 2, 10, 20, 3, 4, 30, 40])
  const parameters = [tensorOf([2], [1, 2]), tensorOf([2], [0, 1]), tensorOf([2], [1, 10]), tensorOf([2], [4, 25])]

  test('uses the given statistics of each channel', () => {
    const [y] = runOperator(normalization, 'BatchNormalization', [x, ...parameters], { attributes: { epsilon: 0 } })
    expect(elementsOf(y)).toEqual([0, 0.5, 1, 5, 1, 1.5, 9, 13])
  })

  test('with training_mode uses those of the batch and updates the running ones', () => {
    const [y, mean, variance] = runOperator(normalization, 'BatchNormalization', [x, ones(2), zeros(2), ...parameters.slice(2)], {
      attributes: { epsilon: 0, training_mode: 1, momentum: 0.75 },
      outputs: 3,
    })
    const channel = (index: number): number[] => elementsOf(y).filter((_, element) => Math.floor(element / 2) % 2 === index)
    expectStandard(channel(0))
    expectStandard(channel(1))
    // the batch's means are 2.5 and 25, its variances 1.25 and 125
    expect(elementsOf(mean)).toEqual([0.75 * 1 + 0.25 * 2.5, 0.75 * 10 + 0.25 * 25])
    expect(elementsOf(variance)).toEqual([0.75 * 4 + 0.25 * 1.25, 0.75 * 25 + 0.25 * 125])
  })

  test('with spatial 0, before version 9, has parameters of each position', () => {
    const each = [ones(1), zeros(1)].map(() => tensorOf([1, 2], [1, 2]))
    const [y] = runOperator(
      normalization,
      'BatchNormalization',
      [tensorOf([1, 1, 2], [5, 8]), ...each, tensorOf([1, 2], [1, 2]), tensorOf([1, 2], [4, 9])],
      {
        attributes: { epsilon: 0, spatial: 0 },
        opset: 7,
      },
    )
    expect(elementsOf(y)).toEqual([3, 6])
  })

  test('before version 7 trains unless is_test', () => {
    const run = (attributes: Record<string, number>): number =>
      elementsOf(
        runOperator(normalization, 'BatchNormalization', [x, ...parameters], { attributes: { epsilon: 0, ...attributes }, opset: 6 })[0],
      )[0]!
    expect(run({ is_test: 1 })).toBe(0)
    expect(run({})).toBeCloseTo(-1.5 / Math.sqrt(1.25))
  })
})

test('LRN divides by the neighbouring channels, more of them after than before', () => {
  const x = tensorOf([1, 3, 1], [1, 2, 3])
  const [y] = runOperator(normalization, 'LRN', [x], { attributes: { size: 2, alpha: 2, beta: 1, bias: 1 } })
  expect(elementsOf(y)).toEqual([1 / 6, 2 / 14, 3 / 10])
})

describe('LpNormalization', () => {
  test('divides by the norm along an axis; zeros stay zeros', () => {
    const x = tensorOf([2, 2], [3, 0, -4, 0])
    expect(elementsOf(runOperator(normalization, 'LpNormalization', [x], { attributes: { axis: 0 } })[0])).toEqual([0.6, 0, -0.8, 0])
    expect(elementsOf(runOperator(normalization, 'LpNormalization', [x], { attributes: { axis: 0, p: 1 } })[0])).toEqual([
      3 / 7,
      0,
      -4 / 7,
      0,
    ])
  })
})

test('MeanVarianceNormalization normalizes each channel over the batch and space', () => {
  const [y] = runOperator(normalization, 'MeanVarianceNormalization', [tensorOf([2, 2, 1, 1], [1, 10, 3, 30])])
  for (const [index, sign] of [-1, -1, 1, 1].entries()) expect(elementsOf(y)[index]).toBeCloseTo(sign, 8)
})
