import { type Backend, type Detection, getBackend, ModelLoadError, RunError, type Session } from '@vitest-hardware/backends'
import type { LocalBackendName } from '@vitest-hardware/contracts'
import { UsageError } from '@vitest-hardware/contracts'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { compareOutputs, type OutputsComparison } from '../../comparison/compare-outputs.ts'
import type { ToleranceOptions } from '../../comparison/tolerance.ts'

/** What two backends made of the same inputs. */
export interface BackendPair {
  /** Its outputs are the expected ones of the comparison. */
  readonly expected: LocalBackendName
  readonly actual: LocalBackendName
  readonly comparison: OutputsComparison
}

/** One model on several backends. */
export interface BackendAgreement {
  /** Name for people. */
  readonly model: string
  /** Outputs of each backend that ran, in the order asked for. */
  readonly outputs: ReadonlyMap<LocalBackendName, Tensors>
  /** Every pair of them once, the one asked for first being the expected one. */
  readonly pairs: readonly BackendPair[]
  /** Backends that cannot run here, with the reason. */
  readonly skipped: readonly { readonly backend: LocalBackendName; readonly reason: string }[]
  /** Backends that can run here and refused the model or the inputs. */
  readonly failed: readonly { readonly backend: LocalBackendName; readonly error: ModelLoadError | RunError }[]
}

export interface ModelToCompare {
  readonly name: string
  /** Absolute path. */
  readonly path: string
  readonly inputs: Tensors
}

/** Runs the model on one backend after another, each with a session of its own that is disposed at once, and compares what they give. */
export async function compareBackends(
  model: ModelToCompare,
  names: readonly LocalBackendName[],
  tolerance: ToleranceOptions,
  find: (name: LocalBackendName) => Backend = getBackend,
): Promise<BackendAgreement> {
  checkNames(names)
  const outputs = new Map<LocalBackendName, Tensors>()
  const skipped: BackendAgreement['skipped'][number][] = []
  const failed: BackendAgreement['failed'][number][] = []
  for (const backend of names.map(find)) {
    const detection: Detection = await backend.detect()
    if (!detection.available) {
      skipped.push({ backend: backend.name, reason: detection.reason })
      continue
    }
    try {
      await using session: Session = await backend.open({ path: model.path })
      outputs.set(backend.name, await session.run(model.inputs))
    } catch (error) {
      if (!(error instanceof ModelLoadError || error instanceof RunError)) throw error
      failed.push({ backend: backend.name, error })
    }
  }
  return { model: model.name, outputs, pairs: pairsOf([...outputs], tolerance), skipped, failed }
}

function pairsOf(ran: readonly (readonly [LocalBackendName, Tensors])[], tolerance: ToleranceOptions): BackendPair[] {
  return ran.flatMap(([expected, wanted], index) =>
    ran.slice(index + 1).map(([actual, got]) => ({ expected, actual, comparison: compareOutputs(got, wanted, tolerance) })),
  )
}

function checkNames(names: readonly LocalBackendName[]): void {
  if (names.length >= 2 && new Set(names).size === names.length) return
  throw new UsageError('acrossBackends compares two backends or more, each named once', {
    input: `backends: [${names.join(', ')}]`,
    nextStep: "give for example backends: ['cpu', 'wasm']",
  })
}
