import { expect, test } from 'vitest'
import { hostile, sampleComparison, sampleReport } from '../testing/sample-report.ts'
import { listAttention } from './attention.ts'
import { fileTestName } from './file-test.ts'

test('failures come first, then regressions, then doubt, then good news; the worst first in each', () => {
  const report = sampleReport([
    { name: 'faster', series: [{ comparison: sampleComparison('improvement', 0.5) }] },
    { name: 'unsure', series: [{ comparison: sampleComparison('cannot-tell', 1.1) }] },
    { name: 'slower', series: [{ comparison: sampleComparison('regression', 1.5) }] },
    { name: 'much slower', series: [{ comparison: sampleComparison('regression', 3) }] },
    { name: 'half the throughput', series: [{ direction: 'higher', comparison: sampleComparison('regression', 0.5) }] },
    { name: 'failed quickly', state: 'failed', reason: 'x', durationMs: 1 },
    { name: 'failed slowly', state: 'failed', reason: 'x', durationMs: 100 },
    {
      name: 'fine',
      series: [
        { comparison: sampleComparison('no-change', 1) },
        { metric: 'new', comparison: sampleComparison('no-baseline', null) },
        { metric: 'unjudged', comparison: null },
      ],
    },
  ])
  expect(listAttention(report).map(({ kind, test: name }) => `${kind}: ${name}`)).toEqual([
    'failed: failed slowly',
    'failed: failed quickly',
    'regression: much slower',
    'regression: half the throughput',
    'regression: slower',
    'cannot-tell: unsure',
    'improvement: faster',
  ])
})

test('a test that failed because of its own regression is one finding', () => {
  const report = sampleReport([
    {
      name: 'latency',
      state: 'failed',
      reason: 'latency: regression\n  ratio 2',
      series: [{ comparison: sampleComparison('regression', 2) }],
    },
  ])
  expect(listAttention(report).map(({ kind, reason }) => [kind, reason])).toEqual([['regression', 'latency: regression\n  ratio 2']])
})

test('a test that failed for another reason and got slower is two', () => {
  const report = sampleReport([
    { name: 'latency', state: 'failed', reason: 'outputs differ', series: [{ comparison: sampleComparison('regression', 2) }] },
  ])
  expect(listAttention(report).map(({ kind }) => kind)).toEqual(['failed', 'regression'])
})

test('names the command; a file that did not load has no test to be named', () => {
  const report = sampleReport([
    { name: 'a > b', state: 'failed', reason: 'x' },
    { name: fileTestName, state: 'failed', reason: 'cannot load', durationMs: 0 },
  ])
  expect(listAttention(report).map(({ command }) => command)).toEqual([
    'npx vitest run --project hardware-cpu a.hardware.test.ts -t "^a > b$"',
    'npx vitest run --project hardware-cpu a.hardware.test.ts',
  ])
})

test('hostile names stay on one line, without escape sequences', () => {
  const [item] = listAttention(sampleReport([{ name: `${hostile}\nsecond line`, state: 'failed', reason: 'x' }]))
  // oxlint-disable-next-line no-control-regex
  expect(`${item!.test}${item!.command}`).not.toMatch(/[\u0000-\u001f\u2028]/)
})
