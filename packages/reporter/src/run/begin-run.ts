import { join, resolve } from 'node:path'
import type { TestCase, TestSpecification, Vitest } from 'vitest/node'
import type { HardwareReporterOptions } from '../options.ts'
import { type ProjectFacts, projectFacts } from '../recording/project-facts.ts'
import { RunRecorder } from '../recording/run-recorder.ts'
import { redactor } from '../words/redact.ts'
import type { ActiveRun } from './active-run.ts'
import { writeBaselineFiles } from './baseline-files.ts'
import { describeRun } from './describe-run.ts'
import { readGit } from './git.ts'

/** With the moment that results wait to become rows, less than the second that a kill may cost; fewer flushes leave more to the tests. */
const flushEveryMs = 800

/**
 * Opens the store and leaves the baselines for the workers; null where nothing of this run is to be recorded.
 * @throws {UsageError} the database cannot be used
 */
export async function beginRun(
  vitest: Vitest,
  specifications: readonly TestSpecification[],
  options: HardwareReporterOptions,
): Promise<ActiveRun | null> {
  const isRecorded = (project: ProjectFacts): boolean => options.projects === 'all' || project.backend !== null
  const projects = [...new Set(specifications.map(({ project }) => project))].map(projectFacts).filter(isRecorded)
  if (projects.length === 0) return null
  const startedAt = new Date()
  const { root } = vitest.config
  const folder = resolve(root, options.folder ?? '.vitest-hardware')
  const database = options.database === undefined ? join(folder, 'results.duckdb') : resolve(root, options.database)
  const git = readGit(root)
  // loaded only here: a run without hardware tests pays nothing for the database
  const { startStoreInThread } = await import('@vitest-hardware/results-store/thread')
  const { store, opened } = startStoreInThread(database, { onLocked: 'side-file', flushEveryMs })
  // plain tests have no baselines and must not wait for a database; what is wrong with it is said at the end of their run
  const isPlain = projects.every(({ backend }) => backend === null)
  try {
    if (!isPlain) await opened
    const redact = redactor(process.env)
    const run = describeRun({
      startedAt,
      argv: process.argv,
      vitestVersion: vitest.version,
      git: await git,
      environment: process.env,
      redact,
    })
    store.beginRun(run)
    // on disk before the first test, so that a run which is killed at once leaves a trace
    if (!isPlain) await store.flush()
    const baselines = isPlain ? [] : await store.baselines({ excludeRun: run.runId, window: options.baselineRuns ?? 10 })
    await writeBaselineFiles(new Set(projects.flatMap(({ baselineFile }) => baselineFile ?? [])), baselines)
    const recorder = new RunRecorder({
      runId: run.runId,
      add: (rows) => store.add(rows),
      isRecorded,
      isDeselected: deselection(vitest),
      redact,
    })
    return { run, store, recorder, baselines, folder, root, stepSummary: process.env['GITHUB_STEP_SUMMARY'] || undefined }
  } catch (error) {
    await store[Symbol.asyncDispose]()
    throw error
  }
}

/** A test that a filter of the command line left out is no skip: nobody asked for it. */
function deselection(vitest: Vitest): (testCase: TestCase) => boolean {
  return (testCase) => {
    const result = testCase.result()
    if (result.state !== 'skipped' || result.note !== undefined) return false
    const pattern = vitest.getGlobalTestNamePattern()
    return (pattern !== undefined && testCase.fullName.match(pattern) === null) || (vitest.config.tagsFilter?.length ?? 0) > 0
  }
}
