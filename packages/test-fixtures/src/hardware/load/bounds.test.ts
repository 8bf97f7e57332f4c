import { UsageError } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { bounded } from './bounds.ts'

test.each([
  ['iterations', 1_000_001, 1],
  ['iterations', 0, 1],
  ['iterations', 1.5, 1],
  ['iterations', Number.POSITIVE_INFINITY, 1],
  ['seconds', Number.NaN, 0],
  ['concurrency', -1, 1],
] as const)('%s cannot be %d', (name, value, least) => {
  expect(() => bounded('stress', name, value, least)).toThrow(UsageError)
  expect(() => bounded('stress', name, value, least)).toThrow(`stress: ${name} cannot be ${value}`)
})

test('what lies within is taken as it is', () => {
  expect(bounded('soak', 'seconds', 0.5, 0)).toBe(0.5)
  expect(bounded('soak', 'iterations', 1_000_000, 1)).toBe(1_000_000)
})
