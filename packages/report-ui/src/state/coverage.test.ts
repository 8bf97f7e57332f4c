import { expect, test } from 'vitest'
import { buildReport } from '../testing/report-builder.ts'
import { coverageFinding, gapsTable, inventoryTable, matrixTable, tiersLine } from './coverage.ts'

const report = buildReport({
  models: ['bert', 'gpt2'],
  backends: ['cpu', 'wasm'],
  outcome: (model, backend) => (model === 'gpt2' && backend === 'wasm' ? { state: 'failed', reason: 'no' } : {}),
})
const catalogue = {
  tiers: [
    { tier: 'critical', types: 2, built: 2 },
    { tier: 'all', types: 4, built: 3 },
  ],
  heads: { total: 9, built: 7 },
  inventory: [{ type: 'bert', family: 'encoder-only', tier: 'critical', task: 'fill-mask', class: 'BertForMaskedLM', loader: 'session' }],
  gaps: [{ type: 'rag', tier: null, task: null, reason: 'not written yet' }],
}

test('the worst result of a type’s task on a backend counts', () => {
  const { columns, rows } = matrixTable(report)
  expect(columns.map(({ label }) => label)).toEqual(['Model type', 'Task', 'cpu', 'wasm'])
  expect(rows).toEqual([
    ['bert', 'feature-extraction', 'passed', 'passed'],
    ['gpt2', 'feature-extraction', 'passed', 'failed'],
  ])
})

test('the catalogue says what it builds and what it lacks', () => {
  const whole = { ...report, catalogue }
  expect(coverageFinding(whole, matrixTable(whole))).toBe(
    '2 model types tested in this run; the catalogue builds 3 of 4, and 7 of 9 classes',
  )
  expect(tiersLine(whole)).toBe('critical 2 of 2, all 3 of 4')
  expect(gapsTable(whole).rows).toEqual([['rag', null, 'all', 'not written yet']])
  expect(inventoryTable(whole).rows).toEqual([['bert', 'encoder-only', 'critical', 'fill-mask', 'BertForMaskedLM', 'session']])
})

test('a run without the catalogue says what it tested', () => {
  expect(coverageFinding(report, matrixTable(report))).toBe('2 model types tested in this run')
  expect(gapsTable(report).rows).toEqual([])
})
