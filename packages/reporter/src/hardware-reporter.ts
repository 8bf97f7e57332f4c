import { isAbsolute, join, relative, resolve } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'
import chalk from 'chalk'
import type { Reporter, TestSpecification, Vitest } from 'vitest/node'
import { annotations } from './output/annotations.ts'
import { terminalLines } from './output/terminal.ts'
import { recordedProjects } from './recording/recorded-projects.ts'
import { exitCode } from './run/exit-code.ts'
import { endRunQuietly } from './run/end-run-quietly.ts'
import { RunSession, type RunOutcome } from './run/run-session.ts'
import { writeOutputs } from './run/write-outputs.ts'
import { listAttention } from './words/attention.ts'
import { reproduceCommand } from './words/reproduce-command.ts'

export interface HardwareReporterOptions {
  /** Folder for the database, the page and the summaries; relative to Vitest's root. @default '.vitest-hardware' */
  readonly folder?: string
  /** Which Vitest projects are recorded: those that `hardware()` made, or every one. @default 'hardware' */
  readonly projects?: 'hardware' | 'all'
}

/**
 * Vitest reporter that writes each run into DuckDB, judges it against its baselines, and leaves `results.duckdb`, `report.html`,
 * `summary.md` and `summary.json` in {@link HardwareReporterOptions.folder}. A run without a recorded project opens, writes and prints nothing.
 *
 * A database that cannot be used ends the run before its first test, with exit code 2 and one message.
 */
export function hardwareReporter(options: HardwareReporterOptions = {}): Reporter {
  const projects = recordedProjects(options.projects ?? 'hardware')
  const exit = exitCode()
  let vitest: Vitest
  let session: RunSession | null = null
  let folder = ''
  const warned = new Set<string>()
  const print = (lines: readonly string[]): void => vitest.logger.log(lines.join('\n'))
  const printProblem = (problem: UsageError): void => vitest.logger.error(`\n${chalk.red.bold('vitest-hardware')}: ${problem.message}`)
  const warn = (message: string): void => {
    if (warned.has(message)) return
    warned.add(message)
    vitest.logger.warn(`${chalk.yellow.bold('vitest-hardware')}: ${message}`)
  }

  async function begin(specifications: readonly TestSpecification[]): Promise<void> {
    const used = [...new Set(specifications.map(({ project }) => project))].flatMap((project) => projects.of(project) ?? [])
    if (used.length === 0) return
    warned.clear()
    exit.release()
    try {
      session = await RunSession.begin({
        folder,
        root: vitest.config.root,
        vitestVersion: vitest.version,
        projects,
        namePattern: vitest.getGlobalTestNamePattern() ?? null,
        baselineFiles: [...new Set(used.flatMap(({ context }) => context?.baselineFile ?? []))],
        warn,
      })
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      printProblem(error)
      exit.force()
      throw await endRunQuietly(error)
    }
  }

  async function show({ database, report, problem }: RunOutcome): Promise<void> {
    const problems = problem === null ? [] : [problem]
    if (report !== null) {
      const fromHere = (path: string): string => shortest(relative(process.cwd(), path), path)
      const attention = listAttention(report, (what) => reproduceCommand({ ...what, file: fromHere(join(vitest.config.root, what.file)) }))
      const stepSummary = process.env['GITHUB_STEP_SUMMARY'] ?? ''
      const outputs = await writeOutputs({ folder, database, report, attention, stepSummary: stepSummary === '' ? null : stepSummary })
      problems.push(...outputs.problems)
      const page = outputs.page === null ? null : fromHere(outputs.page)
      print(terminalLines({ sentence: report.sentence, attention, skipReasons: report.skipReasons, page, database: fromHere(database) }, chalk))
      if (process.env['GITHUB_ACTIONS'] === 'true') {
        const lines = annotations(attention, { failures: !vitest.config.reporters.flat().includes('github-actions') })
        if (lines.length > 0) print(lines)
      }
    }
    for (const one of problems) printProblem(one)
    if (problems.length > 0) exit.force()
  }

  return {
    onInit(started) {
      vitest = started
      folder = resolve(vitest.config.root, options.folder ?? '.vitest-hardware')
    },
    onTestRunStart: begin,
    onTestCaseArtifactRecord: (testCase, artifact) => session?.recorder.artifact(testCase, artifact),
    onTestCaseBenchmark: (testCase, benchmark) => session?.recorder.benchmark(testCase, benchmark),
    onTestCaseResult: (testCase) => session?.recorder.result(testCase),
    async onTestRunEnd(modules, unhandledErrors, reason) {
      const ended = session
      session = null
      if (ended !== null) await show(await ended.end(modules, reason, unhandledErrors.length > 0))
    },
  }
}

function shortest(path: string, absolute: string): string {
  return isAbsolute(path) || path.startsWith('..') || path === '' ? absolute : path.replaceAll('\\', '/')
}
