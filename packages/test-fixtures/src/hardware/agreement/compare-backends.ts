import { type Backend, getBackend, ModelLoadError, RunError } from '@vitest-hardware/backends'
import { type HardwareProfile, type LocalBackendName, UsageError } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { compareOutputs, type OutputsComparison } from '../../comparison/compare-outputs.ts'
import type { ToleranceOptions } from '../../comparison/tolerance.ts'

/** What two backends made of the same inputs. */
export interface BackendPair {
  /** Its outputs are the expected ones of the comparison. */
  readonly expected: string
  readonly actual: string
  readonly comparison: OutputsComparison
}

/** One model on several backends. A backend is called by its name, and in a browser `wasm in chromium`. */
export interface BackendAgreement {
  /** Name for people. */
  readonly model: string
  /** Outputs of each backend that ran, in the order asked for. */
  readonly outputs: ReadonlyMap<string, Tensors>
  /** Every pair of them once, the one asked for first being the expected one. */
  readonly pairs: readonly BackendPair[]
  /** Backends that cannot run here, with the reason. */
  readonly skipped: readonly { readonly backend: string; readonly reason: string }[]
  /** Backends that can run here and refused the model or the inputs. */
  readonly failed: readonly { readonly backend: string; readonly error: ModelLoadError | RunError }[]
}

export interface ModelToCompare {
  readonly name: string
  /** Absolute path. */
  readonly path: string
  readonly inputs: Tensors
}

/**
 * Runs the model on one backend after another, each with a session of its own that is disposed at once, and compares what they give.
 * @throws {UsageError} an unknown backend, one given twice, fewer than two given
 */
export async function compareBackends(
  model: ModelToCompare,
  asked: readonly (LocalBackendName | Backend)[],
  tolerance: ToleranceOptions,
): Promise<BackendAgreement> {
  const found: Detected[] = []
  // one after another, because probes load drivers
  for (const one of asked) found.push(await detected(typeof one === 'string' ? getBackend(one) : one))
  checkNames(found.map(({ name }) => name))
  const outputs = new Map<string, Tensors>()
  const failed: BackendAgreement['failed'][number][] = []
  for (const { name, backend, reason } of found) {
    if (reason !== null) continue
    try {
      await using session = await backend.open({ path: model.path })
      outputs.set(name, await session.run(model.inputs))
    } catch (error) {
      if (!(error instanceof ModelLoadError || error instanceof RunError)) throw error
      failed.push({ backend: name, error })
    }
  }
  const skipped = found.flatMap(({ name, reason }) => (reason === null ? [] : [{ backend: name, reason }]))
  return { model: model.name, outputs, pairs: pairsOf([...outputs], tolerance), skipped, failed }
}

interface Detected {
  readonly name: string
  readonly backend: Backend
  /** Why it cannot run here; null where it can. */
  readonly reason: string | null
}

async function detected(backend: Backend): Promise<Detected> {
  const detection = await backend.detect()
  return detection.available
    ? { name: nameWhere(detection.profile), backend, reason: null }
    : { name: backend.name, backend, reason: detection.reason }
}

/** The same backend in Node and in a page are two to compare. */
function nameWhere({ backend, host }: HardwareProfile): string {
  const [where] = host.split(' ')
  return where === 'node' ? backend : `${backend} in ${where}`
}

function pairsOf(ran: readonly (readonly [string, Tensors])[], tolerance: ToleranceOptions): BackendPair[] {
  return ran.flatMap(([expected, wanted], index) =>
    ran.slice(index + 1).map(([actual, got]) => ({ expected, actual, comparison: compareOutputs(got, wanted, tolerance) })),
  )
}

function checkNames(names: readonly string[]): void {
  if (names.length >= 2 && new Set(names).size === names.length) return
  throw new UsageError('acrossBackends compares two backends or more, each given once', {
    input: `backends: [${names.join(', ')}]`,
    nextStep: "give for example backends: ['cpu', 'wasm']",
  })
}
