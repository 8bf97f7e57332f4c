import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import { readNumbered } from '../loaders/test-data-set.ts'

/** Where the recorded outputs of all types lie, in the package. */
export const goldenFolder = fileURLToPath(new URL('../../golden/', import.meta.url))

/** Recorded outputs of a type with seed 0 and default inputs; null where none are recorded. */
export async function goldenOutputs(type: string): Promise<Tensors | null> {
  const folder = `${goldenFolder}${type}`
  const names = await readdir(folder).catch(() => null)
  return names === null ? null : readNumbered(folder, names, 'output', [])
}
