import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circuitAllows, type CircuitEvent, type CircuitOptions, type CircuitState, closedCircuit, transition } from './circuit-breaker.ts'

type Step = { readonly after: number; readonly type: CircuitEvent['type']; readonly late: number }

const optionsArbitrary = fc.record({
  failures: fc.integer({ min: 1, max: 5 }),
  openMs: fc.integer({ min: 1, max: 1000 }),
  probes: fc.integer({ min: 1, max: 3 }),
})
const steps = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 400 }),
    type: fc.constantFrom<CircuitEvent['type']>('attempt', 'success', 'failure', 'neutral'),
    late: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 80 },
)

/** Every state on the way, with the event that led there and when. */
function walk(path: readonly Step[], options: CircuitOptions) {
  let state: CircuitState = closedCircuit
  let now = 0
  return path.map(({ after, type, late }) => {
    now += after
    const before = state
    const event: CircuitEvent = type === 'attempt' ? { type } : { type, generation: Math.max(0, before.generation - late) }
    state = transition(before, event, now, options)
    return { before, event, now, state }
  })
}

describe('transition', () => {
  test('only the drawn arrows exist: closed → open → half-open → closed or open', () => {
    fc.assert(
      fc.property(steps, optionsArbitrary, (path, options) => {
        for (const { before, event, now, state } of walk(path, options)) {
          if (before.status === state.status) continue
          const arrow = `${before.status} → ${state.status} on ${event.type}`
          expect([
            'closed → open on failure',
            'open → half-open on attempt',
            'half-open → closed on success',
            'half-open → open on failure',
          ]).toContain(arrow)
          expect(state.generation).toBe(before.generation + 1)
          if (before.status === 'open') expect(now - before.since).toBeGreaterThanOrEqual(options.openMs)
          if (state.status === 'open') expect(state.since).toBe(now)
        }
      }),
    )
  })
  test('counts stay in their bounds', () => {
    fc.assert(
      fc.property(steps, optionsArbitrary, (path, options) => {
        for (const { state } of walk(path, options)) {
          if (state.status === 'closed') expect(state.failuresInARow).toBeLessThan(options.failures)
          if (state.status !== 'half-open') continue
          expect(state.inFlight).toBeGreaterThanOrEqual(0)
          expect(state.inFlight).toBeLessThanOrEqual(options.probes)
          expect(state.successes).toBeLessThan(options.probes)
        }
      }),
    )
  })
  test('an answer of an earlier generation changes nothing', () => {
    fc.assert(
      fc.property(steps, optionsArbitrary, (path, options) => {
        for (const { before, event, state } of walk(path, options))
          if (event.type !== 'attempt' && event.generation !== before.generation) expect(state).toBe(before)
      }),
    )
  })
  test('never stuck: after the wait and as many good probes as asked it is closed', () => {
    fc.assert(
      fc.property(steps, optionsArbitrary, (path, options) => {
        const last = walk(path, options).at(-1)
        let state = last?.state ?? closedCircuit
        // answers that are still missing come in first
        while (state.status === 'half-open' && state.inFlight > 0)
          state = transition(state, { type: 'neutral', generation: state.generation }, last?.now ?? 0, options)
        const now = (last?.now ?? 0) + options.openMs
        for (let probe = 0; probe < options.probes; probe++) {
          expect(circuitAllows(state, now, options)).toBe(true)
          state = transition(state, { type: 'attempt' }, now, options)
          state = transition(state, { type: 'success', generation: state.generation }, now, options)
        }
        expect(state.status).toBe('closed')
      }),
    )
  })
  test('opens on the given number of failures in a row, not on fewer and not on failures between which one succeeded', () => {
    const options = { failures: 3, openMs: 100, probes: 1 }
    const after = (...types: ('success' | 'failure')[]) =>
      types.reduce<CircuitState>((state, type) => transition(state, { type, generation: 0 }, 0, options), closedCircuit).status
    expect(after('failure', 'failure')).toBe('closed')
    expect(after('failure', 'failure', 'success', 'failure', 'failure')).toBe('closed')
    expect(after('failure', 'failure', 'failure')).toBe('open')
  })
})
