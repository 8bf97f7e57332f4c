import type { DataType } from '@vitest-hardware/onnx-graph'

interface Range {
  readonly bits: number
  readonly signed: boolean
}

const ranges: Readonly<Partial<Record<DataType, Range>>> = {
  int4: { bits: 4, signed: true },
  uint4: { bits: 4, signed: false },
  int8: { bits: 8, signed: true },
  uint8: { bits: 8, signed: false },
  int16: { bits: 16, signed: true },
  uint16: { bits: 16, signed: false },
  int32: { bits: 32, signed: true },
  uint32: { bits: 32, signed: false },
}

export function isFloat(type: DataType): boolean {
  return type === 'float32' || type === 'float64' || type === 'float16' || type === 'bfloat16'
}

/** 64-bit integers, whose data are bigints. */
export function isBig(type: DataType): type is 'int64' | 'uint64' {
  return type === 'int64' || type === 'uint64'
}

/** Smallest and largest value of an integer type of at most 32 bits. */
export function integerRange(type: DataType): { readonly min: number; readonly max: number } {
  const range = ranges[type]
  if (range === undefined) throw new TypeError(`${type} is no integer type of at most 32 bits`)
  return range.signed ? { min: -(2 ** (range.bits - 1)), max: 2 ** (range.bits - 1) - 1 } : { min: 0, max: 2 ** range.bits - 1 }
}

/**
 * Brings whole numbers into a type's range by two's complement wrap-around; leaves floats alone. `bool` becomes 0 or 1.
 * Products of 32-bit integers are beyond 2^53: multiply them with `Math.imul`.
 */
export function wrapInteger(type: DataType): (value: number) => number {
  if (type === 'bool') return (value) => (value === 0 ? 0 : 1)
  const range = ranges[type]
  if (range === undefined) return (value) => value
  const { bits, signed } = range
  if (bits === 32) return signed ? (value) => value | 0 : (value) => value >>> 0
  const mask = 2 ** bits - 1
  const sign = 2 ** (bits - 1)
  if (!signed) return (value) => value & mask
  return (value) => ((value & mask) ^ sign) - sign
}

/** Brings a number into an integer type's range by saturation; floats are left alone. */
export function saturateInteger(type: DataType): (value: number) => number {
  const range = ranges[type]
  if (range === undefined) return (value) => value
  const { min, max } = integerRange(type)
  return (value) => Math.min(max, Math.max(min, value))
}

/** Nearest whole number, ties to even (IEEE 754-2019 §4.3.1). */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest < 0.5) return floor
  if (rest > 0.5) return floor + 1
  return floor % 2 === 0 ? floor : floor + 1
}
