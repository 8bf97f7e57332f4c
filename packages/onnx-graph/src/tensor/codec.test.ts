import { create, type MessageInitShape } from '@bufbuild/protobuf'
import fc from 'fast-check'
import { TensorProto_DataLocation, TensorProto_DataType, TensorProtoSchema } from 'onnx-buf'
import { expect, test } from 'vitest'
import { decodeTensor, decodeTensorFile, encodeTensorFile, TensorFormatError } from './codec.ts'
import { byteLengthOf, elementCount, typedArrayOf } from './data-types.ts'
import { type DataType, dataTypes, type Tensor } from './tensor.ts'

const dims = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 4 })
const numeric = fc.constantFrom(...dataTypes.filter((type): type is Exclude<DataType, 'string'> => type !== 'string'))
const tensors: fc.Arbitrary<Tensor> = fc.tuple(numeric, dims).chain(([type, shape]) => {
  const length = byteLengthOf(type, elementCount(shape))
  return fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => ({ type, dims: shape, data: typedArrayOf(type, bytes) }))
})

test('numbers survive the round trip, bit for bit', () => {
  fc.assert(
    fc.property(tensors, (tensor) => {
      const { name, ...decoded } = decodeTensorFile(encodeTensorFile(tensor, 'x'))
      expect(name).toBe('x')
      expect(decoded).toEqual(tensor)
    }),
  )
})

test('strings survive the round trip', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (data) => {
      const tensor: Tensor = { type: 'string', dims: [data.length], data }
      expect(decodeTensorFile(encodeTensorFile(tensor))).toEqual({ ...tensor, name: '' })
    }),
  )
})

test.each<[string, MessageInitShape<typeof TensorProtoSchema>, Tensor['data']]>([
  ['float_data', { dataType: TensorProto_DataType.FLOAT, floatData: [1.5, -2] }, Float32Array.of(1.5, -2)],
  ['int64_data', { dataType: TensorProto_DataType.INT64, int64Data: [1n, -2n] }, BigInt64Array.of(1n, -2n)],
  ['int32_data of int8', { dataType: TensorProto_DataType.INT8, int32Data: [1, -2] }, Int8Array.of(1, -2)],
  ['int32_data of float16', { dataType: TensorProto_DataType.FLOAT16, int32Data: [0x3c00, 0xc000] }, Uint16Array.of(0x3c00, 0xc000)],
  ['int32_data of bool', { dataType: TensorProto_DataType.BOOL, int32Data: [1, 0] }, Uint8Array.of(1, 0)],
  ['uint64_data of uint32', { dataType: TensorProto_DataType.UINT32, uint64Data: [1n, 4294967295n] }, Uint32Array.of(1, 4294967295)],
])('reads %s', (_label, fields, data) => {
  expect(decodeTensor(create(TensorProtoSchema, { ...fields, dims: [2n] })).data).toEqual(data)
})

test.each([
  ['an element type that JavaScript lacks', { dataType: TensorProto_DataType.COMPLEX64 }, /complex64/],
  ['too few elements', { dataType: TensorProto_DataType.FLOAT, dims: [3n], floatData: [1] }, /shape \[3\] needs 3 elements and has 1/],
  ['data in another file', { dataType: TensorProto_DataType.FLOAT, dataLocation: TensorProto_DataLocation.EXTERNAL }, /another file/],
])('refuses %s', (_label, fields, message) => {
  expect(() => decodeTensor(create(TensorProtoSchema, { name: 'w', ...fields }))).toThrow(TensorFormatError)
  expect(() => decodeTensor(create(TensorProtoSchema, { name: 'w', ...fields }))).toThrow(message)
})
