/** Which elements of the input an element of the result is made of; indices may lie outside of the input. */
export interface Taps {
  readonly first: number
  readonly weights: readonly number[]
}
export type Filter = (x: number, scale: number) => Taps

export const nearestModes = ['round_prefer_floor', 'round_prefer_ceil', 'floor', 'ceil'] as const
export type NearestMode = (typeof nearestModes)[number]

export function nearestFilter(mode: NearestMode): Filter {
  const round = {
    round_prefer_floor: (x: number) => Math.ceil(x - 0.5),
    round_prefer_ceil: (x: number) => Math.floor(x + 0.5),
    floor: Math.floor,
    ceil: Math.ceil,
  }[mode]
  return (x) => ({ first: round(x), weights: [1] })
}

/** @param antialias stretches the filter where the scale is below 1 (ONNX Resize-18) */
export function linearFilter(antialias: boolean): Filter {
  return kernelFilter((distance) => Math.max(0, 1 - distance), 1, antialias)
}

/** Cubic convolution (Keys 1981, https://ieeexplore.ieee.org/document/1163711, equation 4). */
export function cubicFilter(a: number, antialias: boolean): Filter {
  return kernelFilter((distance) => cubicWeight(distance, a), 2, antialias)
}

/** @param distance at least 0 */
export function cubicWeight(distance: number, a: number): number {
  if (distance <= 1) return ((a + 2) * distance - (a + 3)) * distance ** 2 + 1
  return distance < 2 ? ((a * distance - 5 * a) * distance + 8 * a) * distance - 4 * a : 0
}

function kernelFilter(kernel: (distance: number) => number, support: number, antialias: boolean): Filter {
  return (x, scale) => {
    const shrink = antialias ? Math.min(scale, 1) : 1
    const first = Math.ceil(x - support / shrink)
    const last = Math.floor(x + support / shrink)
    const weights = Array.from({ length: last - first + 1 }, (_, index) => kernel(Math.abs(first + index - x) * shrink))
    return { first, weights: shrink === 1 ? weights : normalized(weights) }
  }
}

/** Weights without those of elements outside of `[0, length)`, with the sum 1 (ONNX Resize-11, `exclude_outside`). */
export function withoutOutside({ first, weights }: Taps, length: number): Taps {
  return { first, weights: normalized(weights.map((weight, index) => (first + index < 0 || first + index >= length ? 0 : weight))) }
}

function normalized(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return sum === 0 ? weights : weights.map((weight) => weight / sum)
}
