import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Backend, type LoadFailure, ModelLoadError, RunError, type Session } from '@vitest-hardware/backends'
import { UsageError } from '@vitest-hardware/contracts'
import {
  decodeTensorFile,
  modelInputs,
  modelOutputs,
  parseModel,
  type Tensor,
  type Tensors,
  type ValueInfo,
} from '@vitest-hardware/onnx-graph'
import { compareOutputs } from '../comparison/compare-outputs.ts'
import { type MismatchContext, mismatchMessage } from '../comparison/mismatch-message.ts'
import type { ToleranceOptions } from '../comparison/tolerance.ts'
import type { ConformanceCase, DataSet } from './find-cases.ts'
import { unsupportedValue } from './unsupported-values.ts'

/** What became of a case on a backend. */
export type CaseOutcome =
  | { readonly state: 'passed' }
  | { readonly state: 'skipped'; readonly reason: string }
  | { readonly state: 'failed'; readonly message: string; readonly cause?: unknown }

export interface RunCaseOptions {
  readonly tolerance: ToleranceOptions
  readonly onLoadError: 'skip' | 'fail'
  readonly backendLabel: string
}

/** The file is at fault, not the backend. */
const brokenFile: ReadonlySet<LoadFailure> = new Set<LoadFailure>(['missing-file', 'missing-external-data', 'not-a-model'])

/** Loads the case's model, runs each data set and compares. The session is disposed before it returns. */
export async function runCase(item: ConformanceCase, backend: Backend, options: RunCaseOptions): Promise<CaseOutcome> {
  const model = parseModel(await readFile(item.model), item.model)
  const unsupported =
    unsupportedValue('input', modelInputs(model), backend.capabilities) ??
    unsupportedValue('output', modelOutputs(model), backend.capabilities)
  if (unsupported !== null) return { state: 'skipped', reason: unsupported }
  let session: Session
  try {
    session = await backend.open({ path: item.model })
  } catch (error) {
    if (!(error instanceof ModelLoadError)) throw error
    if (options.onLoadError === 'skip' && !brokenFile.has(error.failure))
      return { state: 'skipped', reason: `${item.name} does not load: ${error.reason}` }
    return { state: 'failed', message: error.message, cause: error }
  }
  await using owned = session
  for (const set of item.dataSets) {
    try {
      const message = await runDataSet(item, set, owned, options)
      if (message !== null) return { state: 'failed', message }
    } catch (error) {
      if (!(error instanceof RunError && error.isUnsupported && options.onLoadError === 'skip')) throw error
      return { state: 'skipped', reason: `${item.name} does not run: ${error.reason.split('\n')[0]}` }
    }
  }
  return { state: 'passed' }
}

async function runDataSet(item: ConformanceCase, set: DataSet, session: Session, options: RunCaseOptions): Promise<string | null> {
  const feeds = await readTensors(set.inputs, session.inputs)
  const expected = await readTensors(set.outputs, session.outputs)
  const all = await session.run(feeds)
  // a case may leave out the last outputs, as a caller may
  const given = Object.fromEntries(Object.entries(all).filter(([name]) => name in expected))
  const context: MismatchContext = { model: item.name, backend: options.backendLabel, reference: `${set.name} of the case` }
  const result = compareOutputs(given, expected, options.tolerance)
  return result.matches ? null : mismatchMessage(result, context)
}

/** Reads `input_*.pb` or `output_*.pb`, which belong to the declared values by their order; their own names are not reliable. */
async function readTensors(files: readonly string[], declared: readonly ValueInfo[]): Promise<Tensors> {
  if (files.length > declared.length) {
    throw new UsageError(`${files.length} files for ${declared.length} declared values`, {
      input: files[0]!,
      nextStep: 'remove the files that the model does not declare',
    })
  }
  return Object.fromEntries(
    await Promise.all(files.map(async (file, index): Promise<[string, Tensor]> => [declared[index]!.name, await readTensor(file)])),
  )
}

async function readTensor(file: string): Promise<Tensor> {
  // a Buffer's `slice` shares memory with a pool, whose offsets typed arrays refuse
  const bytes = new Uint8Array(await readFile(file))
  try {
    const { type, dims, data } = decodeTensorFile(bytes)
    return { type, dims, data }
  } catch (cause) {
    throw new UsageError(`${basename(file)} holds no whole tensor: ${(cause as Error).message}`, {
      input: file,
      nextStep: 'check that the file was copied completely',
      cause,
    })
  }
}
