import { expect, test } from 'vitest'
import { hostile, sampleComparison, sampleReport } from '../testing/sample-report.ts'
import { listAttention } from '../words/attention.ts'
import { escapeMarkdown, markdownSummary } from './markdown.ts'

const summaryOf = (report: ReturnType<typeof sampleReport>): string =>
  markdownSummary(report, listAttention(report), '.vitest-hardware/report.html')

test('one row for a regression, with before, after and the ratio', () => {
  const text = summaryOf(sampleReport([{ name: 'latency', series: [{ comparison: sampleComparison('regression', 2) }] }]))
  expect(text).toContain('| bert: latency · latency · hardware-cpu | 10 ms | 20 ms | 2.00 [1.80, 2.20] | regression |')
  expect(text).toContain('Noise: the smallest change that would have been seen is 8 % (median of 1 compared series')
  expect(text).toContain('[The whole report](<.vitest-hardware/report.html>)')
})

test('a run that needs no attention has no table', () => {
  const text = summaryOf(sampleReport([{ name: 'fine' }]))
  expect(text).not.toContain('|')
  expect(text).toContain('Noise: nothing was compared')
})

test('at most ten rows, and how many more there are', () => {
  const text = summaryOf(
    sampleReport(Array.from({ length: 14 }, (_, index) => ({ name: `test ${index}`, state: 'failed', reason: 'broken' }) as const)),
  )
  expect(text.split('\n').filter((line) => line.startsWith('| bert'))).toHaveLength(10)
  expect(text).toContain('… and 4 more')
})

test('names and reasons make no cell, tag, link, mention or line', () => {
  const text = summaryOf(sampleReport([{ name: `${hostile}\nnext`, model: hostile, state: 'failed', reason: hostile }]))
  const rows = text.split('\n').filter((line) => line.startsWith('| '))
  expect(rows).toHaveLength(3)
  for (const row of rows) expect(row.replaceAll('\\\\', '').replaceAll('\\|', '').split('|')).toHaveLength(7)
  expect(text).not.toMatch(/<(?!\.vitest-hardware)/)
  expect(text).not.toMatch(/(?<!\\)`|@someone|http:\/\//)
})

test('what changed in the environment and why tests were skipped is said', () => {
  const report = sampleReport([])
  report.environmentChanges = [{ backend: 'webgpu', fields: [{ field: 'driver', before: 'a|b', after: 'c' }] }]
  report.skipReasons = [{ reason: 'no <device>', count: 3 }]
  const text = summaryOf(report)
  expect(text).toContain(String.raw`The environment of webgpu changed (driver: a\|b → c)`)
  expect(text).toContain('Skipped: 3 × no &lt;device&gt;.')
})

test('plain words stay plain', () => {
  expect(escapeMarkdown('2 of 2 pairs pass · 1.5 ms (cpu)')).toBe('2 of 2 pairs pass · 1.5 ms (cpu)')
})
