import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export interface Outcome {
  readonly status: number | null
  /** Standard output and standard error. */
  readonly output: string
}

export interface TemporaryProject extends Disposable {
  readonly folder: string
  write(path: string, text: string): void
  vitest(args: readonly string[], env?: Readonly<Record<string, string>>): Outcome
  command(args: readonly string[]): Outcome
}

const root = resolve(import.meta.dirname, '..', '..', '..')

/** A project below this folder, so that the workspace's packages resolve from it. */
export function temporaryProject(files: Readonly<Record<string, string>>): TemporaryProject {
  const folder = mkdtempSync(join(import.meta.dirname, '.tmp-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const run = (script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', GITHUB_ACTIONS: '', GITHUB_STEP_SUMMARY: '', ...env },
    })
    return { status, output: stdout + stderr }
  }
  write('package.json', '{ "name": "shop", "type": "module" }')
  for (const [path, text] of Object.entries(files)) write(path, text)
  return {
    folder,
    write,
    vitest: (args, env) => run(join(root, 'node_modules', 'vitest', 'vitest.mjs'), ['run', ...args], env),
    command: (args) => run(join(root, 'packages', 'vitest-hardware', 'dist', 'cli', 'main.js'), args),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
