import { create, fromBinary, toBinary } from '@bufbuild/protobuf'
import { UsageError } from '@vitest-hardware/contracts'
import { type TensorProto, TensorProto_DataLocation, TensorProtoSchema } from 'onnx-buf'
import { byteLengthOf, dataTypeOf, elementCount, onnxDataType, onnxTypeName, typedArrayOf } from './data-types.ts'
import type { DataType, Tensor } from './tensor.ts'

/** A tensor that cannot be read; names the tensor and why. */
export class TensorFormatError extends UsageError {
  override readonly name = 'TensorFormatError'
}

/**
 * Reads a `TensorProto`, from `raw_data` or from the typed fields (onnx.proto3, message TensorProto).
 * @throws {TensorFormatError} element type without a JavaScript counterpart, external data, or a length that does not fit the dims
 */
export function decodeTensor(proto: TensorProto): Tensor {
  const label = proto.name || '(unnamed tensor)'
  const type = dataTypeOf(proto.dataType)
  if (type === null) {
    throw new TensorFormatError(`tensor has the element type ${onnxTypeName(proto.dataType)}, which no JavaScript runtime holds`, {
      input: label,
      nextStep: 'cast it to a supported type in the model',
    })
  }
  if (proto.dataLocation === TensorProto_DataLocation.EXTERNAL) {
    throw new TensorFormatError('tensor keeps its data in another file', {
      input: label,
      nextStep: 'load the model by its path, so that the runtime finds the file',
    })
  }
  const dims = proto.dims.map(Number)
  const count = elementCount(dims)
  const decoder = new TextDecoder()
  const data =
    type === 'string'
      ? proto.stringData.map((bytes) => decoder.decode(bytes))
      : typedArrayOf(type, proto.rawData.length > 0 ? proto.rawData : packTypedFields(proto, type, count))
  const expected = type === 'int4' || type === 'uint4' ? byteLengthOf(type, count) : count
  if (data.length !== expected) {
    throw new TensorFormatError(`tensor of shape [${dims.join(', ')}] needs ${expected} elements and has ${data.length}`, {
      input: label,
      nextStep: 'export the tensor again',
    })
  }
  return { type, dims, data }
}

/** Writes a tensor as a `TensorProto` with `raw_data` (strings in `string_data`). */
export function encodeTensor(tensor: Tensor, name = ''): TensorProto {
  const proto = create(TensorProtoSchema, { name, dims: tensor.dims.map(BigInt), dataType: onnxDataType(tensor.type) })
  if (ArrayBuffer.isView(tensor.data))
    proto.rawData = new Uint8Array(tensor.data.buffer, tensor.data.byteOffset, tensor.data.byteLength).slice()
  else proto.stringData = tensor.data.map((text) => new TextEncoder().encode(text))
  return proto
}

/** Reads a serialized `TensorProto`, such as `input_0.pb` of ONNX's test layout. */
export function decodeTensorFile(bytes: Uint8Array): Tensor & { readonly name: string } {
  const proto = fromBinary(TensorProtoSchema, bytes)
  return { ...decodeTensor(proto), name: proto.name }
}

/** Serializes a tensor as ONNX's test layout stores it. */
export function encodeTensorFile(tensor: Tensor, name = ''): Uint8Array {
  return toBinary(TensorProtoSchema, encodeTensor(tensor, name))
}

/** Little-endian bytes of the elements that stand in the typed fields. */
function packTypedFields(proto: TensorProto, type: Exclude<DataType, 'string'>, count: number): Uint8Array {
  const bytesOf = (array: ArrayBufferView): Uint8Array => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  switch (type) {
    case 'float32':
      return bytesOf(Float32Array.from(proto.floatData))
    case 'float64':
      return bytesOf(Float64Array.from(proto.doubleData))
    case 'int64':
      return bytesOf(BigInt64Array.from(proto.int64Data))
    case 'uint64':
      return bytesOf(BigUint64Array.from(proto.uint64Data))
    case 'uint32':
      return bytesOf(Uint32Array.from(proto.uint64Data, Number))
    case 'int32':
      return bytesOf(Int32Array.from(proto.int32Data))
    case 'float16':
    case 'bfloat16':
    case 'uint16':
    case 'int16':
      return bytesOf(Uint16Array.from(proto.int32Data))
    case 'int8':
    case 'uint8':
    case 'bool':
      return bytesOf(Uint8Array.from(proto.int32Data))
    case 'int4':
    case 'uint4':
      return bytesOf(Uint8Array.from(proto.int32Data)).subarray(0, byteLengthOf(type, count))
  }
}
