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
  readonly halfWidthWith: (runs: number) => number
}

interface Scale {
  readonly deviation: number
  readonly df: number
}

/** Predictive t-interval of a further run; see `judge` for the model. Needs at least one baseline run. */
export function predict(candidate: RunSummary, baseline: readonly RunSummary[], prior: Prior, alpha: number): Prediction {
  const count = baseline.length
  const mean = baseline.reduce((sum, run) => sum + run.logMedian, 0) / count
  const squares = baseline.reduce((sum, run) => sum + (run.logMedian - mean) ** 2, 0)
  const withinBaseline = baseline.reduce((sum, run) => sum + run.standardError ** 2, 0) / count
  const excess = Math.max(0, candidate.standardError ** 2 - withinBaseline)
  const withinDf = Math.max(1, candidate.effectiveSamples - 1 + baseline.reduce((sum, run) => sum + run.effectiveSamples - 1, 0))

  const scalesWith = (runs: number, sumOfSquares: number): Scale[] => {
    const df = prior.runs + runs - 1
    const spread = (1 + 1 / runs) / df
    // The runs' own scatter already holds what sampling adds to each median; only the prior's share must be widened by it.
    const between = (prior.runs * prior.noise ** 2 + sumOfSquares) * spread
    const within = prior.runs * withinBaseline * spread + excess
    const variance = between + within
    // Welch–Satterthwaite (Biometrics Bulletin 2, 1946) for a sum of two estimated variances.
    const combined = variance ** 2 / (between ** 2 / df + within ** 2 / withinDf)
    // Alone it would let noisier samples narrow the interval (more degrees of freedom), so the wider of the two decides.
    return [
      { deviation: Math.sqrt(between), df },
      { deviation: Math.sqrt(variance), df: Math.max(1, combined) },
    ]
  }
  const widest = (scales: readonly Scale[]) =>
    Math.max(...scales.map(({ deviation, df }) => studentTQuantile(1 - alpha / 2, df) * deviation))

  const scales = scalesWith(count, squares)
  const difference = candidate.logMedian - mean
  const noise = count > 1 ? squares / (count - 1) : prior.noise ** 2
  return {
    difference,
    halfWidth: widest(scales),
    pValue: Math.max(...scales.map(({ deviation, df }) => studentTTwoSided(difference / deviation, df))),
    halfWidthWith: (runs) => widest(scalesWith(runs, noise * (runs - 1))),
  }
}
