import { describe, expect, it } from 'vitest'
import { summarizeRun } from './run-summary.ts'

describe('summarizeRun', () => {
  it('has no spread for constant samples', () => {
    expect(summarizeRun([3, 3, 3, 3])).toEqual({ logMedian: Math.log(3), standardError: 0, effectiveSamples: 4, samples: 4 })
  })

  it('counts samples that drift as few', () => {
    const drifting = Array.from({ length: 50 }, (_, i) => 1 + i / 50)
    const alternating = drifting.map((_, i) => drifting[(i * 23) % 50]!)
    expect(summarizeRun(drifting).effectiveSamples).toBeLessThan(5)
    expect(summarizeRun(alternating).effectiveSamples).toBeGreaterThan(20)
    expect(summarizeRun(drifting).standardError).toBeGreaterThan(2 * summarizeRun(alternating).standardError)
  })

  it('is not blinded by samples of two values, of which the deviation from the median is 0', () => {
    expect(summarizeRun([1, 1, 1, 1, 1, 1, 2, 2, 2]).standardError).toBeGreaterThan(0.05)
  })
})
