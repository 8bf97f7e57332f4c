import { readFile } from 'node:fs/promises'
import { ModelLoadError, RunError } from '@vitest-hardware/backends'
import { encodeModel, parseModel, type Tensors, toHalfPrecision } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'
import { withSavedModel } from './with-saved-model.ts'

export interface AnswersInHalfPrecision {
  /** As `toMatchOutputs` takes it; null where rounding decides a choice, so that no tolerance tells right from wrong. */
  readonly tolerance: number | null
}

/** The model with float16 weights and computation answers as the reference does in full precision; skipped where the backend has no float16. */
export function answersInHalfPrecision(test: ModelTestAPI, { tolerance }: AnswersInHalfPrecision): void {
  test('answers in float16', async ({ open, model, inputs, reference, skip }) => {
    if (tolerance === null) return skip('rounding to float16 decides a choice of this model, or takes a number out of range')
    const bytes = encodeModel(toHalfPrecision(parseModel(await readFile(model.path), model.name)))
    await withSavedModel(bytes, async (path) => {
      let outputs: Tensors
      try {
        outputs = await (await open(path)).run(inputs)
      } catch (error) {
        return skip(reasonWithoutHalf(error))
      }
      expect(outputs).toMatchOutputs(reference, { tolerance })
    })
  })
}

/** Why a backend has no float16; anything else that goes wrong is thrown. */
function reasonWithoutHalf(error: unknown): string {
  if (error instanceof RunError && error.isUnsupported) return 'the device has no float16'
  if (error instanceof ModelLoadError && error.failure === 'missing-kernel') return `no kernel for float16: ${error.reason}`
  throw error
}
