import type { ApiProviderName } from '@vitest-hardware/contracts'
import { ApiError, type ApiErrorKind } from '../api-error.ts'
import {
  circuitAllows,
  circuitFailureKinds,
  type CircuitOptions,
  type CircuitState,
  closedCircuit,
  transition,
} from '../resilience/circuit-breaker.ts'

/** The circuit breaker of one client: the state machine with a state. */
export interface Circuit {
  readonly state: CircuitState
  /**
   * Lets an attempt through, or not.
   * @returns to be told once how the attempt ended: null is success
   * @throws {ApiError} `circuit-open`
   */
  enter(): (failure: ApiErrorKind | null) => void
}

export function createCircuit(provider: ApiProviderName, options: CircuitOptions, now: () => number): Circuit {
  let state: CircuitState = closedCircuit
  return {
    get state() {
      return state
    },
    enter() {
      const time = now()
      if (!circuitAllows(state, time, options)) throw openError(provider, state, time, options)
      state = transition(state, { type: 'attempt' }, time, options)
      const { generation } = state
      return (failure) => {
        const type = failure === null ? 'success' : circuitFailureKinds.has(failure) ? 'failure' : 'neutral'
        state = transition(state, { type, generation }, now(), options)
      }
    },
  }
}

function openError(provider: ApiProviderName, state: CircuitState, now: number, { openMs }: CircuitOptions): ApiError {
  const retryAfterMs = state.status === 'open' ? Math.max(0, state.since + openMs - now) : null
  return new ApiError(`${provider}: not sent, because the requests before failed in a row (the circuit is ${state.status})`, {
    kind: 'circuit-open',
    provider,
    status: null,
    retryAfterMs,
    requestId: null,
  })
}
