import { UsageError } from '@vitest-hardware/contracts'

const perMillisecond: Readonly<Record<string, number>> = { s: 1e-3, ms: 1, us: 1e3, µs: 1e3, ns: 1e6 }

/**
 * Factor from milliseconds to a unit of time.
 * @throws {UsageError} where the unit is not one of time
 */
export function timeFactor(unit: string): number {
  const factor = perMillisecond[unit]
  if (factor !== undefined) return factor
  throw new UsageError(`measure() times a function, and '${unit}' is no unit of time`, {
    input: unit,
    nextStep: `use one of ${Object.keys(perMillisecond).join(', ')}; for other units take the samples yourself and hand them to record()`,
  })
}
