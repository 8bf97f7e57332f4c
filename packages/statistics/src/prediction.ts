import type { RunSummary } from './run-summary.ts'
import { studentTQuantile, studentTTwoSided } from './student-t.ts'

/** A scaled-inverse-χ² belief about the variance between runs. */
export interface Prior {
  /** How many runs' worth of degrees of freedom the belief has, above 0. */
  readonly runs: number
  /** Standard deviation between runs of one unchanged program, relative, e.g. 0.02. */
  readonly noise: number
}

export interface Prediction {
  /** ln(new ÷ baseline). */
  readonly difference: number
  /** Half of the predictive interval at level 1 − alpha, same scale. */
  readonly halfWidth: number
  /** Two-sided, of "difference = 0". */
  readonly pValue: number
  /** The half width to expect with this many baseline runs that are as noisy as those at hand. */
  readonly detectableWith: (runs: number) => number
}

/** Predictive t-interval of a further run; see `judge` for the model. Needs at least one baseline run. */
export function predict(candidate: RunSummary, baseline: readonly RunSummary[], prior: Prior, alpha: number): Prediction {
  const count = baseline.length
  const mean = baseline.reduce((sum, run) => sum + run.logMedian, 0) / count
  const squares = baseline.reduce((sum, run) => sum + (run.logMedian - mean) ** 2, 0)
  const withinBaseline = baseline.reduce((sum, run) => sum + run.standardError ** 2, 0) / count
  const excess = Math.max(0, candidate.standardError ** 2 - withinBaseline)
  const samplesDf = candidate.effectiveSamples + baseline.reduce((sum, run) => sum + run.effectiveSamples, 0)

  const scaleWith = (runs: number, sumOfSquares: number) => {
    const df = prior.runs + runs - 1
    const spread = (1 + 1 / runs) / df
    // The runs' own scatter already holds what sampling adds to each median; only the prior's share must be widened by it.
    const between = (prior.runs * prior.noise ** 2 + sumOfSquares) * spread
    const within = prior.runs * withinBaseline * spread + excess
    const variance = between + within
    // Welch–Satterthwaite (Biometrics Bulletin 2, 1946) for a sum of two estimated variances.
    const combined = variance ** 2 / (between ** 2 / df + within ** 2 / Math.max(1, samplesDf - baseline.length - 1))
    return { deviation: Math.sqrt(variance), df: Math.max(1, combined) }
  }
  const halfWidthOf = (scale: { deviation: number; df: number }) => studentTQuantile(1 - alpha / 2, scale.df) * scale.deviation

  const scale = scaleWith(count, squares)
  const difference = candidate.logMedian - mean
  const noise = count > 1 ? squares / (count - 1) : prior.noise ** 2
  return {
    difference,
    halfWidth: halfWidthOf(scale),
    pValue: studentTTwoSided(difference / scale.deviation, scale.df),
    detectableWith: (runs) => halfWidthOf(scaleWith(runs, noise * (runs - 1))),
  }
}
