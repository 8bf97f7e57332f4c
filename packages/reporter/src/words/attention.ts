import type { Report, Summary } from '@vitest-hardware/contracts'
import { isWholeFile } from './file-test.ts'
import { oneLine } from './plain-text.ts'
import { type Reproduction, reproduceCommand } from './reproduce-command.ts'

export type AttentionItem = Summary['attention'][number]

type Result = Report['results'][number]
type Measured = Report['measurements'][number]

const rank: Readonly<Record<AttentionItem['kind'], number>> = { failed: 0, regression: 1, 'cannot-tell': 2, improvement: 3 }

/** What a person should look at: failures, regressions, what cannot be told, improvements; the worst first in each. */
export function listAttention(
  report: Pick<Report, 'tests' | 'results' | 'measurements'>,
  commandOf: (what: Reproduction) => string = reproduceCommand,
): AttentionItem[] {
  const owners = new Map<string, Result>()
  for (const result of report.results) owners.set(pairKey(result.test, result.profile), result)
  const judged = report.measurements.flatMap((measured) => {
    const kind = measured.comparison?.verdict
    return kind === 'regression' || kind === 'improvement' || kind === 'cannot-tell'
      ? [{ kind, measured, owner: owners.get(pairKey(measured.test, measured.profile)) }]
      : []
  })
  // a test that failed because of its own regression is one finding, not two
  const explained = new Set(
    judged
      .filter(({ kind, measured, owner }) => kind === 'regression' && owner !== undefined && isReasonFor(owner, measured))
      .map(({ owner }) => owner),
  )
  const failed = report.results
    .filter((result) => result.state === 'failed' && !explained.has(result))
    .map((result) => ({ badness: result.durationMs, item: item(report, 'failed', result.test, result, null, commandOf) }))
  const series = judged.map(({ kind, measured, owner }) => ({
    badness: badness(measured),
    item: item(report, kind, measured.test, owner, measured, commandOf),
  }))
  return [...failed, ...series]
    .sort((a, b) => rank[a.item.kind] - rank[b.item.kind] || b.badness - a.badness || compareText(a.item, b.item))
    .map(({ item }) => item)
}

/** How far a series moved: towards the worse for a regression, the better for an improvement, either way where it cannot be told. */
function badness({ comparison, direction }: Measured): number {
  const ratio = comparison?.ratio
  if (ratio === null || ratio === undefined) return 0
  const worse = Math.log(direction === 'lower' ? ratio : 1 / ratio)
  return comparison?.verdict === 'improvement' ? -worse : worse
}

function isReasonFor(result: Result, measured: Measured): boolean {
  return result.state === 'failed' && (result.reason ?? '').includes(`${measured.metric}: regression`)
}

function item(
  report: Pick<Report, 'tests'>,
  kind: AttentionItem['kind'],
  testIndex: number,
  result: Result | undefined,
  measured: Measured | null,
  commandOf: (what: Reproduction) => string,
): AttentionItem {
  const test = report.tests[testIndex]
  const file = test?.file ?? ''
  const name = test?.name ?? 'unknown test'
  const project = result?.project ?? ''
  return {
    kind,
    test: oneLine(name),
    file: oneLine(file),
    project,
    model: test?.model ?? null,
    metric: measured?.metric ?? null,
    comparison: measured?.comparison ?? null,
    reason: result?.state === 'failed' ? result.reason : null,
    command: commandOf({ project, file, name: isWholeFile(name) ? null : name }),
  }
}

function pairKey(test: number, profile: number): string {
  return `${test} ${profile}`
}

function compareText(a: AttentionItem, b: AttentionItem): number {
  const [x, y] = [`${a.file}\n${a.test}\n${a.project}\n${a.metric ?? ''}`, `${b.file}\n${b.test}\n${b.project}\n${b.metric ?? ''}`]
  return x < y ? -1 : x > y ? 1 : 0
}
