import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeModel, parseModel } from '@vitest-hardware/onnx-graph'
import { expect } from 'vitest'
import type { ModelTestAPI } from '../model/model-test.ts'

/** The model, read, written to another file and loaded from there, gives the same numbers to the last bit. */
export function survivesSaving(test: ModelTestAPI): void {
  test('gives the same numbers after saving and loading', async ({ session, open, model, inputs }) => {
    const folder = await mkdtemp(join(tmpdir(), 'vitest-hardware-saved-'))
    try {
      const path = join(folder, 'model.onnx')
      await writeFile(path, encodeModel(parseModel(await readFile(model.path), model.name)))
      const saved = await open(path)
      expect(await saved.run(inputs)).toMatchOutputs(await session.run(inputs), { tolerance: 0 })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}
