import { resolve } from 'node:path'
import type { BackendName, BrowserName } from '@vitest-hardware/contracts'
import { afterAll, test, type TestAPI } from 'vitest'
import { contextBackend } from '../browser/context-backend.ts'
import type { ToleranceOptions } from '../comparison/tolerance.ts'
import { hardwareContext, providedContext } from '../hardware-context.ts'
import { availableBackend } from '../mixing/backend-fixture.ts'
import { recordSubject } from '../recording/artifacts.ts'
import { CaseProcess, type CaseRequest } from './case-process.ts'
import { findCases } from './find-cases.ts'
import { type CaseOutcome, runCase } from './run-case.ts'

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
 * Each opens a session of its own and closes it, in a process beside Vitest's worker: a runtime that crashes, or never returns, fails
 * its case alone.
 * @throws {UsageError} a folder that is not there or holds no case
 */
export function conformanceTest({ dir, backends, tolerance = defaultTolerance, onLoadError = 'skip' }: ConformanceOptions): void {
  const register: TestAPI = test
  const context = hardwareContext()
  const own = providedContext()?.backend
  const names = own === undefined ? (backends ?? ['cpu']) : [own]
  const excluded = own !== undefined && backends !== undefined && !backends.includes(own)
  const run = context.browser === null ? inProcess() : inPage(context.browser)
  for (const item of findCases(resolve(context.root, dir))) {
    for (const name of names) {
      register(names.length > 1 ? `${item.name} on ${name}` : item.name, async (test) => {
        if (excluded) test.skip(`conformanceTest names only ${backends.join(', ')}`)
        const { profile } = await availableBackend({ ...context, backend: name }, test.skip)
        await recordSubject(test.task, { profile, model: item.name, modelType: null, family: null, task: null })
        const options = { tolerance, onLoadError, backendLabel: `${name} (${profile.device})` }
        const outcome = await run({ item, backend: name, options }, test.signal)
        if (outcome.state === 'skipped') test.skip(outcome.reason)
        // it names the case or the file already
        if (outcome.state === 'failed') throw new Error(outcome.message, { cause: outcome.cause })
      })
    }
  }
}

type Run = (request: CaseRequest, signal: AbortSignal) => Promise<CaseOutcome>

function inProcess(): Run {
  const cases = new CaseProcess()
  afterAll(() => cases[Symbol.asyncDispose]())
  return (request, signal) => cases.run(request, signal)
}

/** A page that crashes takes neither its browser nor this process with it. */
function inPage(browser: BrowserName): Run {
  return async ({ item, backend, options }) => runCase(item, await contextBackend({ backend, browser }), options)
}
