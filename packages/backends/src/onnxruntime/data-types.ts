import type { DataType } from '@vitest-hardware/onnx-graph'

/**
 * Element types that onnxruntime-common takes and gives. bfloat16 cannot cross the border at all, and 4-bit integers have no
 * kernels that would hand them out.
 */
export const onnxruntimeTypes: ReadonlySet<DataType> = new Set<DataType>([
  'float32',
  'float64',
  'float16',
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
])
