import { decodeTensor, elementCount } from '@vitest-hardware/onnx-graph'
import type { SparseTensorProto, TensorProto } from 'onnx-buf'
import type { Values } from './operator.ts'
import { stridesOf } from './shapes.ts'
import { emptyData, fromTensor, numberList, values } from './values.ts'

/** @throws {TensorFormatError} */
export function decodeValues(proto: TensorProto): Values {
  return fromTensor(decodeTensor(proto))
}

/** Makes a sparse tensor dense (onnx.proto3, message SparseTensorProto: linear or one-coordinate-a-row indices). */
export function decodeSparseValues(proto: SparseTensorProto): Values {
  if (proto.values === undefined || proto.indices === undefined) throw new TypeError('a sparse tensor without values or indices')
  const dims = proto.dims.map(Number)
  const given = decodeValues(proto.values)
  const indices = decodeValues(proto.indices)
  const positions = numberList(indices)
  const strides = stridesOf(dims)
  const data = emptyData(given.type, elementCount(dims))
  for (let entry = 0; entry < given.data.length; entry += 1) {
    const offset =
      indices.dims.length === 1
        ? positions[entry]!
        : strides.reduce((sum, stride, axis) => sum + stride * positions[entry * dims.length + axis]!, 0)
    // same element type on both sides
    ;(data as (number | bigint | string)[])[offset] = given.data[entry]!
  }
  return values(given.type, dims, data)
}
