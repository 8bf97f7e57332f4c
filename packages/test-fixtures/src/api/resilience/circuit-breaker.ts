import type { ApiErrorKind } from '../api-error.ts'

/**
 * A circuit breaker (M. Nygard, "Release It!", 2007, ch. 5; M. Fowler, "CircuitBreaker", 2014) as a pure state machine: after some failures in a
 * row nothing is sent for a while, then a few probes decide.
 *
 * `generation` grows with each change of status. An answer belongs to the generation in which its request was let through; one that comes late,
 * after the status changed, says nothing about the new one and changes nothing.
 */
export type CircuitState =
  | { readonly status: 'closed'; readonly generation: number; readonly failuresInARow: number }
  | { readonly status: 'open'; readonly generation: number; readonly since: number }
  | { readonly status: 'half-open'; readonly generation: number; readonly inFlight: number; readonly successes: number }

export type CircuitEvent =
  /** A request wants to go; look at {@link circuitAllows} first. */
  | { readonly type: 'attempt' }
  | { readonly type: 'success'; readonly generation: number }
  | { readonly type: 'failure'; readonly generation: number }
  /** The request ended without saying anything about the vendor: it was aborted, or was wrong itself. */
  | { readonly type: 'neutral'; readonly generation: number }

export interface CircuitOptions {
  /** Failures in a row that open the circuit. @default 5 */
  readonly failures: number
  /** How long it stays open before a probe may go, milliseconds. @default 30000 */
  readonly openMs: number
  /** Probes at a time while half-open, and how many of them must succeed to close. @default 1 */
  readonly probes: number
}

export const defaultCircuitOptions: CircuitOptions = { failures: 5, openMs: 30_000, probes: 1 }

export const closedCircuit: CircuitState = { status: 'closed', generation: 0, failuresInARow: 0 }

/** Kinds that say the vendor is not well. A limit on us, or a request that is wrong, does not. */
export const circuitFailureKinds: ReadonlySet<ApiErrorKind> = new Set<ApiErrorKind>([
  'timeout',
  'server',
  'overloaded',
  'connection',
  'malformed-stream',
])

/** Whether a request may go now. */
export function circuitAllows(state: CircuitState, now: number, options: CircuitOptions = defaultCircuitOptions): boolean {
  switch (state.status) {
    case 'closed':
      return true
    case 'open':
      return now - state.since >= options.openMs
    case 'half-open':
      return state.inFlight < options.probes
  }
}

/**
 * @param now milliseconds of any clock that does not go back
 * @returns the same state where the event changes nothing
 */
export function transition(
  state: CircuitState,
  event: CircuitEvent,
  now: number,
  options: CircuitOptions = defaultCircuitOptions,
): CircuitState {
  if (event.type === 'attempt') return circuitAllows(state, now, options) ? attempted(state) : state
  if (event.generation !== state.generation) return state
  switch (state.status) {
    case 'closed':
      return closedAfter(state, event.type, now, options)
    case 'open':
      return state
    case 'half-open':
      return halfOpenAfter(state, event.type, now, options)
  }
}

type Outcome = Exclude<CircuitEvent['type'], 'attempt'>
type Closed = Extract<CircuitState, { status: 'closed' }>
type HalfOpen = Extract<CircuitState, { status: 'half-open' }>

function attempted(state: CircuitState): CircuitState {
  switch (state.status) {
    case 'closed':
      return state
    case 'open':
      return { status: 'half-open', generation: state.generation + 1, inFlight: 1, successes: 0 }
    case 'half-open':
      return { ...state, inFlight: state.inFlight + 1 }
  }
}

function closedAfter(state: Closed, outcome: Outcome, now: number, { failures }: CircuitOptions): CircuitState {
  if (outcome === 'neutral') return state
  if (outcome === 'success') return state.failuresInARow === 0 ? state : { ...state, failuresInARow: 0 }
  const failuresInARow = state.failuresInARow + 1
  return failuresInARow >= failures ? opened(state, now) : { ...state, failuresInARow }
}

function halfOpenAfter(state: HalfOpen, outcome: Outcome, now: number, { probes }: CircuitOptions): CircuitState {
  const inFlight = Math.max(0, state.inFlight - 1)
  if (outcome === 'failure') return opened(state, now)
  if (outcome === 'neutral') return { ...state, inFlight }
  const successes = state.successes + 1
  return successes >= probes ? { status: 'closed', generation: state.generation + 1, failuresInARow: 0 } : { ...state, inFlight, successes }
}

function opened({ generation }: CircuitState, now: number): CircuitState {
  return { status: 'open', generation: generation + 1, since: now }
}
