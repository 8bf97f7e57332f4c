import { fromBinary, toBinary } from '@bufbuild/protobuf'
import { UsageError } from '@vitest-hardware/contracts'
import { type GraphProto, type ModelProto, ModelProtoSchema, TensorProto_DataLocation } from 'onnx-buf'
import type { ValueInfo } from '../tensor/tensor.ts'
import { readValueInfo } from './value-info.ts'

/** Bytes that are not a whole ONNX model. */
export class ModelFormatError extends UsageError {
  override readonly name = 'ModelFormatError'
}

/**
 * Parses an ONNX model.
 * @param label the file's name, for messages
 * @throws {ModelFormatError} truncated or foreign bytes, or a model without a graph
 */
export function parseModel(bytes: Uint8Array, label: string): ModelProto {
  let model: ModelProto
  try {
    model = fromBinary(ModelProtoSchema, bytes)
  } catch (cause) {
    throw new ModelFormatError(`not a whole ONNX model: ${(cause as Error).message} (${bytes.length} bytes)`, {
      input: label,
      nextStep: 'check that the file was copied completely, or export the model again',
      cause,
    })
  }
  if (model.graph === undefined || model.opsetImport.length + model.graph.node.length === 0) {
    throw new ModelFormatError('holds no ONNX graph', { input: label, nextStep: 'give the path of a .onnx file' })
  }
  return model
}

export function encodeModel(model: ModelProto): Uint8Array {
  return toBinary(ModelProtoSchema, model)
}

/** The model's graph; {@link parseModel} and the builder guarantee that there is one. */
export function graphOf(model: ModelProto): GraphProto {
  if (model.graph === undefined) throw new TypeError('the model has no graph')
  return model.graph
}

/** Declared inputs that a caller must feed: without those that an initializer gives a default. */
export function modelInputs(model: ModelProto): ValueInfo[] {
  const graph = graphOf(model)
  const initialized = new Set([
    ...graph.initializer.map((tensor) => tensor.name),
    ...graph.sparseInitializer.map((tensor) => tensor.values?.name),
  ])
  return graph.input.filter((input) => !initialized.has(input.name)).map(readValueInfo)
}

export function modelOutputs(model: ModelProto): ValueInfo[] {
  return graphOf(model).output.map(readValueInfo)
}

/** Files beside the model that hold initializers' data (onnx.proto3, `TensorProto.external_data`), sorted. */
export function externalDataFiles(model: ModelProto): string[] {
  const locations = graphOf(model)
    .initializer.filter((tensor) => tensor.dataLocation === TensorProto_DataLocation.EXTERNAL)
    .flatMap((tensor) => tensor.externalData.filter((entry) => entry.key === 'location').map((entry) => entry.value))
  return [...new Set(locations)].sort()
}

/** Number of elements in all initializers. */
export function parameterCount(model: ModelProto): number {
  return graphOf(model).initializer.reduce((sum, tensor) => sum + tensor.dims.reduce((product, dim) => product * Number(dim), 1), 0)
}
