import { type Tensor, type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'

/** An int64 tensor of one row with some of its ids replaced. */
export function withIds(inputs: Tensors, name: string, change: (values: number[]) => void): Tensors {
  const tensor = inputs[name]!
  const values = [...toNumbers(tensor)]
  change(values)
  return { ...inputs, [name]: { type: tensor.type, dims: tensor.dims, data: BigInt64Array.from(values, BigInt) } }
}

/** Another ordinary id than this one. */
export function otherId(id: number): number {
  return id === 50 ? 51 : 50
}

/** `[1, length, size]` → `size` numbers for each step. */
export function steps(tensor: Tensor): number[][] {
  const [, length = 1] = tensor.dims
  const numbers = [...toNumbers(tensor)]
  const size = numbers.length / length
  return Array.from({ length }, (_, step) => numbers.slice(step * size, (step + 1) * size))
}

/** Largest difference of two lists relative to the largest magnitude in either. */
export function apart(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  const top = [...a, ...b].reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30)
  const most = a.reduce((largest, value, index) => {
    const away = Math.abs(value - b[index]!)
    return Number.isNaN(away) ? Number.POSITIVE_INFINITY : Math.max(largest, away)
  }, 0)
  return most / top
}

/** The largest distance between lists of numbers, step by step; 0 where there are none. */
export function furthest(one: readonly number[][], other: readonly number[][], indexes: readonly number[]): number {
  return indexes.reduce((most, index) => Math.max(most, apart(one[index]!, other[index]!)), 0)
}

/** The smallest such distance. */
export function nearest(one: readonly number[][], other: readonly number[][], indexes: readonly number[]): number {
  return indexes.reduce((least, index) => Math.min(least, apart(one[index]!, other[index]!)), Number.POSITIVE_INFINITY)
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
