import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Session } from '@vitest-hardware/backends'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'
import { skipSoftwareDevice } from './skip-software-device.ts'

export interface MeasuresInference {
  /** Items in one call. */
  readonly batches: readonly number[]
}

/** Fresh processes, sessions and first calls, each of which can be measured only once. */
const coldSamples = 5

/**
 * What it costs to get to a first answer and to each further one: `module-import` (ms, in fresh processes), `session-creation` (ms),
 * and for each batch size `initialization` (ms, a new session and its first call), `first-latency` (ms), `latency` (ms), and
 * `session-memory` (bytes).
 */
export function measuresInference(test: ModelTestAPI, { batches }: MeasuresInference): void {
  test('module import', async ({ backend, record, skip }) => {
    const runtime = backend.requirements.find(({ kind }) => kind === 'npm')?.name
    if (runtime === undefined || backend.browser !== undefined) return skip('the runtime is no module of this process')
    const samples: number[] = []
    for (let sample = 0; sample < coldSamples; sample++) samples.push(await importTime(runtime))
    record('module-import', samples, { unit: 'ms', batchSize: null })
  })

  test('session creation', async ({ backend, model, record, skip }) => {
    skipSoftwareDevice(backend, skip)
    const [times, bytes]: [number[], number[]] = [[], []]
    for (let sample = 0; sample < coldSamples; sample++) {
      await using session = await backend.open({ path: model.path })
      times.push(session.load.milliseconds)
      bytes.push(session.load.residentBytes)
    }
    record('session-creation', times, { unit: 'ms', batchSize: null })
    record('session-memory', bytes, { unit: 'bytes', batchSize: null })
  })

  for (const batch of batches) {
    test(`initialization, a batch of ${batch}`, async ({ backend, model, record, skip }) => {
      skipSoftwareDevice(backend, skip)
      const inputs = model.inputs({ batch })
      const [whole, first]: [number[], number[]] = [[], []]
      for (let sample = 0; sample < coldSamples; sample++) {
        await using session = await backend.open({ path: model.path })
        first.push(await timeOf(session, inputs))
        whole.push(session.load.milliseconds + first.at(-1)!)
      }
      record('initialization', whole, { unit: 'ms', batchSize: batch })
      record('first-latency', first, { unit: 'ms', batchSize: batch })
    })

    test(`latency, a batch of ${batch}`, async ({ backend, open, model, measure, skip }) => {
      skipSoftwareDevice(backend, skip)
      const session = await open(model.path)
      const inputs = model.inputs({ batch })
      expect(await measure('latency', () => session.run(inputs), { batchSize: batch })).toHaveNoRegression()
    })
  }
}

async function timeOf(session: Session, inputs: Parameters<Session['run']>[0]): Promise<number> {
  const before = performance.now()
  await session.run(inputs)
  return performance.now() - before
}

/** Milliseconds that a module takes to import in a process that has nothing loaded. */
async function importTime(name: string): Promise<number> {
  const script =
    'const before = performance.now(); await import(process.argv[1]); process.stdout.write(String(performance.now() - before)); process.exit()'
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, name], { cwd: process.cwd() })
  return Number(stdout)
}
