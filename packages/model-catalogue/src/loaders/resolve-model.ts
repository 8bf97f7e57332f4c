import { readdir, stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'
import { graphPath } from '../folder/folder-content.ts'
import { seededModelFolder } from '../folder/write-folder.ts'
import { goldenOutputs } from '../golden/golden-outputs.ts'
import { forTask, type ModelType } from '../model-type.ts'
import { findModelType, loadModelType } from '../registry.ts'
import { downloadModel } from './hub/download-model.ts'
import { chooseGraph, describeModelFile, readConfig, resolveFile } from './local-model.ts'
import type { HubRequest, ModelRequest, ResolvedModel, SeededModelRequest } from './resolved-model.ts'

export interface ResolveModelOptions {
  /** Where seeded models are kept; they can be made again. */
  readonly cacheFolder: string
  /** What relative paths are relative to. */
  readonly root: string
  readonly signal?: AbortSignal
}

/** A request that names no model, or a task that the type does not have. */
export class ModelRequestError extends UsageError {
  override readonly name = 'ModelRequestError'
}

/**
 * Finds, makes or downloads a model.
 * @throws {UnknownModelTypeError} the type is not in the catalogue
 * @throws {ModelFileError} the file is missing or unreadable
 * @throws {ModelFormatError} the file is truncated or no ONNX
 * @throws {HubError} the hub cannot be reached or refuses
 */
export async function resolveModel(request: ModelRequest, options: ResolveModelOptions): Promise<ResolvedModel> {
  if ('model' in request) return resolveSeeded(request, options)
  if ('file' in request && !('hub' in request)) return resolveFile(request.file, options.root)
  if ('hub' in request) return resolveHub(request, options)
  throw new ModelRequestError('the request names no model', {
    input: JSON.stringify(request),
    nextStep: 'give { model: "bert" }, { file: "./model.onnx" } or { hub: "org/name" }',
  })
}

async function resolveSeeded({ model, task, seed = 0 }: SeededModelRequest, { cacheFolder }: ResolveModelOptions): Promise<ResolvedModel> {
  const { family } = findModelType(model)
  const whole = await loadModelType(model)
  if (task !== undefined && !whole.tasks.includes(task)) {
    throw new ModelRequestError(`the catalogue's ${model} has no head for the task ${JSON.stringify(task)}`, {
      input: task,
      nextStep: `choose ${whole.tasks.join(' or ')}`,
    })
  }
  const type = forTask(whole, task ?? whole.tasks[0])
  const folder = await folderOf(type, resolve(cacheFolder), seed)
  const path = join(folder, graphPath(type.graphs[0].name))
  const described = await describeModelFile({ name: type.type, path, asked: model, folder, config: type.config })
  const inputs = described.inputs()
  const outputs = seed === 0 && type === whole ? await goldenOutputs(type.type) : null
  return {
    ...described,
    modelType: type.type,
    family,
    task: type.tasks[0],
    golden: outputs === null ? null : { inputs, outputs },
  }
}

const folders = new Map<string, Promise<string>>()

/** A folder's name follows from all that is in it, and making that takes longer than anything else here: once in a process is enough, while it stands. */
async function folderOf(type: ModelType, cacheFolder: string, seed: number): Promise<string> {
  const key = JSON.stringify([type.type, type.tasks[0], seed, cacheFolder])
  const known = folders.get(key)
  if (known !== undefined && (await isFolder(await known))) return known
  const made = seededModelFolder(type, cacheFolder, { seed })
  folders.set(key, made)
  made.catch(() => folders.delete(key))
  return made
}

async function resolveHub({ hub, revision = 'main', file }: HubRequest, { root, signal }: ResolveModelOptions): Promise<ResolvedModel> {
  const isLocal = hub.startsWith('.') || isAbsolute(hub)
  const folder = isLocal
    ? resolve(root, hub)
    : await downloadModel({ id: hub, revision, ...(file === undefined ? {} : { file }), ...(signal === undefined ? {} : { signal }) })
  if (isLocal && !(await isFolder(folder))) {
    throw new ModelRequestError('there is no such folder', { input: hub, nextStep: `check the path; it was looked for at ${folder}` })
  }
  const files = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
  const graph = chooseGraph(files, file, hub)
  return describeModelFile({ name: hub, path: join(folder, graph), asked: hub, folder, config: await readConfig(folder) })
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )
}
