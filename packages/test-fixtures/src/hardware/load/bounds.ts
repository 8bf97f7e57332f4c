import { UsageError } from '@vitest-hardware/contracts'

/** Largest values that may be asked for; whatever is asked for, a load ends. */
export const hardCaps = { concurrency: 1024, iterations: 1_000_000, seconds: 24 * 3600, everyMs: 3_600_000, maxErrors: 1_000_000 } as const

/** @throws {UsageError} unless the value lies between `least` and the cap */
export function bounded(kind: string, name: keyof typeof hardCaps, value: number, least: number): number {
  const isCount = name !== 'seconds' && name !== 'everyMs'
  if (value >= least && value <= hardCaps[name] && (!isCount || Number.isInteger(value))) return value
  throw new UsageError(`${kind}: ${name} cannot be ${value}`, {
    input: `${name}: ${value}`,
    nextStep: `give ${isCount ? 'a whole number' : 'a number'} from ${least} to ${hardCaps[name]}`,
  })
}
