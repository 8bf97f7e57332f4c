import { median } from '@vitest-hardware/statistics'

export interface RatioInterval {
  /** Typical other ÷ base. */
  readonly ratio: number
  readonly low: number
  readonly high: number
}

/** Fewest samples on each side: of fewer no interval at 95 % exists. */
export const fewestForRatio = 4

/**
 * How many times larger one sample's values are than another's: the Hodges–Lehmann estimate of the shift between their logarithms, and its
 * distribution-free interval from the Mann–Whitney statistic, by the normal approximation (Hollander, Wolfe & Chicken, "Nonparametric
 * Statistical Methods", 3rd ed., §4.2–4.3). It asks nothing of the distributions but that one is the other's, stretched.
 *
 * @param base positive
 * @param other positive
 * @param z quantile of the normal distribution for the level. @default 1.96, 95 %
 * @returns null for fewer than {@link fewestForRatio} values on a side, or values that are not positive: no ratio exists
 */
export function ratioInterval(base: readonly number[], other: readonly number[], z = 1.959963984540054): RatioInterval | null {
  if (Math.min(base.length, other.length) < fewestForRatio || [...base, ...other].some((value) => !(value > 0) || value === Infinity))
    return null
  const ratios = other.flatMap((value) => base.map((reference) => value / reference)).sort((a, b) => a - b)
  const [m, n] = [base.length, other.length]
  const deviation = Math.sqrt((m * n * (m + n + 1)) / 12)
  const rank = Math.max(1, Math.floor((m * n) / 2 - z * deviation))
  return { ratio: median(ratios), low: ratios[rank - 1]!, high: ratios[ratios.length - rank]! }
}
