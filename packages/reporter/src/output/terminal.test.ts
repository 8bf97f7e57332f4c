import type { Summary } from '@vitest-hardware/contracts'
import { Chalk } from 'chalk'
import { expect, test } from 'vitest'
import { hostile, sampleComparison, sampleReport } from '../testing/sample-report.ts'
import { listAttention } from '../words/attention.ts'
import { summarize } from './summarize.ts'
import { terminalReport } from './terminal.ts'

const plain = new Chalk({ level: 0 })
const files = { database: '/home/me/.vitest-hardware/results.duckdb', page: '/home/me/.vitest-hardware/report.html', markdown: '' }

function screen(tests: Parameters<typeof sampleReport>[0], fields: Partial<Summary> = {}, notices: string[] = []): string {
  const report = sampleReport(tests)
  return terminalReport({ ...summarize(report, listAttention(report), files), ...fields }, { notices, from: '/home/me' }, plain)
}

test('a quiet run is a sentence and two paths', () => {
  expect(screen([{ name: 'fine' }])).toBe(
    '\n a sentence\n\n page     .vitest-hardware/report.html\n database .vitest-hardware/results.duckdb\n',
  )
})

test('what needs attention comes with its numbers and its command', () => {
  const text = screen([
    { name: 'latency', series: [{ comparison: sampleComparison('regression', 2) }] },
    { name: 'outputs', state: 'failed', reason: 'expected 1\nto be 2' },
  ])
  expect(text).toContain(
    ' failed      bert: outputs on hardware-cpu\n   expected 1\n   to be 2\n   npx vitest run --project hardware-cpu a.hardware.test.ts -t "^outputs$"',
  )
  expect(text).toContain(
    ' regression  bert: latency on hardware-cpu\n   latency 2.00 [1.80, 2.20] × the baseline, n = 30 against 150 of 5 runs\n',
  )
})

test('more than twenty are counted', () => {
  const text = screen(Array.from({ length: 25 }, (_, index) => ({ name: `test ${index}`, state: 'failed', reason: 'x' }) as const))
  expect(text.match(/^ failed/gm)).toHaveLength(20)
  expect(text).toContain('… and 5 more')
})

test('what cannot be told, skips and notes take a line each', () => {
  const unsure = Array.from({ length: 30 }, (_, index) => ({
    name: `test ${index}`,
    series: [{ comparison: sampleComparison('cannot-tell', 1.05) }],
  }))
  const text = screen(
    unsure,
    { skipReasons: Array.from({ length: 12 }, (_, index) => ({ reason: `reason ${index}`, count: 12 - index })) },
    ['a side file was begun'],
  )
  expect(text).toContain(" can't tell 30 series from noise; only a change of 8 % or more would have been called")
  expect(text).toContain(' skipped   12  reason 0\n')
  expect(text).toContain(' skipped for 2 more reasons\n')
  expect(text).toContain(' note a side file was begun\n')
})

test('names bring no escape sequence and no line of their own', () => {
  const text = screen(
    [{ name: `${hostile}\nnext`, model: hostile, state: 'failed', reason: `${hostile}\r\u001b[2Jgone` }],
    { sentence: hostile },
    [hostile],
  )
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028]/)
  expect(text).not.toMatch(/^ ?next/m)
})
