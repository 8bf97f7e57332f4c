/**
 * Quantile of a sample by linear interpolation between order statistics
 * (definition 7 of Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996; R's default).
 *
 * @param values in any order; not changed
 * @param p probability, 0 … 1
 * @returns NaN for no values, or where a value is NaN
 * @throws RangeError where `p` is not in 0 … 1
 */
export function quantile(values: readonly number[], p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile needs a probability in 0 … 1, not ${p}`)
  return quantileOfSorted(sorted(values), p)
}

/** Middle of a sample: {@link quantile} at 0.5. NaN for no values. */
export function median(values: readonly number[]): number {
  return quantileOfSorted(sorted(values), 0.5)
}

/**
 * Median absolute deviation from the median, unscaled, in the unit of the values.
 * Times {@link madToSigma} it estimates the standard deviation of normal values. NaN for no values.
 */
export function mad(values: readonly number[]): number {
  const middle = median(values)
  return median(values.map((value) => Math.abs(value - middle)))
}

/** 1 / Φ⁻¹(¾): makes {@link mad} consistent for the standard deviation of normal values. */
export const madToSigma = 1.4826022185056018

function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort()
}

function quantileOfSorted(values: Float64Array, p: number): number {
  // A typed array sorts NaN last, so looking at the last one is enough.
  if (values.length === 0 || Number.isNaN(values.at(-1))) return Number.NaN
  const position = (values.length - 1) * p
  const below = Math.floor(position)
  const low = values[below]!
  const high = values[Math.min(below + 1, values.length - 1)]!
  // Equal neighbours must not pass through the sum: Infinity - Infinity is NaN.
  return low === high ? low : low + (high - low) * (position - below)
}
