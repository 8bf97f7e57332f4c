import { TensorProto_DataType as Onnx } from 'onnx-buf'
import type { DataType, TensorData } from './tensor.ts'

interface Layout {
  readonly onnx: Onnx
  /** Bits of one element; 0 for strings. */
  readonly bits: number
}

const layouts: Readonly<Record<DataType, Layout>> = {
  float32: { onnx: Onnx.FLOAT, bits: 32 },
  float64: { onnx: Onnx.DOUBLE, bits: 64 },
  float16: { onnx: Onnx.FLOAT16, bits: 16 },
  bfloat16: { onnx: Onnx.BFLOAT16, bits: 16 },
  int8: { onnx: Onnx.INT8, bits: 8 },
  uint8: { onnx: Onnx.UINT8, bits: 8 },
  int16: { onnx: Onnx.INT16, bits: 16 },
  uint16: { onnx: Onnx.UINT16, bits: 16 },
  int32: { onnx: Onnx.INT32, bits: 32 },
  uint32: { onnx: Onnx.UINT32, bits: 32 },
  int64: { onnx: Onnx.INT64, bits: 64 },
  uint64: { onnx: Onnx.UINT64, bits: 64 },
  bool: { onnx: Onnx.BOOL, bits: 8 },
  string: { onnx: Onnx.STRING, bits: 0 },
  int4: { onnx: Onnx.INT4, bits: 4 },
  uint4: { onnx: Onnx.UINT4, bits: 4 },
}

const byOnnx = new Map((Object.entries(layouts) as [DataType, Layout][]).map(([name, layout]) => [layout.onnx, name]))

/** ONNX's number of a data type. */
export function onnxDataType(type: DataType): Onnx {
  return layouts[type].onnx
}

/** Our name of ONNX's data type, or null where no JavaScript tensor holds it (`complex64`, `float8*` …). */
export function dataTypeOf(onnx: number): DataType | null {
  return byOnnx.get(onnx) ?? null
}

/** ONNX's own name, e.g. `float8e4m3fn`, for messages. */
export function onnxTypeName(onnx: number): string {
  const name = Onnx[onnx]
  return name === undefined ? `data type ${onnx}` : name.toLowerCase()
}

/** Bytes that `count` elements take; 4-bit types are packed two to a byte. */
export function byteLengthOf(type: DataType, count: number): number {
  return Math.ceil((layouts[type].bits * count) / 8)
}

/** Product of the dimensions; 1 for a scalar. */
export function elementCount(dims: readonly number[]): number {
  return dims.reduce((product, dim) => product * dim, 1)
}

/**
 * A typed array over `bytes`, copied so that it is aligned and owned.
 * @param bytes little-endian, exactly as long as the elements need
 */
export function typedArrayOf(type: Exclude<DataType, 'string'>, bytes: Uint8Array): Exclude<TensorData, readonly string[]> {
  // a copy: `slice` of a Buffer would share its memory
  const buffer = new Uint8Array(bytes).buffer
  switch (type) {
    case 'float32':
      return new Float32Array(buffer)
    case 'float64':
      return new Float64Array(buffer)
    case 'float16':
    case 'bfloat16':
    case 'uint16':
      return new Uint16Array(buffer)
    case 'int8':
      return new Int8Array(buffer)
    case 'uint8':
    case 'bool':
    case 'int4':
    case 'uint4':
      return new Uint8Array(buffer)
    case 'int16':
      return new Int16Array(buffer)
    case 'int32':
      return new Int32Array(buffer)
    case 'uint32':
      return new Uint32Array(buffer)
    case 'int64':
      return new BigInt64Array(buffer)
    case 'uint64':
      return new BigUint64Array(buffer)
  }
}
