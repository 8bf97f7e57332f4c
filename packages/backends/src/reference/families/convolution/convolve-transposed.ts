import type { NumberData } from '../../operator.ts'
import type { WindowAxis } from '../window/axis.ts'
import { paddedLayout } from '../window/offsets.ts'
import { dotProducts } from './dot-products.ts'

export interface TransposedConvolutionInput {
  readonly batch: number
  readonly channels: number
  /** `[batch, channels, ...places]` */
  readonly x: NumberData
  /** `[channels, filters / groups, ...kernel]` */
  readonly weights: NumberData
  readonly filters: number
  readonly groups: number
  /** Windows over the result: `input` is a size of the result, `output` a size of `x`. */
  readonly axes: readonly WindowAxis[]
}

const placesAtOnce = 32

/**
 * The adjoint of `convolve`: `y[n, m, p · stride + k · dilation - pad] += x[n, c, p] · w[c, m, k]` within each group
 * (ONNX ConvTranspose-22).
 * @returns `[batch, filters, ...result]`
 */
export function convolveTransposed({ batch, channels, x, weights, filters, groups, axes }: TransposedConvolutionInput): Float64Array {
  const layout = paddedLayout(axes)
  const { channelSize, places, taps, inputs } = layout
  const groupChannels = channels / groups
  const groupFilters = filters / groups
  const columns = groupFilters * taps.length
  const placeCount = places.length
  const result = new Float64Array(batch * filters * inputs.length)
  const byColumn = transposedWeights(weights, channels, columns, groupChannels)
  const pixels = new Float64Array(placesAtOnce * groupChannels)
  const spread = new Float64Array(placesAtOnce * columns)
  for (let image = 0; image < batch; image += 1) {
    for (let group = 0; group < groups; group += 1) {
      const padded = new Float64Array(groupFilters * channelSize)
      const firstChannel = image * channels + group * groupChannels
      for (let first = 0; first < placeCount; first += placesAtOnce) {
        const count = Math.min(placesAtOnce, placeCount - first)
        for (let place = 0; place < count; place += 1) {
          for (let channel = 0; channel < groupChannels; channel += 1) {
            pixels[place * groupChannels + channel] = x[(firstChannel + channel) * placeCount + first + place]!
          }
        }
        const right = { data: byColumn, start: group * columns * groupChannels, count: columns }
        dotProducts({ data: pixels, start: 0, count }, right, groupChannels, spread, 0, columns)
        for (let place = 0; place < count; place += 1) {
          scatter(padded, spread, place * columns, places[first + place]!, groupFilters, channelSize, taps)
        }
      }
      const firstFilter = image * filters + group * groupFilters
      for (let filter = 0; filter < groupFilters; filter += 1) {
        const to = (firstFilter + filter) * inputs.length
        for (let element = 0; element < inputs.length; element += 1) result[to + element] = padded[filter * channelSize + inputs[element]!]!
      }
    }
  }
  return result
}

/** Adds one place's values to the channels of the result, where its window lies. */
function scatter(
  padded: Float64Array,
  values: Float64Array,
  start: number,
  place: number,
  channels: number,
  channelSize: number,
  taps: Int32Array,
): void {
  let from = start
  for (let channel = 0; channel < channels; channel += 1) {
    const base = place + channel * channelSize
    for (let tap = 0; tap < taps.length; tap += 1) {
      padded[base + taps[tap]!]! += values[from]!
      from += 1
    }
  }
}

/** `[group][channel][column]` as `[group][column][channel]`. */
function transposedWeights(weights: NumberData, channels: number, columns: number, groupChannels: number): Float64Array {
  const result = new Float64Array(weights.length)
  for (let channel = 0; channel < channels; channel += 1) {
    const group = Math.floor(channel / groupChannels)
    const within = channel % groupChannels
    for (let column = 0; column < columns; column += 1) {
      result[(group * columns + column) * groupChannels + within] = weights[channel * columns + column]!
    }
  }
  return result
}
