import {
  bfloat16ToNumber,
  type DataType,
  elementCount,
  float16ToNumber,
  numberToFloat16,
  type Tensor,
  type TensorData,
  toNumbers,
} from '@vitest-hardware/onnx-graph'
import { isBig } from './integers.ts'
import type { BigData, NumberData, Values } from './operator.ts'

/** @throws {TypeError} where the number of elements does not fit the dimensions: an operator's own mistake */
export function values(type: DataType, dims: readonly number[], data: Values['data']): Values {
  if (data.length !== elementCount(dims)) throw new TypeError(`${data.length} elements for the shape [${dims.join(', ')}]`)
  return { kind: 'tensor', type, dims, data }
}

/** A one-dimensional int64 tensor, as shapes and axes are. */
export function int64Vector(numbers: readonly number[]): Values {
  return values('int64', [numbers.length], BigInt64Array.from(numbers, BigInt))
}

/** Uninitialized data for `count` elements of a type. */
export function emptyData(type: DataType, count: number): NumberData | BigData | string[] {
  if (type === 'string') return Array.from({ length: count }, () => '')
  if (type === 'int64') return new BigInt64Array(count)
  if (type === 'uint64') return new BigUint64Array(count)
  return new Float64Array(count)
}

/** Same elements, another shape. */
export function reshaped(value: Values, dims: readonly number[]): Values {
  return values(value.type, dims, value.data)
}

/** The elements as float64; 64-bit integers beyond ±2^53 lose their last bits. Not a copy where they are float64 already. */
export function numbersOf(value: Values): NumberData {
  const { data } = value
  if (data instanceof Float64Array) return data
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float64Array.from(data, Number)
  throw new TypeError('a string tensor has no numbers')
}

/** The elements of a small tensor, such as axes, as ordinary numbers. */
export function numberList(value: Values): number[] {
  return [...numbersOf(value)]
}

export function stringsOf(value: Values): readonly string[] {
  if (value.type !== 'string') throw new TypeError(`a tensor of ${value.type} holds no strings`)
  return value.data as readonly string[]
}

/** Numbers as data of a type; whole numbers that fit are expected where it is an integer type. */
export function dataFromNumbers(type: DataType, numbers: NumberData): NumberData | BigData {
  if (type === 'int64') return BigInt64Array.from(numbers, BigInt)
  if (type === 'uint64') return BigUint64Array.from(numbers, BigInt)
  return numbers
}

export function fromTensor(tensor: Tensor): Values {
  const { type, data } = tensor
  const dims = [...tensor.dims]
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return values(type, dims, data.slice())
  return values(type, dims, ArrayBuffer.isView(data) ? toNumbers(tensor) : [...data])
}

/** The nearest value that a float type holds; integers are left alone. */
export function rounding(type: DataType): (value: number) => number {
  switch (type) {
    case 'float32':
      return Math.fround
    case 'float16':
      return (value) => float16ToNumber(numberToFloat16(value))
    case 'bfloat16':
      return (value) => bfloat16ToNumber(bfloat16Bits(value))
    default:
      return (value) => value
  }
}

/** Rounds to the declared type: the one place where a result of `reference` leaves float64. */
export function toTensor(value: Values): Tensor {
  const { type } = value
  const dims = [...value.dims]
  if (type === 'string') return { type, dims, data: [...stringsOf(value)] }
  if (isBig(type)) return { type, dims, data: (value.data as BigInt64Array).slice() }
  return { type, dims, data: pack(type, value.data as NumberData) }
}

function pack(type: DataType, data: NumberData): TensorData {
  switch (type) {
    case 'float64':
      return data.slice()
    case 'float16':
      return Uint16Array.from(data, numberToFloat16)
    case 'bfloat16':
      return Uint16Array.from(data, bfloat16Bits)
    case 'int8':
      return Int8Array.from(data)
    case 'uint8':
    case 'bool':
      return Uint8Array.from(data)
    case 'int16':
      return Int16Array.from(data)
    case 'uint16':
      return Uint16Array.from(data)
    case 'int32':
      return Int32Array.from(data)
    case 'uint32':
      return Uint32Array.from(data)
    case 'int4':
    case 'uint4':
      return packNibbles(data)
    default:
      return Float32Array.from(data)
  }
}

function packNibbles(data: NumberData): Uint8Array {
  const packed = new Uint8Array(Math.ceil(data.length / 2))
  for (const [index, value] of data.entries()) packed[index >> 1]! |= (value & 0xf) << (index % 2 === 0 ? 0 : 4)
  return packed
}

/** Nearest bfloat16 pattern, ties to even; NaN stays NaN. */
function bfloat16Bits(value: number): number {
  if (Number.isNaN(value)) return 0x7fc0
  const [bits] = new Uint32Array(Float32Array.of(value).buffer)
  return ((bits! + 0x7fff + ((bits! >>> 16) & 1)) >>> 16) & 0xffff
}
