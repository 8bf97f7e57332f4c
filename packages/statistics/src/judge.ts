import { explain } from './explanation.ts'
import { predict, type Prior } from './prediction.ts'
import { summarizeRun, unusable } from './run-summary.ts'

/** Samples of one series from one run, in the order taken. */
export interface RunSamples {
  readonly samples: readonly number[]
}

export type Verdict = 'regression' | 'improvement' | 'no-change' | 'cannot-tell' | 'no-baseline'

/** A run judged against earlier runs of its series. */
export interface Comparison {
  verdict: Verdict
  /** New ÷ baseline, of medians; null where it cannot be had. */
  ratio: number | null
  /** Interval of {@link ratio} at level 1 − alpha. */
  ciLow: number | null
  ciHigh: number | null
  /** Two-sided, of "ratio = 1". */
  pValue: number | null
  /** Runs and samples that were usable on the baseline's side. */
  baselineRuns: number
  baselineSamples: number
  samples: number
  /** Smallest relative change that would have been called, e.g. 0.08. */
  minimumDetectableChange: number | null
  /** One sentence for people. */
  explanation: string
}

export interface JudgeOptions {
  /** Which way is better. */
  direction: 'lower' | 'higher'
  /** Smallest relative change worth calling, above 0. @default 0.05 */
  threshold?: number
  /** Level of the interval and of the p-value, 0 < alpha < 1. @default 0.001 */
  alpha?: number
  /** What is believed about noise between runs before any baseline is seen. @default {@link defaultPrior} */
  prior?: Prior
  /** "No change" is said only where a change this large would have been seen. @default 0.25 */
  noChangeLimit?: number
}

/**
 * Two runs of one unchanged program on a shared machine commonly differ by 2 … 10 %.
 * Weighs as much as three runs: with one baseline run a factor of about 1.6 is needed for an alarm, with five quiet ones about 1.15.
 * The pair was chosen by simulation (`judge.simulation.test.ts`): fewest false alarms under 5 … 10 % noise among those
 * that call a doubling against one run and a fifth against five quiet runs.
 */
export const defaultPrior: Prior = { runs: 3, noise: 0.022 }

/**
 * Says whether a run differs from earlier runs of its series.
 *
 * The unit is the run, not the sample: samples of one process share its memory layout, its neighbours and its clock.
 * Each run becomes the logarithm of its median (see {@link RunSummary}); the difference to the mean of the baseline's is judged by
 * a Student-t predictive interval (Gelman et al., Bayesian Data Analysis, 3rd ed., §3.2) whose variance pools the
 * baseline's between-run variance with a scaled-inverse-χ² prior, plus what the samples' own spread adds.
 *
 * `regression` and `improvement` need the whole interval beyond the threshold. `no-change` needs the interval inside the threshold, or
 * no significant difference and a minimum detectable change below `noChangeLimit`. All else is `cannot-tell`.
 * Never throws for odd samples: they give `cannot-tell` with the reason.
 *
 * @throws RangeError where an option is out of its range
 */
export function judge(candidate: RunSamples, baselineRuns: readonly RunSamples[], options: JudgeOptions): Comparison {
  const { direction, threshold = 0.05, alpha = 0.001, prior = defaultPrior, noChangeLimit = 0.25 } = options
  if (!(threshold > 0 && threshold < 1e6)) throw new RangeError(`threshold must be above 0, not ${threshold}`)
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie between 0 and 1, not ${alpha}`)
  if (!(prior.runs > 0 && prior.noise > 0)) throw new RangeError('the prior needs runs and noise above 0')

  const usableRuns = baselineRuns.filter((run) => unusable(run.samples) === null)
  const nothing: Comparison = {
    verdict: 'cannot-tell',
    ratio: null,
    ciLow: null,
    ciHigh: null,
    pValue: null,
    baselineRuns: usableRuns.length,
    baselineSamples: usableRuns.reduce((sum, run) => sum + run.samples.length, 0),
    samples: candidate.samples.length,
    minimumDetectableChange: null,
    explanation: '',
  }
  const wrong = unusable(candidate.samples)
  if (wrong !== null) return { ...nothing, explanation: `Cannot tell: in this run ${wrong}.` }
  if (baselineRuns.length === 0)
    return {
      ...nothing,
      verdict: 'no-baseline',
      explanation: 'No earlier run of this series on this hardware profile; this one starts its baseline.',
    }
  if (usableRuns.length === 0) {
    return { ...nothing, explanation: `Cannot tell: no baseline run is usable (in the newest ${unusable(baselineRuns[0]!.samples)}).` }
  }

  const margin = Math.log1p(threshold)
  const runs = usableRuns.map((run) => summarizeRun(run.samples))
  const prediction = predict(summarizeRun(candidate.samples), runs, prior, alpha)
  const { difference, halfWidth, pValue } = prediction
  const minimumDetectableChange = positive(Math.expm1(halfWidth + margin))
  const worse = direction === 'lower' ? difference : -difference
  const verdict: Verdict =
    worse - halfWidth > margin
      ? 'regression'
      : worse + halfWidth < -margin
        ? 'improvement'
        : Math.abs(difference) + halfWidth < margin || (pValue >= alpha && minimumDetectableChange <= noChangeLimit)
          ? 'no-change'
          : 'cannot-tell'
  const comparison: Comparison = {
    ...nothing,
    verdict,
    ratio: positive(Math.exp(difference)),
    ciLow: positive(Math.exp(difference - halfWidth)),
    ciHigh: positive(Math.exp(difference + halfWidth)),
    pValue,
    minimumDetectableChange,
  }
  const moreRuns =
    verdict !== 'cannot-tell' ? null : runsStillNeeded(prediction.halfWidthWith, runs.length, Math.log1p(noChangeLimit) - margin)
  const leftOut = baselineRuns.length - usableRuns.length
  return { ...comparison, explanation: explain(comparison, { threshold, alpha, moreRuns, leftOut }) }
}

/** Keeps a number representable: an exponential that leaves the range of doubles stays at its end. */
function positive(value: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(Number.MIN_VALUE, value))
}

function runsStillNeeded(halfWidthWith: (runs: number) => number, have: number, wanted: number): number | null {
  for (let runs = have + 1; runs <= have + 30; runs++) if (halfWidthWith(runs) <= wanted) return runs - have
  return null
}
