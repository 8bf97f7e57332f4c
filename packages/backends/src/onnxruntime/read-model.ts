import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { externalDataFiles, parseModel } from '@vitest-hardware/onnx-graph'
import type { ModelSource } from '../backend.ts'
import { ModelLoadError } from '../errors.ts'
import type { Runtime } from './runtime.ts'

export interface ReadModel {
  readonly bytesOrPath: string | Uint8Array
  readonly externalData: readonly { readonly path: string; readonly data: Uint8Array }[]
}

/** Reads the model for a runtime that cannot open files itself, with the files that hold its weights. */
export async function readModel(runtime: Runtime, model: ModelSource): Promise<ReadModel> {
  if ('bytes' in model) return { bytesOrPath: model.bytes, externalData: [] }
  if (runtime.opensFiles) return { bytesOrPath: model.path, externalData: [] }
  const bytes = await readFile(model.path)
  return { bytesOrPath: bytes, externalData: await readExternalData(runtime, model.path, bytes) }
}

async function readExternalData(runtime: Runtime, path: string, bytes: Buffer): Promise<ReadModel['externalData']> {
  // `location` is the key of external data in the file; without the word there is none, and parsing is saved.
  if (!bytes.includes('location')) return []
  const files = externalFiles(path, bytes)
  return Promise.all(files.map(async (file) => ({ path: file, data: await readBeside(runtime, path, file) })))
}

function externalFiles(path: string, bytes: Buffer): string[] {
  try {
    return externalDataFiles(parseModel(bytes, path))
  } catch {
    // The runtime says better what is wrong with the model.
    return []
  }
}

async function readBeside(runtime: Runtime, path: string, file: string): Promise<Uint8Array> {
  const folder = dirname(path)
  const refuse = (reason: string, nextStep: string, cause?: unknown): ModelLoadError =>
    new ModelLoadError(reason, { backend: runtime.backend, failure: 'missing-external-data', reason, input: path, nextStep, cause })
  const target = join(folder, file)
  if (relative(folder, target).startsWith('..'))
    throw refuse(`the model's external data '${file}' lies outside its folder`, 'keep it beside the model')
  return readFile(target).catch((cause: unknown) => {
    throw refuse(`the model's external data '${file}' is not beside it`, `put '${file}' into ${folder}`, cause)
  })
}
