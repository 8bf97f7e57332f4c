import type { Counts } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { sentence } from './sentence.ts'

const none: Counts = {
  pairs: 0,
  pairsPassed: 0,
  passed: 0,
  failed: 0,
  skipped: 0,
  interrupted: 0,
  regressions: 0,
  improvements: 0,
  cannotTell: 0,
  noChange: 0,
  noBaseline: 0,
}

test('says what passed, what changed and why something was skipped', () => {
  const counts = { ...none, pairs: 54, pairsPassed: 54, passed: 108, regressions: 2, improvements: 1, skipped: 12 }
  expect(sentence(counts, { state: 'passed', skipReasons: [{ reason: 'webnn: needs a browser', count: 12 }] })).toBe(
    '54 of 54 model × backend pairs pass · 2 regressions · 1 improvement · 12 skipped (webnn: needs a browser)',
  )
})

test('several reasons, or a long one, are left to the lines below', () => {
  const counts = { ...none, pairs: 1, pairsPassed: 1, skipped: 3 }
  expect(
    sentence(counts, {
      state: 'passed',
      skipReasons: [
        { reason: 'a', count: 2 },
        { reason: 'b', count: 1 },
      ],
    }),
  ).toBe('1 of 1 model × backend pair passes · 3 skipped')
  expect(sentence(counts, { state: 'passed', skipReasons: [{ reason: 'x'.repeat(61), count: 3 }] })).not.toContain('xxx')
})

test('a run without models counts tests; one without anything says so', () => {
  expect(sentence({ ...none, passed: 3, failed: 1 }, { state: 'failed' })).toBe('3 of 4 tests pass')
  expect(sentence(none, { state: 'passed' })).toBe('nothing ran')
})

test('never sounds like success where the run was not one', () => {
  expect(sentence({ ...none, pairs: 2, pairsPassed: 2, failed: 1 }, { state: 'failed' })).toContain('1 test failed')
  expect(sentence({ ...none, passed: 2 }, { state: 'failed', unhandledErrors: 1 })).toContain('1 unhandled error')
  expect(sentence({ ...none, passed: 2, interrupted: 3 }, { state: 'interrupted' })).toBe('interrupted: 2 of 2 tests pass · 3 interrupted')
})
