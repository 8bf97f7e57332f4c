import { readFile } from 'node:fs/promises'
import { modelInputs, modelOutputs, onnxDataType, onnxTypeName, parseModel, type ValueInfo } from '@vitest-hardware/onnx-graph'
import type { InferenceSession } from 'onnxruntime-common'
import type { ModelSource } from '../backend.ts'

/** onnxruntime-web reports a free dimension without a name as −1 in 32 unsigned bits. */
const unnamedSizeOnWeb = 0xffff_ffff

/** Inputs and outputs of a loaded model, in the runtime's order. */
export interface Signature {
  readonly inputs: readonly ValueInfo[]
  readonly outputs: readonly ValueInfo[]
}

/**
 * Reads the session's metadata. It says the same for a scalar as for an unknown rank, and of a value that is not a tensor it says
 * only that; in these cases the model itself is read.
 */
export async function signatureOf(session: InferenceSession, model: ModelSource): Promise<Signature> {
  const metadata = [...session.inputMetadata, ...session.outputMetadata]
  if (metadata.every((value) => value.isTensor && value.shape.length > 0)) {
    return { inputs: session.inputMetadata.map(fromMetadata), outputs: session.outputMetadata.map(fromMetadata) }
  }
  const parsed = parseModel('path' in model ? await readFile(model.path) : model.bytes, labelOf(model))
  const declared = new Map([...modelInputs(parsed), ...modelOutputs(parsed)].map((value) => [value.name, value]))
  const read = (value: InferenceSession.ValueMetadata): ValueInfo => {
    const own = declared.get(value.name)
    return own === undefined || (value.isTensor && value.shape.length > 0) ? fromMetadata(value) : own
  }
  return { inputs: session.inputMetadata.map(read), outputs: session.outputMetadata.map(read) }
}

function fromMetadata(value: InferenceSession.ValueMetadata): ValueInfo {
  if (!value.isTensor) return { name: value.name, value: { kind: 'sequence', onnxType: 'not a tensor' } }
  const dims = value.shape.map((size) => (size === '' || size === unnamedSizeOnWeb ? '?' : size))
  return {
    name: value.name,
    value: { kind: 'tensor', type: value.type, onnxType: `tensor(${onnxTypeName(onnxDataType(value.type))})`, dims },
  }
}

/** The model's name in messages. */
export function labelOf(model: ModelSource): string {
  return 'path' in model ? model.path : `a model of ${model.bytes.length} bytes`
}
