import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { LocalBackendName } from '@vitest-hardware/contracts'
import { graphOf, modelInputs, modelOutputs, parseModel, type ValueInfo } from '@vitest-hardware/onnx-graph'
import type { GraphProto, ModelProto } from 'onnx-buf'
import type { ModelSource } from '../backend.ts'
import { ModelLoadError, UnsupportedError } from '../errors.ts'
import { checkFile } from '../onnxruntime/check-file.ts'
import { explainLoad } from '../onnxruntime/explain-load.ts'
import { refuseNonTensors } from '../onnxruntime/refuse-non-tensors.ts'
import { labelOf } from '../onnxruntime/value-info.ts'
import type { ModelToLoad } from './definition.ts'

export interface CustomModel {
  readonly label: string
  readonly toLoad: ModelToLoad
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
}

/**
 * Reads a model and refuses what no backend of tensors can load, in the words that ONNX Runtime's backends use.
 * @param operators that the backend has; undefined where it decides itself
 * @throws {ModelLoadError}
 */
export async function readCustomModel(
  backend: LocalBackendName,
  source: ModelSource,
  operators: ReadonlySet<string> | undefined,
): Promise<CustomModel> {
  const path = 'path' in source ? resolve(source.path) : null
  await checkFile(backend, path === null ? source : { path })
  const label = labelOf(path === null ? source : { path })
  const bytes = 'bytes' in source ? source.bytes : await readFile(source.path)
  const model = parse(backend, bytes, label)
  // values first: an operator that makes lists is beside the point where lists cannot be handed over
  const inputs = modelInputs(model)
  const outputs = modelOutputs(model)
  refuseNonTensors(backend, backend, label, { inputs, outputs })
  if (operators !== undefined) {
    const missing = operatorsOf(graphOf(model)).find((operator) => !operators.has(operator))
    if (missing !== undefined) throw loadFailure(backend, label, new Error(`${missing}(-1) is not a registered function/op`))
  }
  return { label, toLoad: { bytes, path }, inputs, outputs }
}

/** What a backend's `load` threw, with what it means. */
export function loadFailure(backend: LocalBackendName, label: string, cause: unknown): ModelLoadError {
  if (cause instanceof ModelLoadError) return cause
  const reason = cause instanceof Error ? cause.message.trim() : String(cause)
  const { what, failure: told, nextStep } = explainLoad(reason)
  const failure = cause instanceof UnsupportedError ? 'missing-kernel' : told
  return new ModelLoadError(`${what}\n  ${backend}: ${reason}`, { backend, failure, reason, input: label, nextStep, cause })
}

function parse(backend: LocalBackendName, bytes: Uint8Array, label: string): ModelProto {
  try {
    const model = parseModel(bytes, label)
    // a file that was cut between its fields parses, and has no graph
    graphOf(model)
    return model
  } catch (cause) {
    throw loadFailure(backend, label, new Error(`protobuf parsing failed: ${(cause as Error).message.split('\n')[0]}`, { cause }))
  }
}

function operatorsOf(graph: GraphProto): string[] {
  return graph.node.flatMap(({ domain, opType, attribute }) => [
    domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`,
    ...attribute.flatMap(({ g, graphs }) => [...(g === undefined ? [] : operatorsOf(g)), ...graphs.flatMap(operatorsOf)]),
  ])
}
