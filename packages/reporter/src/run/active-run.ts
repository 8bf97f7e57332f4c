import { appendFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Baseline, Report, Run, RunState, Summary } from '@vitest-hardware/contracts'
import type { ResultsStore } from '@vitest-hardware/results-store'
import { judgeRun } from '../judging/judge-run.ts'
import { markdownSummary } from '../output/markdown.ts'
import { renderPage } from '../output/page.ts'
import { summarize } from '../output/summarize.ts'
import { writeWhole } from '../output/write-file.ts'
import type { RunRecorder } from '../recording/run-recorder.ts'
import { listAttention } from '../words/attention.ts'
import { reproduceCommand } from '../words/reproduce-command.ts'
import { sentence } from '../words/sentence.ts'

export interface ActiveRun {
  readonly run: Run
  readonly store: ResultsStore
  readonly recorder: RunRecorder
  readonly baselines: readonly Baseline[]
  /** Absolute folder of the page and the summaries. */
  readonly folder: string
  /** Vitest's root, absolute. */
  readonly root: string
  /** File that GitHub shows beside the job; undefined elsewhere. */
  readonly stepSummary: string | undefined
}

export interface FinishedRun {
  readonly report: Report
  readonly summary: Summary
}

/**
 * Judges, stores and writes the files of a run, and closes its store.
 * @throws {UsageError} the disk refuses the rows or a file
 */
export async function finishRun(active: ActiveRun, state: Exclude<RunState, 'running'>, unhandledErrors: number): Promise<FinishedRun> {
  const { run, store, recorder, baselines, folder, root } = active
  let report: Report
  {
    // closing reports what could not be written, and where it was saved
    await using closing = store
    closing.add({ comparisons: judgeRun(recorder.candidates, baselines) })
    const endedAt = new Date().toISOString()
    await closing.finishRun(run.runId, state, endedAt).catch(() => {})
    const stored = await closing.report(run.runId)
    report = { schema: 'vitest-hardware/report@1', generatedAt: endedAt, sentence: sentence(stored.counts, { state, skipReasons: stored.skipReasons, unhandledErrors }), ...stored }
  }
  const rootFromHere = relative(process.cwd(), root)
  const attention = listAttention(report, (what) => reproduceCommand(what, rootFromHere))
  const shown = (path: string): string => relative(root, path).replaceAll('\\', '/')
  const [page, markdown, json] = ['report.html', 'summary.md', 'summary.json'].map((name) => join(folder, name)) as [string, string, string]
  const summary = summarize(report, attention, { database: shown(store.path), page: shown(page), markdown: shown(markdown) })
  const text = markdownSummary(report, attention, { page: shown(page) })
  await Promise.all([
    writeWhole(markdown, text),
    writeWhole(json, `${JSON.stringify(summary, null, 2)}\n`),
    renderPage(report).then((html) => writeWhole(page, html)),
    active.stepSummary === undefined ? null : appendFile(active.stepSummary, `${text}\n`),
  ])
  return { report, summary }
}
