import { execFile } from 'node:child_process'

/** What is known of the checkout; all null outside one. */
export interface GitFacts {
  readonly commit: string | null
  readonly branch: string | null
  /** Whether tracked files differ from the commit. */
  readonly isDirty: boolean | null
}

const nothing: GitFacts = { commit: null, branch: null, isDirty: null }

/** A large repository on a cold disk can take long; the run does not wait for it. */
const patienceMs = 2000

/** Asks git about a folder; never throws. */
export function readGit(folder: string): Promise<GitFacts> {
  return new Promise((resolve) => {
    const words = ['--no-optional-locks', 'status', '--porcelain=v2', '--branch', '--untracked-files=no']
    execFile('git', words, { cwd: folder, timeout: patienceMs, maxBuffer: 64 << 20, windowsHide: true }, (error, output) =>
      resolve(error === null ? parseStatus(output) : nothing),
    )
  })
}

/** Reads the output of `git status --porcelain=v2 --branch`. */
export function parseStatus(output: string): GitFacts {
  const lines = output.split('\n')
  const header = (name: string): string | null => lines.find((line) => line.startsWith(`# ${name} `))?.slice(name.length + 3) ?? null
  const commit = header('branch.oid')
  const branch = header('branch.head')
  return {
    commit: commit === '(initial)' ? null : commit,
    branch: branch === '(detached)' ? null : branch,
    isDirty: lines.some((line) => line !== '' && !line.startsWith('#')),
  }
}
