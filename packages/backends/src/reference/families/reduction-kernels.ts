import type { BigData, NumberData } from '../operator.ts'

/** Reduces the elements `data[base + offsets[…]]` to one. */
export interface ReductionKernel {
  readonly numbers: (data: NumberData, base: number, offsets: Int32Array) => number
  /** For 64-bit integers; where it is missing they go through float64 and are truncated. */
  readonly bigs?: (data: BigData, base: number, offsets: Int32Array) => bigint
}

function fold(start: number, step: (sum: number, value: number) => number): ReductionKernel['numbers'] {
  return (data, base, offsets) => {
    let result = start
    for (let index = 0; index < offsets.length; index += 1) result = step(result, data[base + offsets[index]!]!)
    return result
  }
}

function foldBigs(start: bigint | null, step: (sum: bigint, value: bigint) => bigint): NonNullable<ReductionKernel['bigs']> {
  return (data, base, offsets) => {
    let result = start
    for (const offset of offsets) result = result === null ? data[base + offset]! : step(result, data[base + offset]!)
    if (result === null) throw new RangeError('no elements to reduce')
    return result
  }
}

const sumOf = fold(0, (sum, value) => sum + value)
const squaresOf = fold(0, (sum, value) => sum + value * value)
const largestOf = fold(-Infinity, Math.max)
const bigSum = foldBigs(0n, (sum, value) => sum + value)

/** Shifted by the largest value, so that nothing overflows. */
const logSumExpOf: ReductionKernel['numbers'] = (data, base, offsets) => {
  const max = largestOf(data, base, offsets)
  if (!Number.isFinite(max)) return max
  let sum = 0
  for (const offset of offsets) sum += Math.exp(data[base + offset]! - max)
  return max + Math.log(sum)
}

/** By operator, as ONNX names them. */
export const reductionKernels = {
  ReduceL1: {
    numbers: fold(0, (sum, value) => sum + Math.abs(value)),
    bigs: foldBigs(0n, (sum, value) => sum + (value < 0n ? -value : value)),
  },
  ReduceL2: { numbers: (data, base, offsets) => Math.sqrt(squaresOf(data, base, offsets)) },
  ReduceLogSum: { numbers: (data, base, offsets) => Math.log(sumOf(data, base, offsets)) },
  ReduceLogSumExp: { numbers: logSumExpOf },
  ReduceMax: { numbers: largestOf, bigs: foldBigs(null, (max, value) => (value > max ? value : max)) },
  ReduceMean: {
    numbers: (data, base, offsets) => sumOf(data, base, offsets) / offsets.length,
    bigs: (data, base, offsets) => bigSum(data, base, offsets) / BigInt(offsets.length),
  },
  ReduceMin: { numbers: fold(Infinity, Math.min), bigs: foldBigs(null, (min, value) => (value < min ? value : min)) },
  ReduceProd: { numbers: fold(1, (product, value) => product * value), bigs: foldBigs(1n, (product, value) => product * value) },
  ReduceSum: { numbers: sumOf, bigs: bigSum },
  ReduceSumSquare: { numbers: squaresOf, bigs: foldBigs(0n, (sum, value) => sum + value * value) },
} satisfies Readonly<Record<string, ReductionKernel>>
