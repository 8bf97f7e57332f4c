import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPageState, initialPageState, parsePageState } from './page-state.ts'

test('an empty hash is the initial state, and is written as an empty hash', () => {
  expect(parsePageState('#')).toEqual(initialPageState)
  expect(formatPageState(initialPageState)).toBe('#')
})

test('every state survives the URL', () => {
  const optionalText = fc.oneof(fc.constant(null), fc.string({ minLength: 1, unit: 'grapheme' }))
  const states = fc.record({
    view: optionalText,
    table: fc.boolean(),
    theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
    shortcuts: fc.boolean(),
    metric: optionalText,
    model: optionalText,
    backend: optionalText,
    series: optionalText,
    filter: optionalText,
    state: fc.constantFrom('all' as const, 'passed' as const, 'failed' as const, 'skipped' as const, 'interrupted' as const),
    sort: fc.constantFrom('worst' as const, 'name' as const),
    by: fc.constantFrom('test' as const, 'file' as const, 'model' as const, 'backend' as const),
    show: fc.constantFrom('matrix' as const, 'gaps' as const, 'inventory' as const),
    scale: fc.constantFrom('auto' as const, 'linear' as const, 'log' as const),
    page: fc.integer({ min: 1, max: 999_999 }),
  })
  fc.assert(
    fc.property(states, (state) => {
      expect(parsePageState(formatPageState(state))).toEqual(state)
    }),
  )
})

test('unknown names and values are ignored', () => {
  expect(parsePageState('#theme=neon&page=-3&page2=9&table=maybe&view=slowest')).toEqual({ ...initialPageState, view: 'slowest' })
})
