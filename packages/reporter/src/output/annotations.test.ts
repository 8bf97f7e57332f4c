import { expect, test } from 'vitest'
import { hostile, sampleComparison, sampleReport } from '../testing/sample-report.ts'
import { listAttention } from '../words/attention.ts'
import { annotations } from './annotations.ts'

const pathOf = (file: string): string => `packages/x/${file}`

test('a regression is a warning at its file; one that failed its test an error', () => {
  const attention = listAttention(
    sampleReport([
      { name: 'drifts', series: [{ comparison: sampleComparison('regression', 2) }] },
      { name: 'asserts', state: 'failed', reason: 'latency: regression', series: [{ comparison: sampleComparison('regression', 3) }] },
    ]),
  )
  expect(annotations(attention, { failures: false, pathOf })).toEqual([
    expect.stringMatching(/^::error file=packages\/x\/a\.hardware\.test\.ts,title=bert on hardware-cpu::latency regressed: 3\.00 /),
    expect.stringMatching(/^::warning file=.*latency regressed: 2\.00 /),
  ])
})

test('failures are left to the reporter that already marks them', () => {
  const attention = listAttention(sampleReport([{ name: 'x', state: 'failed', reason: 'broken' }]))
  expect(annotations(attention, { failures: false, pathOf })).toEqual([])
  expect(annotations(attention, { failures: true, pathOf })[0]).toContain('::broken%0AReproduce: npx vitest run')
})

test('no name begins a workflow command of its own', () => {
  const attention = listAttention(
    sampleReport([
      { name: hostile, model: `a,title=b::c\n::set-output name=x::y${hostile}`, state: 'failed', reason: `${hostile}\n::add-mask::x` },
    ]),
  )
  const [line] = annotations(attention, { failures: true, pathOf })
  expect(line).not.toContain('\n')
  expect(/^::error file=[^:,]*,title=[^:,]*::/.test(line!)).toBe(true)
})

test('ten of a kind', () => {
  const attention = listAttention(
    sampleReport(Array.from({ length: 30 }, (_, index) => ({ name: `t${index}`, state: 'failed', reason: 'x' }) as const)),
  )
  expect(annotations(attention, { failures: true, pathOf })).toHaveLength(10)
})
