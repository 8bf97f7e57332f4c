import { isAbsolute, relative } from 'node:path'
import type { Summary } from '@vitest-hardware/contracts'
import type { ChalkInstance } from 'chalk'
import type { AttentionItem } from '../words/attention.ts'
import { percent, ratioText } from '../words/numbers.ts'
import { oneLine } from '../words/plain-text.ts'

/** Most items and most skip reasons that one screen shows. */
const mostItems = 20
const mostReasons = 10

export interface TerminalContext {
  /** Things to know that are no results: a side file, a corrupt database kept aside, artifacts left out. */
  readonly notices: readonly string[]
  /** Working folder, absolute; paths are shown relative to it. */
  readonly from: string
}

/** What stands below Vitest's own output: the verdict, what needs attention with the command that reproduces it, skips, and where the files are. */
export function terminalReport(summary: Summary, { notices, from }: TerminalContext, paint: ChalkInstance): string {
  const { attention, skipReasons, files } = summary
  // dozens of series that are merely too noisy would hide the rest: one line for all of them
  const listed = attention.filter(({ kind }) => kind !== 'cannot-tell')
  const unsure = attention.filter(({ kind }) => kind === 'cannot-tell')
  const blocks = [
    [headline(summary, paint)],
    ...listed.slice(0, mostItems).map((item) => itemLines(item, paint)),
    listed.length > mostItems ? [paint.dim(`… and ${listed.length - mostItems} more; they are all on the page`)] : [],
    [
      ...unsure.slice(0, 1).map(() => paint.yellow(unsureLine(unsure))),
      ...skipReasons
        .slice(0, mostReasons)
        .map(({ reason, count }) => paint.dim(`skipped ${String(count).padStart(4)}  ${oneLine(reason, 160)}`)),
      ...(skipReasons.length > mostReasons ? [paint.dim(`skipped for ${skipReasons.length - mostReasons} more reasons`)] : []),
      ...notices.map((notice) => `${paint.yellow('note')} ${oneLine(notice, 1000)}`),
    ],
    [`${paint.dim('page    ')} ${shortest(from, files.page)}`, `${paint.dim('database')} ${shortest(from, files.database)}`],
  ]
  const text = blocks.filter((lines) => lines.length > 0).map((lines) => lines.map((line) => ` ${line}`).join('\n'))
  return `\n${text.join('\n\n')}\n`
}

function headline({ sentence, state, counts }: Summary, paint: ChalkInstance): string {
  const colour = state === 'failed' ? paint.red : state === 'interrupted' || counts.regressions > 0 ? paint.yellow : paint.green
  return paint.bold(colour(oneLine(sentence, 600)))
}

function itemLines(item: AttentionItem, paint: ChalkInstance): string[] {
  const colour = { failed: paint.red, regression: paint.red, improvement: paint.green, 'cannot-tell': paint.yellow }[item.kind]
  const model = item.model === null || item.test.includes(item.model) ? '' : `${oneLine(item.model, 80)}: `
  const where = item.project === '' ? '' : paint.dim(` on ${oneLine(item.project, 60)}`)
  return [
    `${colour(item.kind.padEnd(11))} ${paint.bold(model + oneLine(item.test, 120))}${where}`,
    ...detail(item).map((line) => `  ${line}`),
    `  ${paint.cyan(item.command)}`,
  ]
}

function detail({ comparison, metric, reason }: AttentionItem): string[] {
  if (comparison !== null && comparison.ratio !== null) {
    const { ratio, ciLow, ciHigh, samples, baselineSamples, baselineRuns } = comparison
    return [
      `${oneLine(metric ?? 'ratio', 80)} ${ratioText(ratio, ciLow, ciHigh)} × the baseline, n = ${samples} against ${baselineSamples} of ${baselineRuns} ${baselineRuns === 1 ? 'run' : 'runs'}`,
    ]
  }
  return reason === null
    ? []
    : reason
        .split('\n')
        .slice(0, 3)
        .map((line) => oneLine(line, 200))
}

function unsureLine(items: readonly AttentionItem[]): string {
  const changes = items.flatMap(({ comparison }) => comparison?.minimumDetectableChange ?? []).sort((a, b) => a - b)
  const seen = changes.length === 0 ? '' : `; only a change of ${percent(changes[changes.length >> 1]!)} or more would have been called`
  return `can't tell ${items.length} series from noise${seen}; more runs sharpen the baseline`
}

function shortest(from: string, path: string): string {
  const short = relative(from, path)
  return isAbsolute(short) || short.startsWith('..') ? path : short.replaceAll('\\', '/')
}
