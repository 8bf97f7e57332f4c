import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts/base'
import {
  findModelType,
  type GraphSignature,
  modelTypes,
  type ModelTypeFacts,
  typeSignatures,
  usualHalfTolerance,
} from '@vitest-hardware/model-catalogue/listing'
import { modelInputs, modelOutputs, parameterCount, parseModel, type ValueInfo } from '@vitest-hardware/onnx-graph'
import type { ModuleFacts } from './module-facts.ts'
import { namesOf } from './names.ts'

/** A folder in the hub's layout that nothing can be generated from. */
export class HubFolderError extends UsageError {
  override readonly name = 'HubFolderError'
}

export interface HubFolderModule {
  readonly module: ModuleFacts
  /** Fields of the config that the catalogue's type does not have, one sentence each. */
  readonly warnings: readonly string[]
}

/** Fields that upstream writes into every config. */
const commonFields = new Set(
  `_name_or_path architectures auto_map dtype id2label label2id model_type problem_type task_specific_params torch_dtype transformers.js_config
   transformers_version use_cache attn_implementation bos_token_id eos_token_id pad_token_id`.split(/\s+/),
)

/**
 * A user's own model: `config.json` says which type it is, the graph what goes in and comes out.
 * @param root folder from which the tests will find it
 * @throws {HubFolderError} no config, no graph, or a config without a type or class
 * @throws {UnknownModelTypeError} a type that the catalogue does not have, with the nearest names
 */
export function hubFolderModule(folder: string, root: string): HubFolderModule {
  const config = readConfig(folder)
  const facts = findModelType(textOf(config, 'model_type', folder))
  const [architecture] = Array.isArray(config['architectures']) ? (config['architectures'] as readonly string[]) : []
  const head = facts.heads.find((known) => known.class === architecture)
  if (architecture === undefined || head === undefined) {
    throw new HubFolderError(`config.json is of the type ${facts.type}, which has no class ${JSON.stringify(architecture ?? null)}`, {
      input: join(folder, 'config.json'),
      nextStep: `set "architectures" to one of ${[...new Set(facts.heads.map((known) => known.class))].join(', ')}, or mend "model_type"`,
    })
  }
  const path = graphOf(folder)
  const model = parseModel(readFileSync(path), path)
  const operators = new Map<string, number>()
  for (const { opType } of model.graph!.node) operators.set(opType, (operators.get(opType) ?? 0) + 1)
  const name = folderName(folder)
  const request = `./${relative(root, resolve(folder)).replaceAll('\\', '/')}`
  const module: ModuleFacts = {
    names: namesOf([name]).get(name)!,
    facts: { ...facts, checkpoint: null },
    request: { hub: request },
    heads: [
      {
        task: head.task,
        isDefault: true,
        architecture,
        parameters: parameterCount(model),
        inputs: shapesOf(modelInputs(model)),
        outputs: shapesOf(modelOutputs(model)),
        traits: [],
      },
    ],
    operators: Object.fromEntries([...operators].sort(([a], [b]) => (a < b ? -1 : 1))),
    transformersJs: null,
    halfPrecision: usualHalfTolerance,
    note: null,
    quirk: null,
  }
  return {
    module,
    warnings: unknownFields(config, facts).map(
      (field) => `${join(folder, 'config.json')}: ${facts.type} has no field ${JSON.stringify(field)}`,
    ),
  }
}

function readConfig(folder: string): Readonly<Record<string, unknown>> {
  const path = join(folder, 'config.json')
  if (!existsSync(path)) {
    throw new HubFolderError('the folder has no config.json', {
      input: folder,
      nextStep: 'name a folder in the hub’s layout: config.json and onnx/model.onnx',
    })
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch (cause) {
    throw new HubFolderError(`config.json cannot be read: ${String(cause)}`, { input: path, nextStep: 'copy the file again', cause })
  }
}

function textOf(config: Readonly<Record<string, unknown>>, field: string, folder: string): string {
  const value = config[field]
  if (typeof value === 'string') return value
  throw new HubFolderError(`config.json names no ${field}`, {
    input: join(folder, 'config.json'),
    nextStep: `set "${field}", for example to "${modelTypes()[0]?.type ?? 'bert'}"`,
  })
}

function graphOf(folder: string): string {
  const usual = ['onnx/model.onnx', 'model.onnx'].map((file) => join(folder, file)).find((file) => existsSync(file))
  if (usual !== undefined) return usual
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.onnx'))
  if (found.length === 1) return join(folder, found[0]!)
  throw new HubFolderError(found.length === 0 ? 'the folder has no .onnx file' : `cannot tell which graph is meant: ${found.join(', ')}`, {
    input: folder,
    nextStep: 'put the graph at onnx/model.onnx',
  })
}

function unknownFields(config: Readonly<Record<string, unknown>>, facts: ModelTypeFacts): string[] {
  const known = new Set([...commonFields, ...Object.keys(facts.sizes), ...(typeSignatures()[facts.type]?.configFields ?? [])])
  return Object.keys(config).filter((field) => !known.has(field) && !field.startsWith('_'))
}

function shapesOf(values: readonly ValueInfo[]): GraphSignature['inputs'] {
  return Object.fromEntries(
    values.map(({ name, value }) => [
      name,
      value.kind === 'tensor' ? ([value.type, value.dims ?? []] as const) : (['sequence', []] as const),
    ]),
  )
}

/** The folder's own name, as a type's would be. */
function folderName(folder: string): string {
  return resolve(folder)
    .split(/[\\/]/)
    .at(-1)!
    .replaceAll(/[^\w.+-]+/g, '-')
}
