import { mad, madToSigma, median } from './order-statistics.ts'

/** One run of a series, on the logarithmic scale, where a ratio is a difference. */
export interface RunSummary {
  /** ln of the median sample. */
  readonly logMedian: number
  /** Standard error of {@link logMedian} from the spread within the run. */
  readonly standardError: number
  /** How many independent samples the run's samples are worth, 1 … n. */
  readonly effectiveSamples: number
  readonly samples: number
}

/** Fewest samples from which a run's own spread can be told. */
export const fewestSamples = 3

/** Why a run cannot be summarized, as the end of a sentence; null where it can. */
export function unusable(samples: readonly number[]): string | null {
  const bad = samples.filter((sample) => !Number.isFinite(sample)).length
  if (bad > 0) return `${bad} of ${samples.length} samples are not finite numbers`
  const notPositive = samples.filter((sample) => sample <= 0).length
  if (notPositive > 0) return `${notPositive} of ${samples.length} samples are zero or negative, so no ratio exists`
  if (samples.length < fewestSamples)
    return `${samples.length} ${samples.length === 1 ? 'sample does' : 'samples do'} not show the spread; at least ${fewestSamples} are needed`
  return null
}

/**
 * Reduces a run to the logarithm of its median and that median's standard error.
 *
 * The standard error is √(π/2)·σ/√n_eff (asymptotic variance of a median of normal values; Kendall & Stuart, vol. 1, §10.10) with
 * σ the larger of scaled {@link mad} and half the standard deviation, so that neither outliers nor two-valued samples decide it, and
 * n_eff = n(1 − ρ)/(1 + ρ) for the lag-1 autocorrelation ρ (Bayley & Hammersley, J. R. Stat. Soc. Suppl. 8, 1946), because
 * samples of one process are not independent.
 *
 * @param samples at least {@link fewestSamples}, positive and finite, in the order taken
 */
export function summarizeRun(samples: readonly number[]): RunSummary {
  const logs = samples.map(Math.log)
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length
  const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const deviation = Math.sqrt(squares / (logs.length - 1))
  const sigma = Math.max(madToSigma * mad(logs), deviation / 2)
  const rho = Math.min(0.95, Math.max(0, lag1(logs, mean, squares)))
  const effectiveSamples = Math.max(1, (logs.length * (1 - rho)) / (1 + rho))
  return {
    logMedian: median(logs),
    standardError: Math.sqrt(Math.PI / 2 / effectiveSamples) * sigma,
    effectiveSamples,
    samples: logs.length,
  }
}

function lag1(values: readonly number[], mean: number, squares: number): number {
  if (squares === 0) return 0
  let products = 0
  for (let i = 1; i < values.length; i++) products += (values[i]! - mean) * (values[i - 1]! - mean)
  return products / squares
}
