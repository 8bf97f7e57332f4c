/**
 * Element types by the names that onnxruntime-common uses, so that its tensors are tensors here without conversion.
 * `bfloat16`, `float8*` and `complex*` exist in ONNX but in no JavaScript runtime yet.
 */
export const dataTypes = [
  'float32',
  'float64',
  'float16',
  'bfloat16',
  'int8',
  'uint8',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'bool',
  'string',
  'int4',
  'uint4',
] as const
export type DataType = (typeof dataTypes)[number]

/** `bool` is a Uint8Array of 0 and 1; `float16` a Uint16Array of bits or a Float16Array; 4-bit types are packed, low nibble first. */
export type TensorData =
  | Float32Array
  | Float64Array
  | Float16Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | readonly string[]

/** A dense tensor in row-major order. Structurally what onnxruntime-common's `Tensor` offers. */
export interface Tensor {
  readonly type: DataType
  readonly dims: readonly number[]
  readonly data: TensorData
}

/** Name → tensor, for inputs and outputs of a model. */
export type Tensors = Readonly<Record<string, Tensor>>

/** Declared type of a model's input or output. */
export type ValueType =
  | {
      readonly kind: 'tensor'
      readonly type: DataType | 'unsupported'
      readonly onnxType: string
      readonly dims: readonly (number | string)[] | null
    }
  | { readonly kind: 'sequence' | 'optional' | 'map' | 'sparse-tensor'; readonly onnxType: string }

export interface ValueInfo {
  readonly name: string
  readonly value: ValueType
}
