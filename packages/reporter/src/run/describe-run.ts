import type { Run } from '@vitest-hardware/contracts'
import { type GitFacts } from './git.ts'

export interface RunFacts {
  readonly runId: string
  readonly startedAt: Date
  /** The process's arguments, the executable first. */
  readonly argv: readonly string[]
  readonly vitestVersion: string
  readonly git: GitFacts
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly redact: (text: string) => string
}

/** A run that has just begun. */
export function describeRun({ runId, startedAt, argv, vitestVersion, git, environment, redact }: RunFacts): Run {
  const [, script = '', ...words] = argv
  const program = /[\\/]([^\\/]+?)(\.[cm]?js)?$/.exec(script)?.[1] ?? script
  return {
    runId,
    startedAt: startedAt.toISOString(),
    endedAt: null,
    state: 'running',
    command: redact([program, ...words].join(' '))
      .slice(0, 2000)
      .toWellFormed(),
    vitestVersion,
    nodeVersion: process.versions.node,
    gitCommit: git.commit,
    gitBranch: git.branch,
    gitDirty: git.isDirty,
    isCi: environment['CI'] !== undefined && environment['CI'] !== '' && environment['CI'] !== 'false',
  }
}
