import { expect, test } from 'vitest'
import { type JsonReport, summarize } from './test-summary.ts'

const report = (...assertionResults: JsonReport['testResults'][number]['assertionResults'][number][]): JsonReport => ({
  success: !assertionResults.some((result) => result.status === 'failed'),
  testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults }],
})

test('closes with the counts', () => {
  expect(summarize(report({ status: 'passed' }, { status: 'passed' }), true)).toEqual({ lines: ['2 passed, 0 failed, 0 skipped'], exitCode: 0 })
})

test('a failure fails', () => {
  expect(summarize(report({ status: 'failed' }), false)).toEqual({ lines: ['0 passed, 1 failed, 0 skipped'], exitCode: 1 })
})

test('a file that could not be loaded is a failure', () => {
  expect(summarize({ success: false, testResults: [{ name: 'a', status: 'failed', assertionResults: [] }] }, false).exitCode).toBe(1)
})

test('one line per reason', () => {
  const skips = report({ status: 'pending', meta: { skipReason: 'no mount' } }, { status: 'pending', meta: { skipReason: 'no mount' } })
  expect(summarize(skips, true)).toEqual({ lines: ['2 skipped: no mount', '0 passed, 0 failed, 2 skipped'], exitCode: 0 })
})

test('CI may not skip what provision brings, nor without a reason', () => {
  const provision = report({ status: 'pending', meta: { skipReason: 'no firefox; npm run provision' } })
  expect(summarize(provision, false).exitCode).toBe(0)
  expect(summarize(provision, true).exitCode).toBe(1)
  expect(summarize(report({ status: 'pending' }), true).exitCode).toBe(1)
})
