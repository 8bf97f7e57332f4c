import type { Report } from '@vitest-hardware/contracts'
import type { ChalkInstance } from 'chalk'
import type { AttentionItem } from '../words/attention.ts'
import { percent, ratioText } from '../words/numbers.ts'
import { oneLine } from '../words/plain-text.ts'

/** Entries that a terminal shows before it only counts. */
export const mostEntries = 20

export interface TerminalInput {
  readonly sentence: string
  readonly attention: readonly AttentionItem[]
  readonly skipReasons: Report['skipReasons']
  /** Places of what the run left, as short as they can be said. */
  readonly page: string | null
  readonly database: string
}

/** What stands below Vitest's own output: the verdict, what needs attention, why tests were skipped, where the rest is. */
export function terminalLines({ sentence, attention, skipReasons, page, database }: TerminalInput, paint: ChalkInstance): string[] {
  const isBad = attention.some(({ kind }) => kind === 'failed' || kind === 'regression') || sentence.startsWith('interrupted')
  // dozens of series that are merely too noisy would hide the rest: one line for all of them
  const listed = attention.filter(({ kind }) => kind !== 'cannot-tell')
  const untold = attention.filter(({ kind }) => kind === 'cannot-tell')
  const lines = ['', paint.bold(isBad ? paint.red(sentence) : paint.green(sentence))]
  for (const item of listed.slice(0, mostEntries)) lines.push('', ...entry(item, paint))
  if (listed.length > mostEntries) lines.push('', paint.dim(`… and ${listed.length - mostEntries} more; they are all on the page`))
  if (untold.length > 0) lines.push('', cannotTell(untold, paint))
  if (skipReasons.length > 0) lines.push('', ...skipReasons.map(({ reason, count }) => paint.dim(`skipped ${String(count).padStart(4)}  ${oneLine(reason, 160)}`)))
  lines.push('', ...(page === null ? [] : [`${paint.dim('page    ')} ${page}`]), `${paint.dim('database')} ${database}`)
  return lines
}

function entry(item: AttentionItem, paint: ChalkInstance): string[] {
  const color = item.kind === 'improvement' ? paint.green : paint.red
  const model = item.model === null || item.test.includes(item.model) ? '' : `${oneLine(item.model, 80)}: `
  const head = `${color(item.kind.padEnd(11))} ${paint.bold(model + oneLine(item.test, 120))} ${paint.dim(`on ${item.project}`)}`
  return [head, ...detail(item).map((line) => `  ${line}`), `  ${paint.cyan(item.command)}`]
}

function detail({ comparison, metric, reason }: AttentionItem): string[] {
  if (comparison?.ratio != null) return [`${metric ?? 'ratio'} ${ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh)} × the baseline, n ${comparison.samples} against ${comparison.baselineSamples} of ${comparison.baselineRuns} runs`]
  return reason === null ? [] : reason.split('\n').slice(0, 3)
}

function cannotTell(items: readonly AttentionItem[], paint: ChalkInstance): string {
  const changes = items.flatMap(({ comparison }) => comparison?.minimumDetectableChange ?? []).sort((a, b) => a - b)
  const seen = changes.length === 0 ? '' : `; a change of ${percent(changes[Math.floor(changes.length / 2)]!)} would have been seen`
  return paint.yellow(`can't tell  ${items.length} series from noise${seen}. More runs sharpen the baseline`)
}
