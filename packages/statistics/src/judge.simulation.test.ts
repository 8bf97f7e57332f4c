import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { judge, type RunSamples, type Verdict } from './judge.ts'

interface Machine {
  /** Standard deviations of the logarithm between and within runs. */
  between: number
  within: number
}

/** Share of each verdict over simulated comparisons of a candidate that is `factor` times slower. */
function simulate(seed: number, repeats: number, baselineRuns: number, machine: Machine, factor: number): Record<Verdict, number> {
  const generator = xoroshiro128plus(seed)
  // Box & Muller, "A Note on the Generation of Random Normal Deviates" (1958).
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniformFloat64(generator))) * Math.cos(2 * Math.PI * uniformFloat64(generator))
  const run = (slowdown: number): RunSamples => {
    const level = machine.between * normal() + Math.log(slowdown)
    return { samples: Array.from({ length: 20 }, () => Math.exp(level + machine.within * normal())) }
  }
  const share: Record<Verdict, number> = { regression: 0, improvement: 0, 'no-change': 0, 'cannot-tell': 0, 'no-baseline': 0 }
  for (let i = 0; i < repeats; i++) {
    const baseline = Array.from({ length: baselineRuns }, () => run(1))
    share[judge(run(factor), baseline, { direction: 'lower' }).verdict] += 1 / repeats
  }
  return share
}

describe('judge on simulated machines', () => {
  it.each([
    [1, 0.05, 0.005],
    [2, 0.05, 0.005],
    [5, 0.05, 0.005],
    [1, 0.1, 0.015],
    [2, 0.1, 0.015],
    [3, 0.1, 0.015],
    [10, 0.1, 0.01],
  ])('with %i baseline runs and between-run noise of %f, alarms falsely in at most %f', (runs, between, most) => {
    const share = simulate(20_260, 400, runs, { between, within: 0.05 }, 1)
    expect(share.regression + share.improvement).toBeLessThanOrEqual(most)
  })

  it.each([
    [1, 0.05, 0.98],
    [1, 0.1, 0.9],
    [5, 0.05, 0.98],
  ])('with %i baseline runs and between-run noise of %f, sees a doubling in at least %f', (runs, between, least) => {
    expect(simulate(7, 200, runs, { between, within: 0.05 }, 2).regression).toBeGreaterThanOrEqual(least)
  })

  it('sees a fifth against five quiet runs', () => {
    expect(simulate(11, 200, 5, { between: 0.01, within: 0.02 }, 1.2).regression).toBeGreaterThanOrEqual(0.95)
  })

  it('says no change on a quiet machine with a full baseline', () => {
    expect(simulate(13, 100, 10, { between: 0.02, within: 0.05 }, 1)['no-change']).toBeGreaterThanOrEqual(0.95)
  })

  it('does not alarm over very noisy samples of few independent draws', () => {
    const share = simulate(17, 300, 1, { between: 0.05, within: 0.6 }, 1)
    expect(share.regression + share.improvement).toBeLessThanOrEqual(0.01)
  })
})
