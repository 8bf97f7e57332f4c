import type { Report, Summary } from '@vitest-hardware/contracts'
import { median } from '@vitest-hardware/statistics'
import { amount, percent, ratioText } from '../words/numbers.ts'
import { oneLine } from '../words/plain-text.ts'

/** Most rows of a table in a comment. */
const mostRows = 10

export interface MarkdownLinks {
  /** Path or address of the page. */
  readonly page: string
}

/** The job summary or pull-request comment: the verdict, a table of what needs attention, the noise, a link. */
export function markdownSummary(report: Report, attention: Summary['attention'], { page }: MarkdownLinks): string {
  const rows = attention.slice(0, mostRows)
  const more = attention.length - rows.length
  const table =
    rows.length === 0
      ? []
      : [
          ['| series | before | after | ratio | verdict |', '|---|---:|---:|---:|---|', ...rows.map((item) => tableRow(report, item))].join('\n'),
          ...(more > 0 ? [`… and ${more} more.`] : []),
        ]
  return `${[`**${escapeMarkdown(report.sentence)}**`, ...table, noiseLine(report), `[The whole report](${encodeURI(page)})`].filter((part) => part !== '').join('\n\n')}\n`
}

function tableRow(report: Report, item: Summary['attention'][number]): string {
  const { comparison } = item
  const found = report.measurements.find((measured) => measured.metric === item.metric && measured.comparison === comparison)
  const after = found === undefined ? null : median(found.samples)
  const before = after === null || comparison?.ratio === null || comparison?.ratio === undefined ? null : after / comparison.ratio
  const unit = found?.unit ?? ''
  const series = [item.model, item.test, item.metric].filter((part) => part !== null).map((part) => oneLine(part, 80)).join(' · ')
  const cells = [
    `${escapeMarkdown(series)} (${escapeMarkdown(item.project)})`,
    before === null ? '–' : amount(before, unit),
    after === null ? '–' : amount(after, unit),
    comparison?.ratio === null || comparison?.ratio === undefined ? '–' : ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh),
    item.kind === 'failed' ? `failed: ${escapeMarkdown(oneLine(item.reason ?? '', 120))}` : verdictWords[item.kind],
  ]
  return `| ${cells.join(' | ')} |`
}

const verdictWords: Readonly<Record<Exclude<Summary['attention'][number]['kind'], 'failed'>, string>> = {
  regression: '🔴 regression',
  improvement: '🟢 improvement',
  'cannot-tell': "can't tell",
}

/** How large a change must be before this run's numbers would show it. */
export function noiseLine({ measurements }: Pick<Report, 'measurements'>): string {
  const limits = measurements.flatMap(({ comparison }) => comparison?.minimumDetectableChange ?? [])
  if (limits.length === 0) return ''
  return `Noise: in half of the ${limits.length} compared series a change of ${percent(median(limits))} or more would have been called.`
}

/** Text that stays text in GitHub's Markdown: no markup, no cell of its own, no mention. */
export function escapeMarkdown(text: string): string {
  return oneLine(text, 400)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]#|~!]/g, String.raw`\$&`)
    .replaceAll('@', '@&#8203;')
    .replace(/\b(https?):\/\//gi, '$1&#58;//')
}
