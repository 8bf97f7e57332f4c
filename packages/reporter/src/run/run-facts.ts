import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { newId, type Run } from '@vitest-hardware/contracts'
import { shellWord } from '../words/reproduce-command.ts'

/** Longest wait for Git, milliseconds; a huge repository goes without. */
const gitTimeout = 2000

/** What is known of a run when it begins. */
export async function runFacts(options: { vitestVersion: string; root: string; startedAt: Date }): Promise<Run> {
  return {
    runId: newId({ msecs: options.startedAt.getTime() }),
    startedAt: options.startedAt.toISOString(),
    endedAt: null,
    state: 'running',
    command: ['vitest', ...process.argv.slice(2)].map(shellWord).join(' '),
    vitestVersion: options.vitestVersion,
    nodeVersion: process.versions.node,
    ...(await gitFacts(options.root)),
    isCi: isCi(process.env),
  }
}

type GitFacts = Pick<Run, 'gitCommit' | 'gitBranch' | 'gitDirty'>

async function gitFacts(folder: string): Promise<GitFacts> {
  try {
    const { stdout } = await promisify(execFile)('git', ['--no-optional-locks', 'status', '--porcelain=v2', '--branch', '--untracked-files=no'], {
      cwd: folder,
      timeout: gitTimeout,
      maxBuffer: 2 ** 26,
    })
    return parseGitStatus(stdout)
  } catch {
    // no Git, no repository, or too slow: a run is as good without
    return { gitCommit: null, gitBranch: null, gitDirty: null }
  }
}

/** Reads `git status --porcelain=v2 --branch`. */
export function parseGitStatus(text: string): GitFacts {
  const header = (name: string): string | null => new RegExp(`^# branch\\.${name} (.+)$`, 'm').exec(text)?.[1] ?? null
  const commit = header('oid')
  const branch = header('head')
  return {
    gitCommit: commit === '(initial)' ? null : commit,
    gitBranch: branch === '(detached)' ? null : branch,
    gitDirty: text.split('\n').some((line) => line !== '' && !line.startsWith('#')),
  }
}

function isCi(env: NodeJS.ProcessEnv): boolean {
  return env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false'
}
