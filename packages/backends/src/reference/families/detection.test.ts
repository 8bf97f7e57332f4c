import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { detection, overlap } from './detection.ts'

const side = fc.double({ min: 0.01, max: 10, noNaN: true })
const box = fc.tuple(side, side, side, side).map(([y, x, height, width]) => [y, x, y + height, x + width] as const)

test('overlap is symmetric, 1 with itself, and between 0 and 1', () => {
  fc.assert(
    fc.property(box, box, (a, b) => {
      expect(overlap(a, b)).toBe(overlap(b, a))
      expect(overlap(a, a)).toBeCloseTo(1, 12)
      expect(overlap(a, b)).toBeGreaterThanOrEqual(0)
      expect(overlap(a, b)).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
  expect(overlap([0, 0, 2, 2], [1, 1, 3, 3])).toBeCloseTo(1 / 7, 12)
  expect(overlap([0, 0, 1, 1], [1, 1, 2, 2])).toBe(0)
})

test('of boxes that overlap the best stays, corners in any order', () => {
  const boxes = tensorOf([1, 3, 4], [0, 0, 1, 1, 1, 1.1, 0, 0.1, 5, 5, 6, 6])
  const scores = tensorOf([1, 1, 3], [0.5, 0.9, 0.4])
  const keep = (count: number): number[] => {
    const limits = [tensorOf([], [count], 'int64'), tensorOf([], [0.5])]
    return elementsOf(runOperator(detection, 'NonMaxSuppression', [boxes, scores, ...limits])[0])
  }
  expect(keep(9)).toEqual([0, 0, 1, 0, 0, 2])
  expect(keep(1)).toEqual([0, 0, 1])
  expect(keep(0)).toEqual([])
})
