import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildReport } from '../testing/report-builder.ts'
import { rankDurations, totalDuration } from './slowest.ts'

const report = buildReport({ models: ['bert', 'clip'], backends: ['cpu', 'wasm'], skipped: { cuda: 'none' } })

test('longest first, without what was skipped', () => {
  const ranked = rankDurations(report, 'test')
  expect(ranked).toHaveLength(8)
  expect(ranked.every((row, index) => index === 0 || row.durationMs <= ranked[index - 1]!.durationMs)).toBe(true)
  expect(ranked[0]).toMatchObject({ backend: 'wasm', state: 'passed', file: 'models/clip.hardware.test.ts' })
})

test('every grouping adds up to the same time and the same number of results', () => {
  fc.assert(
    fc.property(fc.constantFrom('file' as const, 'model' as const, 'backend' as const), (by) => {
      const groups = rankDurations(report, by)
      expect(totalDuration(groups)).toBeCloseTo(totalDuration(rankDurations(report, 'test')))
      expect(groups.reduce((total, group) => total + group.results, 0)).toBe(8)
      expect(groups).toHaveLength(2)
    }),
  )
})
