import { type Backend, backends as allBackends } from '@vitest-hardware/backends'
import type { HardwareContext, LocalBackendName } from '@vitest-hardware/contracts'
import { type ModelRequest, resolveModel, type ResolvedModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { TestContext } from 'vitest'
import type { ToleranceOptions } from '../../comparison/tolerance.ts'
import { skippedLines } from './agreement-message.ts'
import { type BackendAgreement, compareBackends } from './compare-backends.ts'

export interface AcrossBackendsOptions extends ToleranceOptions {
  /** A request as `modelTest` takes it, or a model that is resolved already, such as the fixture `model`. */
  readonly model: ModelRequest | ResolvedModel
  /** @default the inputs that came with the model, else seed 0 and batch 1 */
  readonly inputs?: Tensors
  /**
   * Two or more, by name or themselves: a third party's, or the fixture `backend`, which may execute in a page. The outputs of the one given
   * first are the expected ones of its pairs. @default all that there are
   */
  readonly backends?: readonly (LocalBackendName | Backend)[]
}

/**
 * Runs a model on several backends of this process. Backends that cannot run here are listed with the reason; where fewer than two can,
 * the test is skipped. Judge the result with `toAgreePairwise`.
 * @throws {UsageError} an unknown backend, one given twice, fewer than two given
 */
export type AcrossBackends = (options: AcrossBackendsOptions) => Promise<BackendAgreement>

export function acrossBackendsFor(context: HardwareContext, skip: TestContext['skip']): AcrossBackends {
  return async ({ model: asked, inputs, backends = [...allBackends.keys()], ...tolerance }) => {
    const model = 'path' in asked ? asked : await resolveModel(asked, context)
    const agreement = await compareBackends(
      { name: model.name, path: model.path, inputs: inputs ?? model.golden?.inputs ?? model.inputs() },
      backends,
      tolerance,
    )
    if (agreement.pairs.length === 0 && agreement.failed.length === 0)
      return skip(`fewer than two backends can run here: ${skippedLines(agreement).join('; ')}`)
    return agreement
  }
}
