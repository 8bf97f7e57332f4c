import type { FailureRates, FailureSequence, SimulatedFailure, SimulatedFailureName } from '../transport.ts'
import { simulatedFailureNames } from '../transport.ts'
import type { Random } from './random.ts'

/** HTTP status by which a vendor answers each failure that has one. */
export const statusOfFailure: Readonly<Partial<Record<SimulatedFailureName, number>>> = {
  'bad-request': 400,
  authentication: 401,
  permission: 403,
  'not-found': 404,
  timeout: 408,
  conflict: 409,
  'too-large': 413,
  unprocessable: 422,
  'rate-limit': 429,
  server: 500,
  overloaded: 529,
}

/** Whether failures come one by one or by chance. */
export function isSequence(failures: FailureSequence | FailureRates): failures is FailureSequence {
  return Array.isArray(failures)
}

/** The failure of the request number `ordinal`, counted from 0. */
export function failureInSequence(sequence: FailureSequence, ordinal: number): SimulatedFailure | null {
  const entry = sequence[ordinal] ?? null
  return typeof entry === 'string' ? { kind: entry } : entry
}

/** Draws at most one failure; each comes with its own rate, so rates must add up to 1 at most. Uses one number of `random`, always. */
export function drawFailure({ rates }: FailureRates, random: Random): SimulatedFailure | null {
  let left = random.uniform()
  // in the order of the names, so that the order in which rates are written changes nothing
  for (const kind of simulatedFailureNames) {
    left -= rates[kind] ?? 0
    if (left < 0) return { kind }
  }
  return null
}
