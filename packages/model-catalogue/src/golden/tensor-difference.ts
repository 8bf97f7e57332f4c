import { type Tensors, toNumbers } from '@vitest-hardware/onnx-graph'

/** How far two sets of outputs are apart. */
export interface TensorDifference {
  /** The output that differs most; null where none does. */
  readonly name: string | null
  /** Largest difference ÷ largest magnitude of the expected tensor; infinite where names, shapes or NaNs differ. */
  readonly relative: number
}

/** Compares outputs by the largest difference relative to the largest expected value of each tensor. */
export function tensorDifference(actual: Tensors, expected: Tensors): TensorDifference {
  const missing = [...Object.keys(expected).filter((name) => !(name in actual)), ...Object.keys(actual).filter((name) => !(name in expected))]
  if (missing[0] !== undefined) return { name: missing[0], relative: Number.POSITIVE_INFINITY }
  return Object.keys(expected)
    .map((name): TensorDifference => {
      const [a, b] = [actual[name]!, expected[name]!]
      if (a.type !== b.type || a.dims.join() !== b.dims.join()) return { name, relative: Number.POSITIVE_INFINITY }
      const [left, right] = [toNumbers(a), toNumbers(b)]
      const top = right.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
      const most = right.reduce((largest, value, index) => {
        const away = Math.abs(left[index]! - value)
        return Number.isNaN(away) ? Number.POSITIVE_INFINITY : Math.max(largest, away)
      }, 0)
      return { name, relative: most === 0 ? 0 : top === 0 ? Number.POSITIVE_INFINITY : most / top }
    })
    .reduce((worst, next) => (next.relative > worst.relative ? next : worst), { name: null, relative: 0 })
}
