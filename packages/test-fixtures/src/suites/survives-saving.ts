import { readFile } from 'node:fs/promises'
import { encodeModel, parseModel } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'
import { withSavedModel } from './with-saved-model.ts'

/** The model, read, written to another file and loaded from there, gives the same numbers to the last bit. */
export function survivesSaving(test: ModelTestAPI): void {
  test('gives the same numbers after saving and loading', async ({ session, open, model, inputs }) => {
    const bytes = encodeModel(parseModel(await readFile(model.path), model.name))
    await withSavedModel(bytes, async (path) => {
      const saved = await open(path)
      expect(await saved.run(inputs)).toMatchOutputs(await session.run(inputs), { tolerance: 0 })
    })
  })
}
