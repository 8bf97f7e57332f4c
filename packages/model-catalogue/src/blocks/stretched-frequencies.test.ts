import { expect, test } from 'vitest'
import { stretchedFrequencies } from './stretched-frequencies.ts'

test('fast waves stay, slow waves stretch, those between lie between', () => {
  const options = { factor: 8, lowFrequencyFactor: 1, highFrequencyFactor: 4, original: 64 }
  // 1, 1/10, 1/100, 1/1000 radians a step: 10.2, 1.02, 0.1 and 0.01 turns in 64 steps
  const [fast, between, slow, slowest] = stretchedFrequencies(8, 10_000, options)
  const share = ((64 * 0.1) / (2 * Math.PI) - 1) / 3
  expect(fast).toBeCloseTo(1, 9)
  expect(between).toBeCloseTo((1 - share) * 0.0125 + share * 0.1, 9)
  expect(slow).toBeCloseTo(0.01 / 8, 9)
  expect(slowest).toBeCloseTo(0.001 / 8, 9)
})
