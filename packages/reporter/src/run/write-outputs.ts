import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report, Summary, UsageError } from '@vitest-hardware/contracts'
import { markdown } from '../output/markdown.ts'
import { renderPage } from '../output/page.ts'
import { writeAtomic } from '../output/write-atomic.ts'
import type { AttentionItem } from '../words/attention.ts'
import { asUsageError } from './usage-errors.ts'

export interface Outputs {
  /** Path of the page; null where it could not be written. */
  readonly page: string | null
  readonly problems: readonly UsageError[]
}

/** Writes `summary.json`, `summary.md` and `report.html`, each for itself: one that fails keeps no other back. */
export async function writeOutputs(options: {
  readonly folder: string
  readonly database: string
  readonly report: Report
  readonly attention: readonly AttentionItem[]
  /** `$GITHUB_STEP_SUMMARY`; null where it is not set. */
  readonly stepSummary: string | null
}): Promise<Outputs> {
  const { folder, database, report, attention, stepSummary } = options
  const files = { database, page: join(folder, 'report.html'), markdown: join(folder, 'summary.md') }
  const { run, sentence, counts, skipReasons } = report
  const summary: Summary = {
    schema: 'vitest-hardware/summary@1',
    runId: run.runId,
    state: run.state,
    sentence,
    startedAt: run.startedAt,
    endedAt: run.endedAt ?? report.generatedAt,
    counts,
    skipReasons,
    attention: [...attention],
    files,
  }
  const text = markdown({ sentence, report, attention, page: files.page })
  const steps: [string, () => Promise<void>][] = [
    [join(folder, 'summary.json'), () => writeAtomic(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)],
    [files.markdown, () => writeAtomic(files.markdown, text)],
    [files.page, async () => writeAtomic(files.page, await renderPage(report))],
  ]
  if (stepSummary !== null) steps.push([stepSummary, () => appendFile(stepSummary, text)])
  const failed = new Map<string, UsageError>()
  await Promise.all(
    steps.map(async ([path, write]) => {
      try {
        await write()
      } catch (error) {
        failed.set(path, asUsageError(error, path))
      }
    }),
  )
  return { page: failed.has(files.page) ? null : files.page, problems: [...failed.values()] }
}
