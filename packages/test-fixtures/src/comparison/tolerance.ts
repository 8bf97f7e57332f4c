import type { DataType } from '@vitest-hardware/onnx-graph'

/** How far an element may lie from the expected one: |actual − expected| ≤ atol + rtol·|expected|, as in NumPy's `allclose`. */
export interface Tolerance {
  /** Absolute part, in the unit of the tensor. */
  readonly atol: number
  /** Relative part. */
  readonly rtol: number
}

export interface ToleranceOptions {
  /**
   * One number for tensors of floating point: `rtol` is it, and `atol` is it times the largest expected magnitude, at most 1. So outputs of small
   * numbers are held to their own scale, and one huge element (a masked logit) does not hide the others.
   * Whole numbers, booleans and strings stay exact: a relative tolerance would let token ids slip.
   * @default {@link defaultTolerances}, by element type
   */
  readonly tolerance?: number
  /** Relative part, for floating point. @default from `tolerance` */
  readonly rtol?: number
  /** Absolute part, for all numbers, not scaled; 1 lets quantized outputs differ by one step. @default from `tolerance` */
  readonly atol?: number
}

/**
 * What `tolerance` is by element type; 0 is exact.
 * Ten to a hundred units in the last place times the growth over a network's layers: float16 has 2^-11 ≈ 5e-4 of relative precision, bfloat16
 * 2^-8 ≈ 4e-3, float32 2^-24 ≈ 6e-8 (IEEE 754-2019, table 3.5), and backends add in different orders.
 */
export const defaultTolerances: Readonly<Record<DataType, number>> = {
  float64: 1e-7,
  float32: 1e-4,
  float16: 5e-3,
  bfloat16: 4e-2,
  int8: 0,
  uint8: 0,
  int16: 0,
  uint16: 0,
  int32: 0,
  uint32: 0,
  int64: 0,
  uint64: 0,
  int4: 0,
  uint4: 0,
  bool: 0,
  string: 0,
}

/**
 * @param scale largest finite magnitude expected; anything above 1 counts as 1
 * @throws {RangeError} for a tolerance that is negative or not a number
 */
export function resolveTolerance(type: DataType, options: ToleranceOptions, scale: number): Tolerance {
  for (const name of ['tolerance', 'rtol', 'atol'] as const) {
    const value = options[name]
    if (value !== undefined && !(value >= 0)) throw new RangeError(`${name} must be 0 or more, not ${value}`)
  }
  const byType = defaultTolerances[type]
  if (byType === 0) return { rtol: 0, atol: options.atol ?? 0 }
  const tolerance = options.tolerance ?? byType
  return { rtol: options.rtol ?? tolerance, atol: options.atol ?? tolerance * Math.min(1, scale) }
}
