import type { NumberData } from '../../operator.ts'

export interface Moments {
  readonly mean: Float64Array
  /** Of the population: divided by the number of elements. */
  readonly variance: Float64Array
}

/** Mean and variance of consecutive rows, in two passes, so that a large mean costs no digits. */
export function rowMoments(x: NumberData, size: number): Moments {
  const rows = size === 0 ? 0 : x.length / size
  const mean = new Float64Array(rows)
  const variance = new Float64Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const from = row * size
    let sum = 0
    for (let element = from; element < from + size; element += 1) sum += x[element]!
    const centre = sum / size
    let squares = 0
    for (let element = from; element < from + size; element += 1) squares += (x[element]! - centre) ** 2
    mean[row] = centre
    variance[row] = squares / size
  }
  return { mean, variance }
}

/** Mean and variance of each channel of `[batch, channels, size]` over the batch and the rest. */
export function channelMoments(x: NumberData, batch: number, channels: number, size: number): Moments {
  const mean = new Float64Array(channels)
  const variance = new Float64Array(channels)
  for (let channel = 0; channel < channels; channel += 1) {
    let sum = 0
    for (let image = 0; image < batch; image += 1) {
      const from = (image * channels + channel) * size
      for (let element = from; element < from + size; element += 1) sum += x[element]!
    }
    const centre = sum / (batch * size)
    let squares = 0
    for (let image = 0; image < batch; image += 1) {
      const from = (image * channels + channel) * size
      for (let element = from; element < from + size; element += 1) squares += (x[element]! - centre) ** 2
    }
    mean[channel] = centre
    variance[channel] = squares / (batch * size)
  }
  return { mean, variance }
}
