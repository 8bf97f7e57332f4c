import type { NumberData } from '../../operator.ts'
import { sizeOf } from '../../shapes.ts'
import type { WindowAxis } from '../window/axis.ts'
import { paddedLayout } from '../window/offsets.ts'
import { dotProducts } from './dot-products.ts'

export interface ConvolutionInput {
  readonly batch: number
  readonly channels: number
  /** `[batch, channels, ...spatial]` */
  readonly x: NumberData
  /** `[filters, channels / groups, ...kernel]` */
  readonly weights: NumberData
  readonly filters: number
  readonly groups: number
  readonly axes: readonly WindowAxis[]
}

/** Places that are gathered at a time: their windows stay in the cache while all filters pass. */
const placesAtOnce = 32

/**
 * `y[n, m, p] = Σ_{c, k} x[n, c, p · stride + k · dilation - pad] · w[m, c, k]` within each group, zero outside (ONNX Conv-22).
 * @returns `[batch, filters, ...output]`
 */
export function convolve({ batch, channels, x, weights, filters, groups, axes }: ConvolutionInput): Float64Array {
  const { channelSize, places, taps, inputs } = paddedLayout(axes)
  const groupChannels = channels / groups
  const groupFilters = filters / groups
  const kernelSize = taps.length
  const rowLength = groupChannels * kernelSize
  const placeCount = places.length
  const inputSize = sizeOf(axes.map((axis) => axis.input))
  const result = new Float64Array(batch * filters * placeCount)
  const padded = new Float64Array(groupChannels * channelSize)
  const windows = new Float64Array(placesAtOnce * rowLength)
  for (let image = 0; image < batch; image += 1) {
    for (let group = 0; group < groups; group += 1) {
      const firstChannel = image * channels + group * groupChannels
      for (let channel = 0; channel < groupChannels; channel += 1) {
        const from = (firstChannel + channel) * inputSize
        const to = channel * channelSize
        for (let element = 0; element < inputSize; element += 1) padded[to + inputs[element]!] = x[from + element]!
      }
      for (let first = 0; first < placeCount; first += placesAtOnce) {
        const count = Math.min(placesAtOnce, placeCount - first)
        let cell = 0
        for (let place = first; place < first + count; place += 1) {
          for (let channel = 0; channel < groupChannels; channel += 1) {
            const base = places[place]! + channel * channelSize
            for (let tap = 0; tap < kernelSize; tap += 1) {
              windows[cell] = padded[base + taps[tap]!]!
              cell += 1
            }
          }
        }
        dotProducts(
          { data: weights, start: group * groupFilters * rowLength, count: groupFilters },
          { data: windows, start: 0, count },
          rowLength,
          result,
          (image * filters + group * groupFilters) * placeCount + first,
          placeCount,
        )
      }
    }
  }
  return result
}

/**
 * Adds `bias[c]` to every element of channel `c`, in place.
 * @param data `[batch, channels, ...spatial]`
 */
export function addBias(data: Float64Array, batch: number, bias: NumberData): void {
  const rows = batch * bias.length
  const size = data.length / rows
  for (let row = 0; row < rows; row += 1) {
    const add = bias[row % bias.length]!
    for (let element = row * size; element < (row + 1) * size; element += 1) data[element]! += add
  }
}
