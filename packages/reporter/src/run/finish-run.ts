import { appendFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Baseline, Report, RunState, Summary } from '@vitest-hardware/contracts'
import { UsageError } from '@vitest-hardware/contracts/base'
import type { ResultsStore, StoredReport } from '@vitest-hardware/results-store'
import { judgeRun } from '../judging/judge-run.ts'
import { markdownSummary } from '../output/markdown.ts'
import { renderPage } from '../output/page.ts'
import { summarize } from '../output/summarize.ts'
import { unwritable, writeWhole } from '../output/write-file.ts'
import { listAttention } from '../words/attention.ts'
import { reproduceCommand } from '../words/reproduce-command.ts'
import { sentence } from '../words/sentence.ts'
import { writeBaselineFiles } from './baseline-files.ts'
import type { ActiveRun } from './begin-run.ts'

export interface FinishedRun {
  /** Null where the database could not be read back. */
  readonly summary: Summary | null
  /** What the store had to do on opening, one sentence each. */
  readonly notices: readonly string[]
  /** What could not be written. */
  readonly problems: readonly UsageError[]
}

type EndState = Exclude<RunState, 'running'>

/**
 * Judges and stores a run, closes its store, and writes its files. What a user can mend is returned, not thrown.
 * Null where nothing was recorded.
 */
export async function finishRun(active: ActiveRun, state: EndState, unhandledErrors: number): Promise<FinishedRun | null> {
  const { log, recorder } = active
  if (!log.hasBegun && !active.isExpected) return null
  const endedAt = new Date().toISOString()
  const { run, store } = await log.begin()
  if (recorder.isPlain) {
    // the last rows are written while the report, which needs no database, is made and written
    const storing = thenClose(store, () => store.finishRun(run.runId, state, endedAt))
    const report = reportOf(recorder.plainReport({ ...run, state, endedAt }), endedAt, unhandledErrors)
    const [stored, written] = await Promise.all([storing, writeFiles(active, store.path, report)])
    return { summary: written.summary, notices: store.notices, problems: [...stored.problems, ...written.problems] }
  }
  const stored = await thenClose(store, async () => {
    store.add({ comparisons: judgeRun(recorder.candidates, await baselinesOf(active, store)) })
    await store.finishRun(run.runId, state, endedAt)
    // hardware projects find theirs made anew when a run begins; to others the database is closed then
    if (active.baselines === null)
      await writeBaselineFiles([join(active.folder, 'baselines.json')], await store.baselines({ window: active.baselineRuns }))
    return store.report(run.runId)
  })
  const { notices } = store
  if (stored.value === null) return { summary: null, notices, problems: stored.problems }
  const catalogue = stored.value.tests.some(({ modelType }) => modelType !== null) ? await active.catalogue?.() : undefined
  const report = { ...reportOf(stored.value, endedAt, unhandledErrors), ...(catalogue === undefined ? {} : { catalogue }) }
  const written = await writeFiles(active, store.path, report)
  return { summary: written.summary, notices, problems: [...stored.problems, ...written.problems] }
}

async function baselinesOf({ baselines, log, baselineRuns }: ActiveRun, store: ResultsStore): Promise<readonly Baseline[]> {
  return baselines ?? store.baselines({ excludeRun: log.runId, window: baselineRuns })
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
  { folder, root, stepSummary }: ActiveRun,
  database: string,
  report: Report,
): Promise<{ summary: Summary; problems: UsageError[] }> {
  const rootFromHere = relative(process.cwd(), root)
  const attention = listAttention(report, (what) => reproduceCommand(what, rootFromHere))
  const files = { database, page: join(folder, 'report.html'), markdown: join(folder, 'summary.md') }
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
