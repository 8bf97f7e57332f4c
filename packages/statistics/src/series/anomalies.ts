import { madToSigma, median } from '../order-statistics.ts'
import { seasonalMedians } from './seasonal-medians.ts'

export interface AnomalyOptions {
  /** Values in a season, e.g. 24 for hourly ones with a daily course. @default 1, no season */
  readonly period?: number
  /** Least |robust z| that is called an anomaly, above 0. @default 3.5 */
  readonly threshold?: number
}

/** A value far from what its season usually is. */
export interface Anomaly {
  /** Place in the series, from 0. */
  readonly index: number
  readonly value: number
  /** Median of the value's phase. */
  readonly expected: number
  /** (value − expected) / scale; infinite where all others are alike. */
  readonly z: number
}

/** Seasons that must have been seen, and values: in fewer, the strange ones could be half of them. */
export const fewestSeasonsForAnomalies = 3
export const fewestForAnomalies = 5

/**
 * Values whose robust z from the median of their phase is large. The scale is 1.4826 times the median absolute residual, consistent for the
 * standard deviation of normal values; unlike it, neither it nor the median is moved by the anomalies themselves
 * (Rousseeuw & Croux, "Alternatives to the Median Absolute Deviation", JASA 88, 1993; Leys et al., "Detecting outliers", J. Exp. Soc. Psychol. 49, 2013).
 * The default threshold is that of Iglewicz & Hoaglin, "How to Detect and Handle Outliers", 1993.
 *
 * Each phase spends one value on its own median: its smallest residual, 0 where the number of values is odd, says nothing about the spread and
 * is left out of the scale, which would be far too small where each phase was seen a few times only. Where more than half of the other
 * residuals are 0 the scale is 0, and each value that differs from its phase is an anomaly with an infinite z.
 *
 * @param values finite, evenly spaced, in order; none is found among fewer than {@link fewestForAnomalies}, or fewer than
 *   {@link fewestSeasonsForAnomalies} whole seasons
 * @returns in the order of the series
 * @throws RangeError an option out of its range, or a value that is not finite
 */
export function findAnomalies(values: readonly number[], { period = 1, threshold = 3.5 }: AnomalyOptions = {}): Anomaly[] {
  if (!(threshold > 0)) throw new RangeError(`the threshold must be above 0, not ${threshold}`)
  const { phases, residuals } = seasonalMedians(values, period)
  if (values.length < Math.max(fewestForAnomalies, fewestSeasonsForAnomalies * period)) return []
  const scale = madToSigma * median(tellingSizes(residuals, period))
  return residuals.flatMap((residual, index) => {
    const z = residual === 0 ? 0 : residual / scale
    return Math.abs(z) > threshold ? [{ index, value: values[index]!, expected: phases[index % period]!, z }] : []
  })
}

/** Absolute residuals without the smallest of each phase. */
function tellingSizes(residuals: readonly number[], period: number): number[] {
  return Array.from({ length: period }, (_, phase) => phase).flatMap((phase) => {
    const sizes = residuals.filter((_residual, index) => index % period === phase).map(Math.abs)
    return sizes.sort((a, b) => a - b).slice(1)
  })
}
