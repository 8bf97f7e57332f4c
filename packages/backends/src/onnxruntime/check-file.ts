import { stat } from 'node:fs/promises'
import type { LocalBackendName } from '@vitest-hardware/contracts'
import type { ModelSource } from '../backend.ts'
import { ModelLoadError } from '../errors.ts'

/** @throws {ModelLoadError} a path that leads to no file */
export async function checkFile(backend: LocalBackendName, model: ModelSource): Promise<void> {
  if ('bytes' in model) return
  const found = await stat(model.path).catch(() => null)
  if (found?.isFile()) return
  const what = found === null ? 'there is no such model file' : 'the model is a folder, not a file'
  const nextStep =
    found === null ? 'check the path; relative paths start at the working directory' : 'give the path of the .onnx file in it'
  throw new ModelLoadError(what, { backend, failure: 'missing-file', reason: what, input: model.path, nextStep })
}
