import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sampleBuffer } from './sample-buffer.ts'

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 400 })
const capacities = fc.integer({ min: 1, max: 20 }).map((half) => 2 * half)

test('memory is bounded however many samples come', () => {
  fc.assert(
    fc.property(numbers, capacities, (pushed, capacity) => {
      const buffer = sampleBuffer('mean', capacity)
      for (const sample of pushed) buffer.push(sample)
      expect(buffer.samples.length).toBeGreaterThan(0)
      expect(buffer.samples.length).toBeLessThanOrEqual(capacity)
    }),
  )
})

test('fewer than the capacity are kept as they are', () => {
  fc.assert(
    fc.property(numbers, (pushed) => {
      const buffer = sampleBuffer('mean', 402)
      for (const sample of pushed) buffer.push(sample)
      expect(buffer.samples).toEqual(pushed)
    }),
  )
})

test('a peak is never lost, and the mean of whole blocks stays', () => {
  fc.assert(
    fc.property(numbers, capacities, (pushed, capacity) => {
      const [peaks, means] = [sampleBuffer('max', capacity), sampleBuffer('mean', 4)]
      for (const sample of pushed) peaks.push(sample)
      expect(Math.max(...peaks.samples)).toBe(Math.max(...pushed))
      const whole = Array.from({ length: 64 }, (_, index) => pushed[index % pushed.length]!)
      for (const sample of whole) means.push(sample)
      const mean = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0) / some.length
      expect(mean(means.samples)).toBeCloseTo(mean(whole), 6)
    }),
  )
})
