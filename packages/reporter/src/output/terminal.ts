import type { Report, Summary } from '@vitest-hardware/contracts'
import type { ChalkInstance } from 'chalk'
import { ratioText } from '../words/numbers.ts'
import { oneLine } from '../words/plain-text.ts'

type Item = Summary['attention'][number]

/** Most items and most skip reasons that one screen shows. */
const mostItems = 20
const mostReasons = 8

export interface TerminalInput {
  readonly sentence: string
  readonly state: Report['run']['state']
  readonly counts: Report['counts']
  readonly attention: readonly Item[]
  readonly skipReasons: Report['skipReasons']
  /** Things to know that are no results: a side file, a corrupt database kept aside, artifacts left out. */
  readonly notices: readonly string[]
  readonly page: string
  readonly database: string
}

/** One screen: the verdict, what needs attention with the command that reproduces it, skips, and where the files are. */
export function terminalReport(input: TerminalInput, chalk: ChalkInstance): string {
  const seen = input.attention.filter(({ kind }) => kind !== 'cannot-tell')
  const shown = seen.slice(0, mostItems)
  const unsure = input.attention.find(({ kind }) => kind === 'cannot-tell')
  const reasons = input.skipReasons.slice(0, mostReasons)
  const moreReasons = input.skipReasons.length - reasons.length
  const blocks = [
    [`${badge(input, chalk)} ${chalk.bold(oneLine(input.sentence, 600))}`],
    ...shown.map((item) => itemLines(item, chalk)),
    seen.length > shown.length ? [chalk.dim(`… and ${seen.length - shown.length} more; the page shows them all`)] : [],
    [
      ...reasons.map(({ reason, count }) => `${chalk.dim('skipped')}   ${oneLine(reason, 160)} ${chalk.dim(`× ${count}`)}`),
      ...(moreReasons > 0 ? [chalk.dim(`          … and ${moreReasons} more reasons`)] : []),
      ...(unsure === undefined ? [] : [`${chalk.dim("can't tell")} ${input.counts.cannotTell} series, e.g. ${oneLine(`${unsure.model ?? unsure.test} ${unsure.metric ?? ''}`, 80)}: ${chalk.dim(oneLine(unsure.comparison?.explanation ?? '', 300))}`]),
      ...input.notices.map((notice) => `${chalk.yellow('note')}      ${oneLine(notice, 1000)}`),
      `${chalk.dim('page')}      ${input.page}`,
      `${chalk.dim('database')}  ${input.database}`,
    ],
  ]
  return `\n${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => ` ${line}`).join('\n'))
    .join('\n\n')}\n`
}

function badge({ state, counts }: TerminalInput, chalk: ChalkInstance): string {
  if (state === 'interrupted') return chalk.black.bgYellow(' HARDWARE ')
  if (state === 'failed') return chalk.black.bgRed(' HARDWARE ')
  return counts.regressions > 0 ? chalk.black.bgYellow(' HARDWARE ') : chalk.black.bgGreen(' HARDWARE ')
}

const marks: Readonly<Record<Item['kind'], string>> = { failed: '✗', regression: '▲', improvement: '▼', 'cannot-tell': '?' }

function itemLines(item: Item, chalk: ChalkInstance): string[] {
  const colour = { failed: chalk.red, regression: chalk.yellow, improvement: chalk.green, 'cannot-tell': chalk.dim }[item.kind]
  const what = [item.model, item.test, item.metric].filter((part) => part !== null).map((part) => oneLine(part, 100)).join(' › ')
  const { comparison } = item
  const ratio = comparison === null || comparison.ratio === null ? '' : ` ${chalk.bold(`${ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh)}×`)}`
  const why = item.reason?.split('\n').slice(0, 3) ?? []
  return [
    `${colour(`${marks[item.kind]} ${item.kind}`)} ${what} ${chalk.dim(`[${item.project}]`)}${ratio}`,
    ...why.map((line) => `    ${chalk.dim(oneLine(line, 200))}`),
    `    ${chalk.cyan(item.command)}`,
  ]
}
