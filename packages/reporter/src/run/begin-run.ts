import { join, resolve } from 'node:path'
import type { Baseline } from '@vitest-hardware/contracts'
import { newId } from '@vitest-hardware/contracts/base'
import type { TestCase, TestSpecification, Vitest } from 'vitest/node'
import type { HardwareReporterOptions } from '../options.ts'
import { type ProjectFacts, projectFacts } from '../recording/project-facts.ts'
import { RunRecorder } from '../recording/run-recorder.ts'
import { redactor } from '../words/redact.ts'
import { writeBaselineFiles } from './baseline-files.ts'
import { RunLog } from './run-log.ts'

export interface ActiveRun {
  readonly log: RunLog
  readonly recorder: RunRecorder
  /** Where the run's own tests may look for baselines; null where they have not been read. */
  readonly baselines: readonly Baseline[] | null
  readonly baselineRuns: number
  /** Whether the run has a project whose every test is recorded, so that it is reported even without a test. */
  readonly isExpected: boolean
  /** Absolute folder of the page and the summaries. */
  readonly folder: string
  /** Vitest's root, absolute. */
  readonly root: string
  /** What the page says of the catalogue; undefined where it says nothing. */
  readonly catalogue: HardwareReporterOptions['catalogue']
  /** File that GitHub shows beside the job; undefined elsewhere. */
  readonly stepSummary: string | undefined
}

/**
 * Gets ready to record a run. With a hardware project the database is opened at once, and baselines are left for the workers; otherwise
 * the first row opens it.
 * @throws {UsageError} the database cannot be used
 */
export async function beginRun(
  vitest: Vitest,
  specifications: readonly TestSpecification[],
  options: HardwareReporterOptions,
): Promise<ActiveRun> {
  const isRecorded = (project: ProjectFacts): boolean => options.record === 'all' || project.backend !== null
  const projects = new Map(
    await Promise.all(
      [...new Set(specifications.map(({ project }) => project))].map(async (one) => [one, await projectFacts(one)] as const),
    ),
  )
  const facts = [...projects.values()]
  const { root } = vitest.config
  const folder = resolve(root, options.folder ?? '.vitest-hardware')
  const startedAt = new Date()
  const redact = redactor(process.env)
  const log = new RunLog({
    startedAt,
    runId: newId({ msecs: startedAt.getTime() }),
    database: options.database === undefined ? join(folder, 'results.duckdb') : resolve(root, options.database),
    root,
    vitestVersion: vitest.version,
    redact,
  })
  const baselineRuns = options.baselineRuns ?? 10
  const baselineFiles = new Set(facts.flatMap(({ baselineFile }) => baselineFile ?? []))
  return {
    log,
    recorder: new RunRecorder({
      runId: log.runId,
      projects,
      add: (rows) => log.add(rows),
      isRecorded,
      takesDescribed: options.record !== 'hardware',
      isDeselected: deselection(vitest),
      redact,
    }),
    baselines: facts.some(({ backend }) => backend !== null) ? await openAtOnce(log, baselineFiles, baselineRuns) : null,
    baselineRuns,
    isExpected: facts.some(isRecorded),
    folder,
    root,
    catalogue: options.catalogue,
    stepSummary: process.env['GITHUB_STEP_SUMMARY'] || undefined,
  }
}

/** A database that cannot be used must stop the run before its first test, and one that is killed at once must leave a trace. */
async function openAtOnce(log: RunLog, baselineFiles: ReadonlySet<string>, window: number): Promise<readonly Baseline[]> {
  const { store, opened } = await log.begin()
  try {
    await opened
    await store.flush()
    const baselines = await store.baselines({ excludeRun: log.runId, window })
    await writeBaselineFiles(baselineFiles, baselines)
    return baselines
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
