import { median } from '../order-statistics.ts'

export interface ForecastOptions {
  /** Values in a season. @default 1, no season */
  readonly period?: number
  /** How many values ahead, at least 1. @default 1 */
  readonly horizon?: number
  /** Share of future values that the interval is to hold, 0 < level < 1. @default 0.8 */
  readonly level?: number
  /** Newest seasons of whose values the median is the forecast; 1 is the plain seasonal-naive method. @default 3 */
  readonly seasons?: number
}

/** A value that has not come yet. */
export interface ForecastStep {
  /** 1 for the next value. */
  readonly step: number
  readonly value: number
  readonly low: number
  readonly high: number
  /**
   * Share of future values that the interval holds if the series goes on as it was. Below the level that was asked where the series is too short
   * to say more.
   */
  readonly coverage: number
}

/**
 * Seasonal-naive forecast (Hyndman & Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed., §5.2) made robust: the median of the
 * newest seasons' values of the phase, so that one wild value does not become the forecast.
 *
 * The interval comes from the errors that the same rule made on the series, for the same distance ahead (ibid., §5.5, residuals instead of a
 * distribution). Of n errors the r-th smallest and the r-th largest hold the next with probability 1 − 2r/(n + 1) where errors are exchangeable
 * (Vovk et al., "Algorithmic Learning in a Random World", 2005); the largest r that keeps the level is taken.
 *
 * @param values finite, evenly spaced, in order
 * @returns one for each step up to the horizon
 * @throws RangeError an option out of its range, a value that is not finite, or fewer values than two errors at the horizon need
 */
export function forecast(values: readonly number[], options: ForecastOptions = {}): ForecastStep[] {
  const { period = 1, horizon = 1, level = 0.8, seasons = 3 } = options
  for (const [name, value] of Object.entries({ period, horizon, seasons }))
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} must be a positive integer, not ${value}`)
  if (!(level > 0 && level < 1)) throw new RangeError(`the level must lie between 0 and 1, not ${level}`)
  const bad = values.findIndex((value) => !Number.isFinite(value))
  if (bad >= 0) throw new RangeError(`value ${bad} of the series is ${values[bad]}`)
  const needed = (Math.ceil(horizon / period) + seasons - 1) * period + 2
  if (values.length < needed) throw new RangeError(`a forecast like this needs ${needed} values, and the series has ${values.length}`)

  return Array.from({ length: horizon }, (_, index) => {
    const step = index + 1
    const lag = Math.ceil(step / period) * period
    const rule = (target: number): number =>
      median(Array.from({ length: seasons }, (_season, back) => values[target - lag - back * period]!))
    const errors: number[] = []
    for (let target = lag + (seasons - 1) * period; target < values.length; target++) errors.push(values[target]! - rule(target))
    errors.sort((a, b) => a - b)
    const value = rule(values.length + index)
    // a hair less, so that a level that is met exactly is not lost to rounding
    const rank = Math.max(1, Math.floor(((1 - level) * (errors.length + 1)) / 2 + 1e-9))
    const coverage = 1 - (2 * rank) / (errors.length + 1)
    return { step, value, low: value + errors[rank - 1]!, high: value + errors[errors.length - rank]!, coverage }
  })
}
