import { UsageError } from '@vitest-hardware/contracts'
import type { LatencyDistribution } from '../transport.ts'
import type { Random } from './random.ts'

/** One time in milliseconds. */
export function sampleLatency({ median, sigma }: LatencyDistribution, random: Random): number {
  return median * Math.exp(sigma * random.normal())
}

/**
 * Fit by the moments of the logarithms, which for the lognormal is also the maximum likelihood fit of its median, with the unbiased variance for
 * `sigma` (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1, ch. 14). Times below 1 µs count as 1 µs: they have no logarithm.
 *
 * @param milliseconds - one or more times ≥ 0.
 * @throws {UsageError} without any time, or with one that is negative or not finite.
 */
export function fitLatency(milliseconds: readonly number[]): LatencyDistribution {
  const wrong = milliseconds.find((time) => !(time >= 0 && time < Infinity))
  if (milliseconds.length === 0 || wrong !== undefined) {
    throw new UsageError('A latency distribution cannot be fitted', {
      input: wrong === undefined ? 'no times' : `${wrong} ms`,
      nextStep: 'Give one or more times in milliseconds, each finite and not negative.',
    })
  }
  const logs = milliseconds.map((time) => Math.log(Math.max(time, 1e-3)))
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0)
  return { median: Math.exp(mean), sigma: logs.length === 1 ? 0 : Math.sqrt(squares / (logs.length - 1)) }
}
