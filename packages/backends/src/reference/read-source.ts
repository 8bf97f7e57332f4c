import { readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { checkModel, parseModel } from '@vitest-hardware/onnx-graph'
import { type AttributeProto, type GraphProto, type ModelProto, TensorProto_DataLocation, type TensorProto } from 'onnx-buf'
import type { ModelSource } from '../backend.ts'
import { type LoadFailure, ModelLoadError } from '../errors.ts'

/** Reads a model with all its weights in it, and checks its structure. */
export async function readSource(source: ModelSource, label: string): Promise<ModelProto> {
  const bytes = 'bytes' in source ? source.bytes : await readModelFile(resolve(source.path))
  const model = parse(bytes, label)
  if (model.graph !== undefined) await inlineExternalData(model.graph, 'path' in source ? dirname(resolve(source.path)) : null, label)
  const issues = checkModel(model)
  if (issues.length > 0) {
    const failure = issues.some((issue) => issue.includes('does not import')) ? 'unknown-operator' : 'other'
    throw refusal(label, failure, `the model breaks ONNX's rules: ${issues.join('; ')}`, 'export the model again')
  }
  return model
}

/** A model that `reference` refuses. */
export function refusal(label: string, failure: LoadFailure, reason: string, nextStep: string, cause?: unknown): ModelLoadError {
  return new ModelLoadError(reason, { backend: 'reference', failure, reason, input: label, nextStep, cause })
}

async function readModelFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return readFile(path)
  if (found === null) {
    throw refusal(path, 'missing-file', 'there is no such model file', 'check the path; relative paths start at the working directory')
  }
  throw refusal(path, 'missing-file', 'the model is a folder, not a file', 'give the path of the .onnx file in it')
}

function parse(bytes: Uint8Array, label: string): ModelProto {
  try {
    return parseModel(bytes, label)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw refusal(
      label,
      'not-a-model',
      `not a whole ONNX model: the file is truncated or of another format (${reason})`,
      'check that the file was copied completely (Git LFS pointers are not models), or export the model again',
      cause,
    )
  }
}

/** Puts the data that stand in files beside the model into its tensors (onnx.proto3, `TensorProto.external_data`). */
async function inlineExternalData(graph: GraphProto, folder: string | null, label: string): Promise<void> {
  const files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  for (const tensor of tensorsOf(graph)) {
    if (tensor.dataLocation !== TensorProto_DataLocation.EXTERNAL) continue
    const entry = (key: string): string | undefined => tensor.externalData.find((each) => each.key === key)?.value
    const location = entry('location') ?? ''
    if (!files.has(location)) files.set(location, readBeside(folder, location, label))
    const bytes = await files.get(location)!
    const offset = Number(entry('offset') ?? 0)
    const length = Number(entry('length') ?? bytes.length - offset)
    if (offset + length > bytes.length) {
      throw refusal(
        label,
        'missing-external-data',
        `the model's external data '${location}' is too short: '${tensor.name}' needs bytes ${offset} to ${offset + length} of ${bytes.length}`,
        'copy the file completely',
      )
    }
    tensor.rawData = bytes.slice(offset, offset + length)
    tensor.dataLocation = TensorProto_DataLocation.DEFAULT
  }
}

async function readBeside(folder: string | null, file: string, label: string): Promise<Uint8Array<ArrayBuffer>> {
  if (folder === null) {
    throw refusal(label, 'missing-external-data', `the model keeps its weights in '${file}'`, 'open the model by its path, not its bytes')
  }
  const target = join(folder, file)
  if (relative(folder, target).startsWith('..')) {
    throw refusal(label, 'missing-external-data', `the model's external data '${file}' lies outside its folder`, 'keep it beside the model')
  }
  return readFile(target).catch((cause: unknown) => {
    const reason = `the model's external data '${file}' is not beside it`
    throw refusal(label, 'missing-external-data', reason, `put '${file}' into ${folder}`, cause)
  })
}

function tensorsOf(graph: GraphProto): TensorProto[] {
  const attributes = graph.node.flatMap((node) => node.attribute)
  return [...graph.initializer, ...attributes.flatMap(tensorsOfAttribute)]
}

function tensorsOfAttribute({ t, tensors, g, graphs }: AttributeProto): TensorProto[] {
  return [...(t === undefined ? [] : [t]), ...tensors, ...(g === undefined ? [] : tensorsOf(g)), ...graphs.flatMap(tensorsOf)]
}
