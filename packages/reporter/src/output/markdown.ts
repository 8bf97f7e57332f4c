import { median } from '@vitest-hardware/statistics'
import type { Report } from '@vitest-hardware/contracts'
import type { AttentionItem } from '../words/attention.ts'
import { amount, percent, ratioText } from '../words/numbers.ts'
import { oneLine } from '../words/plain-text.ts'

const mostRows = 10

export interface MarkdownInput {
  readonly sentence: string
  readonly report: Pick<Report, 'measurements' | 'skipReasons' | 'environmentChanges'>
  /** Of this report: an item's comparison is that of its measurement. */
  readonly attention: readonly AttentionItem[]
  /** Address of the page, as the reader of the summary reaches it. */
  readonly page: string
}

/** The pull-request comment and job summary: at most ten rows, the worst first. */
export function markdown({ sentence, report, attention, page }: MarkdownInput): string {
  const lines = ['### vitest-hardware', '', cell(sentence), '']
  if (attention.length > 0) {
    lines.push('| series | before | after | ratio [interval] | verdict |', '| --- | ---: | ---: | --- | --- |')
    lines.push(...attention.slice(0, mostRows).map((item) => `| ${[seriesOf(item), ...numbersOf(item, report), verdictOf(item)].join(' | ')} |`), '')
    if (attention.length > mostRows) lines.push(`… and ${attention.length - mostRows} more on the page.`, '')
  }
  for (const { backend, fields } of report.environmentChanges) {
    lines.push(`Environment of \`${backend}\` changed: ${fields.map(({ field, before, after }) => cell(`${field} ${before} → ${after}`)).join('; ')}. Numbers of different environments are not compared.`, '')
  }
  lines.push(noiseLine(report), '')
  if (report.skipReasons.length > 0) lines.push(`Skipped: ${report.skipReasons.slice(0, mostRows).map(({ reason, count }) => `${count} × ${cell(oneLine(reason, 160))}`).join('; ')}.`, '')
  lines.push(`Page: ${code(page)}`, '')
  return lines.join('\n')
}

/** What the run could have seen at all: an equal result is worth no more than this. */
function noiseLine({ measurements }: Pick<Report, 'measurements'>): string {
  const changes = measurements.flatMap(({ comparison }) => (comparison?.minimumDetectableChange == null ? [] : [comparison.minimumDetectableChange])).sort((a, b) => a - b)
  if (changes.length === 0) return 'Noise: nothing could be compared yet; no series has a baseline on its hardware profile.'
  const many = changes.length === 1 ? '1 compared series' : `${changes.length} compared series`
  return `Noise: the smallest change that would have been seen is ${percent(median(changes))} (median of ${many}; ${percent(changes[0]!)} … ${percent(changes.at(-1)!)}).`
}

function seriesOf({ model, test, metric, project }: AttentionItem): string {
  const subject = model === null ? test : `${model}: ${test}`
  return cell(oneLine([subject, ...(metric === null ? [] : [metric]), project].join(' · '), 160))
}

function numbersOf({ comparison }: AttentionItem, { measurements }: Pick<Report, 'measurements'>): [string, string, string] {
  if (comparison === null) return ['–', '–', '–']
  const measured = measurements.find((one) => one.comparison === comparison)
  if (measured === undefined || comparison.ratio === null) return ['–', '–', '–']
  const after = median(measured.samples)
  return [cell(amount(after / comparison.ratio, measured.unit)), cell(amount(after, measured.unit)), cell(ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh))]
}

function verdictOf({ kind, reason }: AttentionItem): string {
  if (kind === 'failed') return `failed: ${cell(oneLine(reason ?? 'no message', 160))}`
  return kind === 'cannot-tell' ? "can't tell" : kind
}

/** Text that stays text in a table of GitHub's Markdown: no cell, tag, link, image, emphasis, mention or issue comes of it. */
export function cell(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#|!~$]/g, String.raw`\$&`)
    .replaceAll('@', '@\u200B')
}

/** A code span whose fence is longer than any run of back-ticks in it. */
function code(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${text.replace(/\s+/g, ' ')}${pad}${fence}`
}
