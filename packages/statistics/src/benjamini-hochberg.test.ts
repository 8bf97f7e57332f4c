import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

describe('benjaminiHochberg', () => {
  it("gives the four rejections of the paper's own example", () => {
    const paper = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
    expect(benjaminiHochberg(paper, 0.05).filter(Boolean)).toHaveLength(4)
  })

  it('rejects below a larger p-value that passes, though it fails its own step', () => {
    expect(benjaminiHochberg([0.04, 0.045, 0.9], 0.07)).toEqual([true, true, false])
  })

  it('leaves what was not tested out of the count', () => {
    expect(benjaminiHochberg([null, 0.04, Number.NaN, null], 0.05)).toEqual([false, true, false, false])
    expect(benjaminiHochberg([], 0.05)).toEqual([])
  })

  it('rejects no less than Bonferroni and no more than no correction', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (pValues) => {
        benjaminiHochberg(pValues, 0.1).forEach((rejected, index) => {
          if (pValues[index]! <= 0.1 / pValues.length) expect(rejected).toBe(true)
          if (pValues[index]! > 0.1) expect(rejected).toBe(false)
        })
      }),
    )
  })

  it('refuses what is no probability', () => {
    expect(() => benjaminiHochberg([0.5], 2)).toThrow(RangeError)
    expect(() => benjaminiHochberg([-0.1], 0.5)).toThrow(RangeError)
  })
})
