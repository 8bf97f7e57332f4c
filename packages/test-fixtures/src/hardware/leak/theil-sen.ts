import { median } from '@vitest-hardware/statistics'

/** A line's slope with its interval, in the unit of the values per step. */
export interface Trend {
  readonly slope: number
  readonly low: number
  readonly high: number
  readonly n: number
}

/** Quantile of the normal distribution for a two-sided interval of 99 %. */
const z = 2.5758

/**
 * The median of the slopes through all pairs of points, and Sen's interval for it from the variance of Kendall's statistic
 * (P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, J. Am. Stat. Assoc. 63, 1968). Up to 29 % of the
 * points may be anything.
 * @param values at the steps 0, 1, 2 …; at least two
 */
export function theilSen(values: readonly number[]): Trend {
  const n = values.length
  const slopes: number[] = []
  for (let later = 1; later < n; later++)
    for (let earlier = 0; earlier < later; earlier++) slopes.push((values[later]! - values[earlier]!) / (later - earlier))
  slopes.sort((a, b) => a - b)
  const half = z * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18)
  // ranks beyond the ends mean that so few points allow any slope
  const lowRank = Math.floor((slopes.length - half) / 2)
  const highRank = Math.ceil((slopes.length + half) / 2)
  return {
    slope: median(slopes),
    low: lowRank < 1 ? Number.NEGATIVE_INFINITY : slopes[lowRank - 1]!,
    high: highRank >= slopes.length ? Number.POSITIVE_INFINITY : slopes[highRank]!,
    n,
  }
}
