import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Recorded } from '@vitest-hardware/reporter'
import { identifyProfile, SummarySchema, type Summary } from '@vitest-hardware/contracts'

const vitest = join(import.meta.dirname, '..', '..', '..', 'node_modules', 'vitest', 'vitest.mjs')

/** A finished `vitest run`. */
export interface Finished {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

/** A started `vitest run`. */
export interface Started {
  readonly process: ChildProcess
  readonly finished: Promise<Finished>
  output(): string
}

/** A real Vitest project in a folder of its own, with one hardware project and the reporter. */
export interface TemporaryProject extends Disposable {
  readonly root: string
  /** The folder of the results. */
  readonly folder: string
  write(name: string, content: string): void
  read(name: string): string
  summary(): Summary
  start(options?: RunOptions): Started
  run(options?: RunOptions): Promise<Finished>
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
}

export const profile = identifyProfile({
  backend: 'cpu',
  device: 'a test device',
  deviceKind: 'cpu',
  isSoftwareDevice: false,
  driver: null,
  runtime: 'none',
  runtimeVersion: '1.0.0',
  runtimeBuild: null,
  os: process.platform,
  osRelease: '',
  arch: process.arch,
  cpuModel: 'a cpu',
  cores: 2,
  memoryBytes: 1024,
  host: 'node',
})

/** What the fixtures of a hardware project do, in short: says what a test is about, and sends samples scaled by `$SCALE`. */
const recording = `
import { recordArtifact } from 'vitest'
export const profile = ${JSON.stringify(profile)}
export const subject = (task, model = 'bert') =>
  recordArtifact(task, { type: 'vitest-hardware:subject', profile, model, modelType: model, family: 'encoder-only', task: null })
export const measured = (task, metric = 'latency', comparison = null) =>
  recordArtifact(task, {
    type: 'vitest-hardware:measurement', hardwareProfileId: profile.hardwareProfileId, comparison,
    measurement: {
      metric, unit: 'ms', direction: 'lower', batchSize: 1, precision: 'fp32', warmup: [9], provenance: 'measured',
      samples: Array.from({ length: 30 }, (_, index) => (10 + (index % 5) * 0.05) * Number(process.env.SCALE ?? 1)),
    },
  })
`

export function temporaryProject(options: { folder?: string; config?: string; record?: Recorded } = {}): TemporaryProject {
  const root = mkdtempSync(join(import.meta.dirname, '.tmp-'))
  const folder = options.folder ?? join(root, '.vitest-hardware')
  const write = (name: string, content: string): void => writeFileSync(join(root, name), content)
  write('recording.js', recording)
  write(
    'vitest.config.js',
    `import { hardwareReporter } from '@vitest-hardware/reporter'
const vitestHardware = { backend: 'cpu', browser: null, root: ${JSON.stringify(root)}, baselineFile: ${JSON.stringify(join(folder, 'baselines.json'))}, cacheFolder: ${JSON.stringify(join(root, 'cache'))} }
export default {
  test: {
    reporters: ['default', hardwareReporter(${JSON.stringify({ folder, ...(options.record === undefined ? {} : { record: options.record }) })})],
    projects: [
      { test: { name: 'plain', include: ['*.plain.test.js'] } },
      { test: { name: 'hardware-cpu', include: ['*.hardware.test.js'], benchmark: { enabled: true, include: ['*.hardware.bench.js'] }, provide: { vitestHardware }, ${options.config ?? ''} } },
    ],
  },
}
`,
  )
  mkdirSync(join(root, 'cache'))
  const start = ({ env = {}, args = [] }: RunOptions = {}): Started => {
    const child = spawn(process.execPath, [vitest, 'run', ...args], {
      cwd: root,
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text))
    const finished = once(child, 'close').then(([code, signal]) => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      output,
    }))
    return { process: child, finished, output: () => output }
  }
  return {
    root,
    folder,
    write,
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    summary: () => SummarySchema.parse(JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))),
    start,
    run: (runOptions) => start(runOptions).finished,
    [Symbol.dispose]() {
      if (existsSync(root)) rmSync(root, { recursive: true, force: true })
    },
  }
}

/** This process runs inside Vitest and perhaps CI, which the project under test must not notice. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return {
    NO_COLOR: '1',
    ...(PATH === undefined ? {} : { PATH }),
    ...(HOME === undefined ? {} : { HOME }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
  }
}
