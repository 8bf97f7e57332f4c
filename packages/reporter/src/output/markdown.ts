import type { Report } from '@vitest-hardware/contracts'
import { median } from '@vitest-hardware/statistics'
import type { AttentionItem } from '../words/attention.ts'
import { amount, percent, ratioText } from '../words/numbers.ts'
import { oneLine } from '../words/plain-text.ts'

/** Most rows of the table, and most reasons of a list. */
const mostRows = 10

/**
 * The job summary or pull-request comment: the verdict, at most ten rows of what needs attention, the noise, a link.
 * @param attention of this report: an item's comparison is that of its measurement
 * @param page address of the page, as the reader of the summary reaches it
 */
export function markdownSummary(report: Report, attention: readonly AttentionItem[], page: string): string {
  const parts = [`### ${escapeMarkdown(report.sentence)}`]
  if (attention.length > 0) {
    const rows = attention
      .slice(0, mostRows)
      .map((item) => `| ${[seriesOf(item), ...numbersOf(item, report), verdictOf(item)].join(' | ')} |`)
    parts.push(['| series | before | after | ratio [interval] | verdict |', '| --- | ---: | ---: | --- | --- |', ...rows].join('\n'))
  }
  if (attention.length > mostRows) parts.push(`… and ${attention.length - mostRows} more on the page.`)
  for (const { backend, fields } of report.environmentChanges) {
    const changes = fields.map(({ field, before, after }) => escapeMarkdown(`${field}: ${before} → ${after}`)).join('; ')
    parts.push(`The environment of ${backend} changed (${changes}); numbers of different environments are not compared.`)
  }
  parts.push(noiseLine(report))
  if (report.skipReasons.length > 0) {
    const more = report.skipReasons.length > mostRows ? `; and ${report.skipReasons.length - mostRows} more reasons` : ''
    parts.push(
      `Skipped: ${report.skipReasons
        .slice(0, mostRows)
        .map(({ reason, count }) => `${count} × ${escapeMarkdown(oneLine(reason, 160))}`)
        .join('; ')}${more}.`,
    )
  }
  parts.push(`[The whole report](<${encodeURI(page)}>)`)
  return `${parts.join('\n\n')}\n`
}

/** What the run could have seen at all: an equal result is worth no more than this. */
function noiseLine({ measurements }: Pick<Report, 'measurements'>): string {
  const changes = measurements.flatMap(({ comparison }) => comparison?.minimumDetectableChange ?? []).sort((a, b) => a - b)
  if (changes.length === 0) return 'Noise: nothing was compared; no series has a baseline on its hardware profile.'
  const many = changes.length === 1 ? '1 compared series' : `${changes.length} compared series`
  return `Noise: the smallest change that would have been seen is ${percent(median(changes))} (median of ${many}; ${percent(changes[0]!)} … ${percent(changes.at(-1)!)}).`
}

function seriesOf({ model, test, metric, project }: AttentionItem): string {
  const subject = model === null ? test : `${oneLine(model, 80)}: ${test}`
  return escapeMarkdown(
    oneLine([oneLine(subject, 160), ...(metric === null ? [] : [metric]), ...(project === '' ? [] : [project])].join(' · '), 300),
  )
}

function numbersOf({ comparison }: AttentionItem, { measurements }: Pick<Report, 'measurements'>): [string, string, string] {
  const measured = comparison === null ? undefined : measurements.find((one) => one.comparison === comparison)
  if (measured === undefined || comparison === null || comparison.ratio === null) return ['–', '–', '–']
  const after = median(measured.samples)
  return [
    escapeMarkdown(amount(after / comparison.ratio, measured.unit)),
    escapeMarkdown(amount(after, measured.unit)),
    ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh),
  ]
}

function verdictOf({ kind, reason }: AttentionItem): string {
  if (kind === 'failed') return `failed: ${escapeMarkdown(oneLine(reason ?? 'no message', 160))}`
  return kind === 'cannot-tell' ? "can't tell" : kind
}

/** Text that stays text in GitHub's Markdown: no cell, tag, link, image, emphasis, formula, mention or issue comes of it. */
export function escapeMarkdown(text: string): string {
  return oneLine(text, 1000)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]#|!~$]/g, String.raw`\$&`)
    .replaceAll('@', '@\u200B')
    .replaceAll('://', ':\u200B//')
}
