import { create } from '@bufbuild/protobuf'
import {
  TensorShapeProto_DimensionSchema,
  TensorShapeProtoSchema,
  type TypeProto,
  TypeProto_TensorSchema,
  TypeProtoSchema,
  type ValueInfoProto,
  ValueInfoProtoSchema,
} from 'onnx-buf'
import { dataTypeOf, onnxDataType, onnxTypeName } from '../tensor/data-types.ts'
import type { DataType, ValueInfo, ValueType } from '../tensor/tensor.ts'

/** A dimension: a size, or the name of one that is known only at run time. */
export type Dimension = number | string

export function tensorValueInfo(name: string, type: DataType, dims: readonly Dimension[]): ValueInfoProto {
  const dim = dims.map((size) =>
    create(TensorShapeProto_DimensionSchema, {
      value: typeof size === 'number' ? { case: 'dimValue', value: BigInt(size) } : { case: 'dimParam', value: size },
    }),
  )
  const tensor = create(TypeProto_TensorSchema, { elemType: onnxDataType(type), shape: create(TensorShapeProtoSchema, { dim }) })
  return create(ValueInfoProtoSchema, { name, type: create(TypeProtoSchema, { value: { case: 'tensorType', value: tensor } }) })
}

/** Reads a declared input or output; an unnamed free dimension is called `?`. */
export function readValueInfo(proto: ValueInfoProto): ValueInfo {
  return { name: proto.name, value: readType(proto.type) }
}

function readType(proto: TypeProto | undefined): ValueType {
  const value = proto?.value
  switch (value?.case) {
    case 'tensorType': {
      const dims =
        value.value.shape?.dim.map((dim) => (dim.value.case === 'dimValue' ? Number(dim.value.value) : dim.value.value || '?')) ?? null
      return {
        kind: 'tensor',
        type: dataTypeOf(value.value.elemType) ?? 'unsupported',
        onnxType: `tensor(${onnxTypeName(value.value.elemType)})`,
        dims,
      }
    }
    case 'sequenceType':
      return { kind: 'sequence', onnxType: `seq(${readType(value.value.elemType).onnxType})` }
    case 'optionalType':
      return { kind: 'optional', onnxType: `optional(${readType(value.value.elemType).onnxType})` }
    case 'mapType':
      return { kind: 'map', onnxType: `map(${onnxTypeName(value.value.keyType)}, ${readType(value.value.valueType).onnxType})` }
    case 'sparseTensorType':
      return { kind: 'sparse-tensor', onnxType: `sparse_tensor(${onnxTypeName(value.value.elemType)})` }
    default:
      return { kind: 'tensor', type: 'unsupported', onnxType: 'untyped', dims: null }
  }
}
