import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BackendName, HardwareArtifact, HardwareContext } from '@vitest-hardware/contracts'

/** What a test's report says; written by the reporter in the project. */
export interface ReportedTest {
  readonly name: string
  readonly file: string
  readonly state: 'passed' | 'failed' | 'skipped' | 'pending'
  readonly note: string | null
  readonly errors: readonly string[]
  readonly artifacts: readonly HardwareArtifact[]
  readonly meta: { readonly hardwareProfileId?: string }
}

export interface ProjectRun {
  readonly tests: readonly ReportedTest[]
  readonly exitCode: number | null
  readonly output: string
  /** Root of the project, gone by now. */
  readonly root: string
}

export interface ProjectOptions {
  /** File name → text; strings in it may name the data folder by `process.env.VITEST_HARDWARE_DATA`. */
  readonly files: Readonly<Record<string, string>>
  /** Makes it a hardware project of this backend, with the setup file; a plain Vitest project otherwise. */
  readonly backend?: BackendName
  /** Called with the root before the run. */
  readonly prepare?: (root: string) => Promise<void>
}

const here = dirname(fileURLToPath(import.meta.url))
const vitestBin = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))

/** Name, state and errors of each test, for comparing at a glance. */
export function outcomes({ tests }: Pick<ProjectRun, 'tests'>): string[] {
  return tests.map(({ name, state, errors }) => [`${name}: ${state}`, ...errors].join('\n'))
}

/** Runs a real Vitest process on a project made for it, in a folder from which this package resolves. */
export async function runProject({ files, backend, prepare }: ProjectOptions): Promise<ProjectRun> {
  const root = await mkdtemp(join(here, '.tmp-'))
  try {
    const all = { ...files, 'vitest.config.ts': config(root, backend), 'dump-reporter.ts': dumpReporter }
    for (const [name, text] of Object.entries(all)) {
      await mkdir(dirname(join(root, name)), { recursive: true })
      await writeFile(join(root, name), text)
    }
    await prepare?.(root)
    const { exitCode, output } = await runVitest(root)
    const report = await readFile(join(root, 'report.json'), 'utf8').catch(() => '[]')
    const tests = JSON.parse(report) as ReportedTest[]
    if (tests.length === 0) throw new Error(`no test was reported:\n${output}`)
    return { tests, exitCode, output, root }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

function config(root: string, backend: BackendName | undefined): string {
  const context: HardwareContext | null =
    backend === undefined
      ? null
      : { backend, browser: null, root, baselineFile: join(root, 'baselines.json'), cacheFolder: join(root, 'cache') }
  return `
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
const context = ${JSON.stringify(context)}
export default defineConfig({
  test: {
    root: ${JSON.stringify(root)},
    include: ['**/*.hardware.test.ts'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    reporters: ['default', './dump-reporter.ts'],
    ...(context === null ? {} : { provide: { vitestHardware: context }, setupFiles: [fileURLToPath(import.meta.resolve('@vitest-hardware/test-fixtures/setup'))] }),
  },
})
`
}

const dumpReporter = `
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
export default class {
  onTestRunEnd(modules) {
    const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => {
      const result = test.result()
      return {
        name: test.fullName,
        file: relative(import.meta.dirname, module.moduleId),
        state: result.state,
        note: result.note ?? null,
        errors: (result.errors ?? []).map((error) => error.message),
        artifacts: test.artifacts(),
        meta: test.meta(),
      }
    }))
    writeFileSync(new URL('report.json', import.meta.url), JSON.stringify(tests))
  }
}
`

async function runVitest(root: string): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(process.execPath, [vitestBin, 'run', '--root', root, '--config', join(root, 'vitest.config.ts')], {
    env: {
      ...process.env,
      NO_COLOR: '1',
      VITEST: undefined,
      VITEST_WORKER_ID: undefined,
      VITEST_POOL_ID: undefined,
      VITEST_MODE: undefined,
      NODE_ENV: undefined,
    },
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const exitCode = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  return { exitCode, output }
}
