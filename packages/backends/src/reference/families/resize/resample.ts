import type { NumberData } from '../../operator.ts'
import { sizeOf } from '../../shapes.ts'
import { type CoordinateMode, coordinate, type ResizeAxis } from './coordinates.ts'
import { type Filter, withoutOutside } from './filters.ts'

export interface Resampling {
  readonly mode: CoordinateMode
  readonly filter: Filter
  readonly excludeOutside: boolean
  /** What `tf_crop_and_resize` puts where the coordinate lies outside of the input. */
  readonly extrapolation: number
}

/** Resizes one axis after the other: the filters are separable. Elements outside repeat the edge. */
export function resample(
  x: NumberData,
  dims: readonly number[],
  axes: readonly ResizeAxis[],
  options: Resampling,
): { readonly dims: readonly number[]; readonly data: NumberData } {
  return axes.reduce<{ readonly dims: readonly number[]; readonly data: NumberData }>(
    (value, axis) => ({
      dims: value.dims.map((size, index) => (index === axis.axis ? axis.output : size)),
      data: resampleAxis(value.data, value.dims, axis, options),
    }),
    { dims, data: x },
  )
}

function resampleAxis(x: NumberData, dims: readonly number[], axis: ResizeAxis, options: Resampling): Float64Array {
  const { input, output, scale } = axis
  const outer = sizeOf(dims, 0, axis.axis)
  const inner = sizeOf(dims, axis.axis + 1)
  const result = new Float64Array(outer * output * inner)
  const toInput = coordinate(options.mode, axis)
  for (let target = 0; target < output; target += 1) {
    const at = toInput(target)
    if (options.mode === 'tf_crop_and_resize' && (at < 0 || at > input - 1)) {
      for (let block = 0; block < outer; block += 1) {
        const to = (block * output + target) * inner
        result.fill(options.extrapolation, to, to + inner)
      }
      continue
    }
    const taps = options.filter(at, scale)
    const { first, weights } = options.excludeOutside ? withoutOutside(taps, input) : taps
    for (const [tap, weight] of weights.entries()) {
      if (weight === 0) continue
      const source = Math.min(Math.max(first + tap, 0), input - 1)
      for (let block = 0; block < outer; block += 1) {
        const to = (block * output + target) * inner
        const from = (block * input + source) * inner
        for (let element = 0; element < inner; element += 1) result[to + element]! += weight * x[from + element]!
      }
    }
  }
  return result
}
