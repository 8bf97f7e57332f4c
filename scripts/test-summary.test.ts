import { expect, test } from 'vitest'
import { type Outcome, summarize } from './test-summary.ts'

const passed: Outcome = { state: 'passed', reason: undefined }
const failed: Outcome = { state: 'failed', reason: undefined }
const skipped = (reason?: string): Outcome => ({ state: 'skipped', reason })

test('closes with the counts', () => {
  expect(summarize([passed, passed], true)).toEqual({ lines: ['2 passed, 0 failed, 0 skipped'], failed: false })
})

test('a failure fails', () => {
  expect(summarize([passed, failed], false)).toEqual({ lines: ['1 passed, 1 failed, 0 skipped'], failed: true })
})

test('one line per reason, the most frequent first', () => {
  const { lines, failed: isFailed } = summarize([skipped('no mount'), skipped('no disk'), skipped('no disk')], true)
  expect(lines).toEqual(['2 skipped: no disk', '1 skipped: no mount', '0 passed, 0 failed, 3 skipped'])
  expect(isFailed).toBe(false)
})

test('CI may not skip what provision brings, nor without a reason', () => {
  const provision = [skipped('no firefox; npm run provision')]
  expect(summarize(provision, false).failed).toBe(false)
  expect(summarize(provision, true).failed).toBe(true)
  expect(summarize([skipped()], true).failed).toBe(true)
})
