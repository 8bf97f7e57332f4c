import { appendFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Baseline, type Report, type Run, type RunState, type Summary, UsageError } from '@vitest-hardware/contracts'
import type { ResultsStore, StoredReport } from '@vitest-hardware/results-store'
import { judgeRun } from '../judging/judge-run.ts'
import { markdownSummary } from '../output/markdown.ts'
import { renderPage } from '../output/page.ts'
import { summarize } from '../output/summarize.ts'
import { unwritable, writeWhole } from '../output/write-file.ts'
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
  /** Null where the database could not be read back. */
  readonly summary: Summary | null
  /** What could not be written. */
  readonly problems: readonly UsageError[]
}

type EndState = Exclude<RunState, 'running'>

/** Judges and stores a run, closes its store, and writes its files. What a user can mend is returned, not thrown. */
export async function finishRun(active: ActiveRun, state: EndState, unhandledErrors: number): Promise<FinishedRun> {
  const { run, store, recorder } = active
  const endedAt = new Date().toISOString()
  // a plain run's report needs no database: its files are written while its last rows are
  const plain = recorder.plainReport({ ...run, state, endedAt })
  if (plain !== null) {
    const [stored, written] = await Promise.all([
      thenClose(store, () => store.finishRun(run.runId, state, endedAt)),
      writeFiles(active, reportOf(plain, endedAt, unhandledErrors)),
    ])
    return { summary: written.summary, problems: [...stored.problems, ...written.problems] }
  }
  const stored = await thenClose(store, async () => {
    store.add({ comparisons: judgeRun(recorder.candidates, active.baselines) })
    await store.finishRun(run.runId, state, endedAt)
    return store.report(run.runId)
  })
  if (stored.value === null) return { summary: null, problems: stored.problems }
  const written = await writeFiles(active, reportOf(stored.value, endedAt, unhandledErrors))
  return { summary: written.summary, problems: [...stored.problems, ...written.problems] }
}

/** Does the last work with a store and closes it, whatever happens. */
async function thenClose<Value>(store: ResultsStore, work: () => Promise<Value>): Promise<{ value: Value | null; problems: UsageError[] }> {
  let value: Value | null = null
  let problem: UsageError | null = null
  try {
    value = await work()
  } catch (error) {
    problem = usageError(error)
  }
  try {
    await store[Symbol.asyncDispose]()
  } catch (error) {
    // says where the rows went, which the first failure could not know
    problem = usageError(error)
  }
  return { value, problems: problem === null ? [] : [problem] }
}

async function writeFiles(
  { store, folder, root, stepSummary }: ActiveRun,
  report: Report,
): Promise<{ summary: Summary; problems: UsageError[] }> {
  const rootFromHere = relative(process.cwd(), root)
  const attention = listAttention(report, (what) => reproduceCommand(what, rootFromHere))
  const files = { database: store.path, page: join(folder, 'report.html'), markdown: join(folder, 'summary.md') }
  const summary = summarize(report, attention, files)
  const markdown = markdownSummary(report, attention, relative(root, files.page).replaceAll('\\', '/'))
  // each for itself: one that fails keeps no other back
  const written = await Promise.allSettled([
    writeWhole(files.markdown, markdown),
    writeWhole(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`),
    renderPage(report).then((html) => writeWhole(files.page, html)),
    stepSummary === undefined
      ? null
      : appendFile(stepSummary, `${markdown}\n`).catch((error: unknown) => Promise.reject(unwritable(stepSummary, error))),
  ])
  return { summary, problems: written.flatMap((one) => (one.status === 'rejected' ? usageError(one.reason) : [])) }
}

function reportOf(rows: StoredReport, generatedAt: string, unhandledErrors: number): Report {
  const { counts, skipReasons, run } = rows
  return {
    schema: 'vitest-hardware/report@1',
    generatedAt,
    sentence: sentence(counts, { state: run.state, skipReasons, unhandledErrors }),
    ...rows,
  }
}

/** A defect of this program stays what it is. */
function usageError(error: unknown): UsageError {
  if (error instanceof UsageError) return error
  throw error
}
