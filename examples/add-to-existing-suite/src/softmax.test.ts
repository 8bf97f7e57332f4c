import { expect, test } from 'vitest'
import { softmax } from './softmax.ts'

test('probabilities add up to one', () => {
  expect(softmax([1, 2, 3]).reduce((a, b) => a + b, 0)).toBeCloseTo(1)
})
