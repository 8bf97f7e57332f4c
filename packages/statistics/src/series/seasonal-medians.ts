import { median } from '../order-statistics.ts'

/** A series taken apart: what each phase of the season usually is, and what is left of each value. */
export interface SeasonalParts {
  /** Median of each phase; NaN for a phase without a value. Length: the period. */
  readonly phases: readonly number[]
  /** Value − median of its phase, in the order of the values. */
  readonly residuals: readonly number[]
}

/**
 * Median of each phase of a season and the residuals from it: a seasonal decomposition without trend that a few wild values do not move.
 *
 * @param values finite, evenly spaced, in order
 * @param period values in a season, at least 1; 1 is no season
 * @throws RangeError a period that is no positive integer, or a value that is not finite
 */
export function seasonalMedians(values: readonly number[], period: number): SeasonalParts {
  if (!Number.isInteger(period) || period < 1) throw new RangeError(`a season has at least 1 value, not ${period}`)
  const bad = values.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) throw new RangeError(`value ${bad} of the series is ${values[bad]}`)
  const phases = Array.from({ length: period }, (_, phase) => median(values.filter((_value, index) => index % period === phase)))
  return { phases, residuals: values.map((value, index) => value - phases[index % period]!) }
}
