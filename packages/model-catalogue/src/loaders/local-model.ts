import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts'
import { modelInputs, modelOutputs } from '@vitest-hardware/onnx-graph'
import { seededInputs } from '../inputs/seeded-inputs.ts'
import type { ModelConfig } from '../model-type.ts'
import { modelTypes } from '../registry.ts'
import { ModelFileError, precisionOf, readModelFile } from './model-file.ts'
import type { ResolvedModel } from './resolved-model.ts'
import { readTestDataSet } from './test-data-set.ts'

/** What is known of a model file besides its path. */
export interface ModelFileFacts {
  readonly name: string
  readonly path: string
  /** What the user wrote. */
  readonly asked: string
  readonly folder: string | null
  readonly config: ModelConfig | null
}

/** Describes a model file; a `test_data_set_0` beside it brings its inputs and outputs. */
export async function describeModelFile({ name, path, asked, folder, config }: ModelFileFacts): Promise<ResolvedModel> {
  const model = await readModelFile(path, asked)
  const inputs = modelInputs(model)
  const golden = await readTestDataSet(join(dirname(path), 'test_data_set_0'), inputs, modelOutputs(model))
  const known = config === null ? undefined : modelTypes().find(({ type }) => type === config.model_type)
  return {
    name,
    path,
    folder,
    modelType: config?.model_type ?? null,
    family: known?.family ?? null,
    task: known?.defaultTask ?? null,
    precision: precisionOf(model),
    inputs: (options) => (options === undefined && golden !== null ? golden.inputs : seededInputs(inputs, { ...options, config })),
    golden,
  }
}

/** Resolves a `.onnx` file of the user's. */
export function resolveFile(file: string, root: string): Promise<ResolvedModel> {
  const path = resolve(root, file)
  return describeModelFile({ name: basename(path), path, asked: file, folder: null, config: null })
}

/**
 * Reads a folder's `config.json`; null where there is none.
 * @throws {ModelFileError} where it is no JSON object with a `model_type`
 */
export async function readConfig(folder: string): Promise<ModelConfig | null> {
  const path = join(folder, 'config.json')
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const config = JSON.parse(text) as Partial<ModelConfig> | null
    if (typeof config !== 'object' || config === null) throw new TypeError('it holds no object')
    return { ...config, model_type: config.model_type ?? '', architectures: config.architectures ?? [] }
  } catch (cause) {
    throw new ModelFileError(`config.json cannot be read: ${(cause as Error).message}`, {
      input: path,
      nextStep: 'copy the file again',
      cause,
    })
  }
}

/** A folder or repository whose graph cannot be told. */
export class NoGraphError extends UsageError {
  override readonly name = 'NoGraphError'
}

/**
 * Which `.onnx` file of a folder or repository to run.
 * @param files paths with `/`
 * @throws {NoGraphError} none, or several without a usual name
 */
export function chooseGraph(files: readonly string[], wanted: string | undefined, asked: string): string {
  const graphs = files.filter((file) => file.endsWith('.onnx')).sort()
  const list = graphs.length === 0 ? 'there is no .onnx file in it' : `it has ${graphs.join(', ')}`
  if (wanted !== undefined) {
    if (graphs.includes(wanted)) return wanted
    throw new NoGraphError(`the model has no file ${JSON.stringify(wanted)}; ${list}`, {
      input: asked,
      nextStep: 'name one of its .onnx files',
    })
  }
  const usual = ['onnx/model.onnx', 'model.onnx', 'onnx/decoder_model_merged.onnx'].find((name) => graphs.includes(name))
  const chosen = usual ?? (graphs.length === 1 ? graphs[0] : undefined)
  if (chosen === undefined) {
    throw new NoGraphError(`cannot tell which graph to run: ${list}`, {
      input: asked,
      nextStep:
        graphs.length === 0 ? 'export the model to ONNX, or choose a repository that has an onnx folder' : 'choose one by { hub, file }',
    })
  }
  return chosen
}
