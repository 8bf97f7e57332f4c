import type { Report, TestState } from '@vitest-hardware/contracts'
import { labelOfResult } from './backend-label.ts'
import { compareText, modelOf } from './series.ts'

/** What durations are added up over. */
export type Grouping = 'test' | 'file' | 'model' | 'backend'

/** A bar: one result, or all results of a file, model or backend. */
export interface TimedGroup {
  readonly label: string
  /** Where it ran, for a single result; null for a sum. */
  readonly backend: string | null
  readonly file: string | null
  readonly state: TestState | null
  readonly retries: number
  readonly results: number
  readonly durationMs: number
}

/** Longest first. Results that were skipped took no time and are left out. */
export function rankDurations(report: Report, by: Grouping): TimedGroup[] {
  const ran = report.results.filter((result) => result.state !== 'skipped')
  const single = ran.map((result) => {
    const backend = labelOfResult(report, result)
    const file = report.tests[result.test]?.file ?? ''
    const name = report.tests[result.test]?.name ?? 'unknown test'
    const model = modelOf(report, result.test)
    return {
      label: model === file ? name : `${model} · ${name}`,
      model,
      backend,
      file,
      state: result.state,
      retries: result.retries,
      results: 1,
      durationMs: result.durationMs,
    }
  })
  const groups: TimedGroup[] =
    by === 'test' ? single : [...Map.groupBy(single, (result) => result[by])].map(([label, members]) => sum(label, members))
  return groups.sort(
    (a, b) => b.durationMs - a.durationMs || compareText(a.label, b.label) || compareText(a.backend ?? '', b.backend ?? ''),
  )
}

function sum(label: string, members: readonly TimedGroup[]): TimedGroup {
  const total = (pick: (member: TimedGroup) => number) => members.reduce((subtotal, member) => subtotal + pick(member), 0)
  return {
    label,
    backend: null,
    file: null,
    state: null,
    retries: total((member) => member.retries),
    results: members.length,
    durationMs: total((member) => member.durationMs),
  }
}

export function totalDuration(groups: readonly TimedGroup[]): number {
  return groups.reduce((total, group) => total + group.durationMs, 0)
}
