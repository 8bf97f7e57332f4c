import { resolve } from 'node:path'
import { type Backend, getBackend } from '@vitest-hardware/backends'
import { type BackendName, UsageError } from '@vitest-hardware/contracts'
import { test, type TestAPI, type TestContext } from 'vitest'
import type { ToleranceOptions } from '../comparison/tolerance.ts'
import { hardwareContext, providedContext } from '../hardware-context.ts'
import { recordSubject } from '../recording/artifacts.ts'
import { type ConformanceCase, findCases } from './find-cases.ts'
import { runCase, type RunCaseOptions } from './run-case.ts'

export interface ConformanceOptions {
  /** Folder that holds cases in ONNX's layout, at any depth; relative to the root of the Vitest project. */
  readonly dir: string
  /**
   * Backends to run on. In a hardware project only the project's own backend runs, and one that is not listed is skipped.
   * @default the project's backend; `cpu` outside a hardware project
   */
  readonly backends?: readonly BackendName[]
  /** @default atol 1e-5, rtol 1e-3 (the relative part of ONNX's own runner); whole numbers exact */
  readonly tolerance?: ToleranceOptions
  /** What a model is that the runtime refuses; a broken file always fails. @default 'skip' */
  readonly onLoadError?: 'skip' | 'fail'
}

const defaultTolerance: ToleranceOptions = { atol: 1e-5, rtol: 1e-3 }

/**
 * Registers one test for each case folder (`model.onnx` with `test_data_set_*`, the layout of ONNX's own backend tests).
 * Each opens a session of its own and closes it. A runtime that crashes takes the rest of its file with it, because nothing
 * outlives a process: put folders that crash into a test file of their own.
 * @throws {UsageError} a folder that is not there or holds no case
 */
export function conformanceTest({ dir, backends, tolerance = defaultTolerance, onLoadError = 'skip' }: ConformanceOptions): void {
  const register: TestAPI = test
  const own = providedContext()?.backend
  const names = own === undefined ? (backends ?? ['cpu']) : [own]
  const excluded = own !== undefined && backends !== undefined && !backends.includes(own)
  for (const item of findCases(resolve(hardwareContext().root, dir))) {
    for (const name of names) {
      register(names.length > 1 ? `${item.name} on ${name}` : item.name, async (context) => {
        if (excluded) context.skip(`conformanceTest names only ${backends.join(', ')}`)
        await testCase(context, item, getBackend(name), { tolerance, onLoadError })
      })
    }
  }
}

async function testCase(
  context: TestContext,
  item: ConformanceCase,
  backend: Backend,
  options: Omit<RunCaseOptions, 'backendLabel'>,
): Promise<void> {
  const detection = await backend.detect()
  if (!detection.available) return context.skip(detection.reason)
  const { profile } = detection
  await recordSubject(context.task, { profile, model: item.name, modelType: null, family: null, task: null })
  const outcome = await runCase(item, backend, { ...options, backendLabel: `${backend.name} (${profile.device})` })
  if (outcome.state === 'skipped') context.skip(outcome.reason)
  if (outcome.state === 'failed')
    throw new UsageError(outcome.message, { input: item.model, nextStep: 'see the numbers above', cause: outcome.cause })
}
