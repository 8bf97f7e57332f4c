import { expect, test } from 'vitest'
import { buildReport } from '../testing/report-builder.ts'
import { labelOfProfile, labelOfResult } from './backend-label.ts'
import { tabulatePairs } from './pairs.ts'

const report = buildReport({ models: ['bert'], backends: ['wasm'] })
const profile = report.profiles[0]!
const result = report.results[0]!

test('a backend in the page of a browser has the name of both', () => {
  expect(labelOfProfile(profile)).toBe('wasm')
  expect(labelOfProfile({ ...profile, host: 'chromium 147.0.7727.0' })).toBe('chromium-wasm')
})

test('a result without a profile goes by its project', () => {
  const skipped = { ...result, profile: -1, state: 'skipped' as const }
  expect(labelOfResult(report, { ...skipped, project: 'hardware-firefox-webgpu', backend: 'webgpu' })).toBe('firefox-webgpu')
  expect(labelOfResult(report, { ...skipped, project: 'hardware-cpu (bench)', backend: 'cpu' })).toBe('cpu')
  expect(labelOfResult(report, { ...skipped, project: 'api', backend: 'groq' })).toBe('groq')
  expect(labelOfResult(report, { ...skipped, project: 'unit', backend: null })).toBe('unit')
})

test('the same backend in Node and in a browser are two columns', () => {
  const both = {
    ...report,
    profiles: [profile, { ...profile, host: 'chromium 147' }],
    results: [result, { ...result, profile: 1, project: 'hardware-chromium-wasm' }],
  }
  expect(tabulatePairs(both, 'latency').backends).toEqual(['chromium-wasm', 'wasm'])
})
