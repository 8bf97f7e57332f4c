import type { DataType, Tensor } from '@vitest-hardware/onnx-graph'

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function sizeOf(dims: readonly number[]): number {
  return dims.reduce((product, size) => product * size, 1)
}

/** Floats in [low, high). */
export function randomFloats(dims: readonly number[], seed: number, low = -1, high = 1): Tensor {
  const next = randomNumbers(seed)
  return { type: 'float32', dims, data: Float32Array.from({ length: sizeOf(dims) }, () => low + (high - low) * next()) }
}

export function floats(dims: readonly number[], numbers: readonly number[]): Tensor {
  return { type: 'float32', dims, data: Float32Array.from(numbers) }
}

export function int64s(numbers: readonly number[], dims: readonly number[] = [numbers.length]): Tensor {
  return { type: 'int64', dims, data: BigInt64Array.from(numbers, BigInt) }
}

const integerArrays = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
} as const
export type SmallInteger = keyof typeof integerArrays & DataType

/** Whole numbers in [low, high]. */
export function randomIntegers(type: SmallInteger, dims: readonly number[], seed: number, low: number, high: number): Tensor {
  const next = randomNumbers(seed)
  const numbers = Array.from({ length: sizeOf(dims) }, () => low + Math.floor((high - low + 1) * next()))
  return { type, dims, data: new integerArrays[type](numbers) }
}

export function randomBooleans(dims: readonly number[], seed: number, chance = 0.7): Tensor {
  const next = randomNumbers(seed)
  return { type: 'bool', dims, data: Uint8Array.from({ length: sizeOf(dims) }, () => (next() < chance ? 1 : 0)) }
}
