import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, type RunSamples } from './judge.ts'

const spread = [0.99, 1.02, 1, 0.98, 1.01, 1.03, 0.97, 1, 1.01, 0.99]
const run = (level: number): RunSamples => ({ samples: spread.map((factor) => factor * level) })
const lower = { direction: 'lower' } as const

describe('judge', () => {
  it('calls a doubling against a single baseline run', () => {
    const comparison = judge(run(20), [run(10)], lower)
    expect(comparison).toMatchObject({ verdict: 'regression', baselineRuns: 1, baselineSamples: 10, samples: 10 })
    expect(comparison.ratio).toBeCloseTo(2, 12)
    expect(comparison.ciLow).toBeGreaterThan(1.05)
    expect(comparison.pValue).toBeLessThan(0.001)
    expect(comparison.explanation).toMatch(/^Worse by more than 5 %: 2× \[/)
    expect(judge(run(10), [run(20)], lower).verdict).toBe('improvement')
  })

  it('turns round for a metric of which more is better', () => {
    expect(judge(run(5), [run(10)], { direction: 'higher' }).verdict).toBe('regression')
    expect(judge(run(20), [run(10)], { direction: 'higher' }).verdict).toBe('improvement')
  })

  it('calls a fifth against five quiet runs', () => {
    const baseline = [10, 10.1, 9.95, 10.05, 9.9].map(run)
    expect(judge(run(12), baseline, lower).verdict).toBe('regression')
    expect(judge(run(10.05), baseline, lower)).toMatchObject({ verdict: 'no-change' })
  })

  it('cannot tell a third from noise with a single baseline run, and says what would help', () => {
    const comparison = judge(run(13), [run(10)], lower)
    expect(comparison.verdict).toBe('cannot-tell')
    expect(comparison.minimumDetectableChange).toBeGreaterThan(0.3)
    expect(comparison.explanation).toMatch(/about \d+ more runs? would do\.$/)
  })

  it('is slower to call a change where the baseline runs scatter', () => {
    const noisy = judge(run(12), [10, 12, 9, 11, 8.5].map(run), lower)
    expect(noisy.verdict).toBe('cannot-tell')
  })

  it('says that a small certain difference may not be worth calling', () => {
    const baseline = Array.from({ length: 30 }, (_, i) => run(10 + 0.01 * (i % 3)))
    const comparison = judge(run(10.7), baseline, lower)
    expect(comparison.verdict).toBe('cannot-tell')
    expect(comparison.explanation).toContain('there is a difference, but it may be below the 5 %')
  })

  it('has no baseline without runs', () => {
    expect(judge(run(10), [], lower)).toMatchObject({ verdict: 'no-baseline', ratio: null, pValue: null, minimumDetectableChange: null })
  })

  it.each([
    ['NaN', [1, Number.NaN, 1, 1], 'not finite'],
    ['Infinity', [1, Number.POSITIVE_INFINITY, 1, 1], 'not finite'],
    ['zero', [0, 0, 0, 0], 'zero or negative'],
    ['negative', [-1, 1, 1, 1], 'zero or negative'],
    ['one sample', [1000], '1 sample does not show the spread'],
    ['none', [], '0 samples do not show the spread'],
  ])('cannot tell from %s, on either side', (_name, samples, reason) => {
    const candidate = judge({ samples }, [run(1)], lower)
    expect(candidate).toMatchObject({ verdict: 'cannot-tell', ratio: null })
    expect(candidate.explanation).toContain(reason)
    const baseline = judge(run(1), [{ samples }], lower)
    expect(baseline).toMatchObject({ verdict: 'cannot-tell', ratio: null, baselineRuns: 0 })
    expect(baseline.explanation).toContain(reason)
  })

  it('leaves unusable baseline runs out and says so', () => {
    const comparison = judge(run(20), [run(10), { samples: [0] }], lower)
    expect(comparison).toMatchObject({ verdict: 'regression', baselineRuns: 1 })
    expect(comparison.explanation).toContain('1 baseline run with unusable samples left out')
  })

  it('neither alarms nor passes on constant samples with one baseline run, but sees a doubling', () => {
    const constant = (value: number) => ({ samples: Array<number>(10).fill(value) })
    expect(judge(constant(10), [constant(10)], lower).verdict).toBe('cannot-tell')
    expect(judge(constant(20), [constant(10)], lower).verdict).toBe('regression')
  })

  it('refuses senseless options', () => {
    expect(() => judge(run(1), [run(1)], { ...lower, threshold: 0 })).toThrow(RangeError)
    expect(() => judge(run(1), [run(1)], { ...lower, alpha: 1 })).toThrow(RangeError)
    expect(() => judge(run(1), [run(1)], { ...lower, prior: { runs: 0, noise: 1 } })).toThrow(RangeError)
  })

  it('gives a representable answer to any samples', () => {
    const samples = fc.array(fc.double(), { maxLength: 12 }).map((values) => ({ samples: values }))
    fc.assert(
      fc.property(samples, fc.array(samples, { maxLength: 5 }), (candidate, baseline) => {
        const { ratio, ciLow, ciHigh, pValue, minimumDetectableChange, explanation } = judge(candidate, baseline, lower)
        for (const value of [ratio, ciLow, ciHigh, pValue, minimumDetectableChange])
          if (value !== null) expect(Number.isFinite(value)).toBe(true)
        if (ratio !== null) expect(ratio).toBeGreaterThan(0)
        expect(explanation).toMatch(/\.$/)
      }),
    )
  })

  it('swaps regression and improvement with the direction, and nothing else', () => {
    const level = fc.double({ min: 1, max: 4, noNaN: true })
    const mirror = { regression: 'improvement', improvement: 'regression' } as Record<string, string>
    fc.assert(
      fc.property(level, fc.array(level, { minLength: 1, maxLength: 6 }), (candidate, baseline) => {
        const [a, b] = (['lower', 'higher'] as const).map((direction) => judge(run(candidate), baseline.map(run), { direction }))
        expect(b!.verdict).toBe(mirror[a!.verdict] ?? a!.verdict)
        expect(b!.ratio).toBe(a!.ratio)
      }),
    )
  })
})
