import { create } from '@bufbuild/protobuf'
import {
  type AttributeProto,
  AttributeProto_AttributeType as Type,
  AttributeProtoSchema,
  type GraphProto,
  type NodeProto,
  type TensorProto,
} from 'onnx-buf'

/** Marks a number as a float attribute where its value is a whole number: `{ alpha: float(1) }`. */
export interface FloatAttribute {
  readonly float: number
}
export function float(value: number): FloatAttribute {
  return { float: value }
}

/** Whole numbers become INT, others FLOAT; arrays likewise. */
export type AttributeValue =
  | number
  | bigint
  | string
  | FloatAttribute
  | readonly number[]
  | readonly string[]
  | readonly FloatAttribute[]
  | TensorProto
  | GraphProto

export function attribute(name: string, value: AttributeValue): AttributeProto {
  if (typeof value === 'bigint') return create(AttributeProtoSchema, { name, type: Type.INT, i: value })
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? create(AttributeProtoSchema, { name, type: Type.INT, i: BigInt(value) })
      : create(AttributeProtoSchema, { name, type: Type.FLOAT, f: value })
  }
  if (typeof value === 'string') return create(AttributeProtoSchema, { name, type: Type.STRING, s: new TextEncoder().encode(value) })
  if ('float' in value) return create(AttributeProtoSchema, { name, type: Type.FLOAT, f: value.float })
  if ('$typeName' in value) {
    return value.$typeName === 'onnx.TensorProto'
      ? create(AttributeProtoSchema, { name, type: Type.TENSOR, t: value })
      : create(AttributeProtoSchema, { name, type: Type.GRAPH, g: value })
  }
  if (value.every((item) => typeof item === 'string')) {
    const encoder = new TextEncoder()
    return create(AttributeProtoSchema, { name, type: Type.STRINGS, strings: value.map((text) => encoder.encode(text)) })
  }
  if (value.every((item) => typeof item === 'number' && Number.isInteger(item))) {
    return create(AttributeProtoSchema, { name, type: Type.INTS, ints: value.map((item) => BigInt(item as number)) })
  }
  const floats = (value as readonly (number | FloatAttribute)[]).map((item) => (typeof item === 'number' ? item : item.float))
  return create(AttributeProtoSchema, { name, type: Type.FLOATS, floats })
}

/** The node's attribute of that name. */
export function attributeNamed({ attribute: attributes }: NodeProto, name: string): AttributeProto | undefined {
  return attributes.find((each) => each.name === name)
}
