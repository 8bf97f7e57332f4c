import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, type RunOptions, runOperator, tensorOf } from '../../testing/run-operator.ts'
import { resize } from '../resize.ts'

const image = tensorOf([1, 1, 2, 3], [1, 2, 3, 4, 5, 6])

function sampleAt(points: readonly (readonly [number, number])[], attributes: NonNullable<RunOptions['attributes']>): number[] {
  return elementsOf(runOperator(resize, 'GridSample', [image, tensorOf([1, 1, points.length, 2], points.flat())], { attributes })[0])
}

describe('GridSample', () => {
  test('the corners are the centres of the corner elements, or their outer edges', () => {
    expect(
      sampleAt(
        [
          [-1, -1],
          [1, 1],
          [0, 0],
        ],
        { align_corners: 1 },
      ),
    ).toEqual([1, 6, 3.5])
    // half of the window lies in the zeros on each axis
    expect(
      sampleAt(
        [
          [-1, -1],
          [1, 1],
          [0, 0],
        ],
        {},
      ),
    ).toEqual([0.25, 1.5, 3.5])
  })

  test.for([
    ['zeros', 0],
    ['border', 3],
    ['reflection', 1],
  ] as const)('padding %s', ([padding_mode, expected]) => {
    // two elements beyond the right end of the first row
    expect(sampleAt([[3, -1]], { padding_mode, align_corners: 1, mode: 'nearest' })).toEqual([expected])
  })

  test('nearest rounds halves to even', () => {
    expect(
      sampleAt(
        [
          [-0.5, -1],
          [0.5, -1],
        ],
        { align_corners: 1, mode: 'nearest' },
      ),
    ).toEqual([1, 3])
  })

  test('cubic and linear give the elements at their centres', () => {
    const points = [-1, 1].flatMap((y) => [-1, 0, 1].map((x) => [x, y] as const))
    for (const mode of ['linear', 'cubic', 'bilinear', 'bicubic']) {
      expect(sampleAt(points, { mode, align_corners: 1, padding_mode: 'border' })).toEqual([1, 2, 3, 4, 5, 6])
    }
  })

  test('refuses a grid of another rank', () => {
    expect(() => runOperator(resize, 'GridSample', [image, tensorOf([1, 1, 1, 3], [0, 0, 0])])).toThrow(
      'input 1: its shape is [1, 1, 1, 3]',
    )
  })
})

test('a grid of the identity gives the image back', () => {
  fc.assert(
    fc.property(fc.nat(1), fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 12 }), (align_corners, data) => {
      const theta = tensorOf([1, 2, 3], [1, 0, 0, 0, 1, 0])
      const [grid] = runOperator(resize, 'AffineGrid', [theta, tensorOf([4], [1, 1, 3, 4], 'int64')], { attributes: { align_corners } })
      expect(grid!.dims).toEqual([1, 3, 4, 2])
      const [y] = runOperator(resize, 'GridSample', [tensorOf([1, 1, 3, 4], data), grid], {
        attributes: { align_corners, padding_mode: 'border' },
      })
      for (const [index, value] of elementsOf(y).entries()) expect(value).toBeCloseTo(data[index]!, 9)
    }),
  )
})
