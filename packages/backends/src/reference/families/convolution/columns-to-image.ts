import type { NumberData } from '../../operator.ts'
import type { WindowAxis } from '../window/axis.ts'
import { paddedLayout } from '../window/offsets.ts'

/**
 * Sums columns of windows into images (ONNX Col2Im-18).
 * @param columns `[batch, channels * windowSize, places]`
 * @param axes windows over the images
 * @returns `[batch, channels, ...image]`
 */
export function columnsToImages(columns: NumberData, batch: number, channels: number, axes: readonly WindowAxis[]): Float64Array {
  const { channelSize, places, taps, inputs } = paddedLayout(axes)
  const maps = batch * channels
  const result = new Float64Array(maps * inputs.length)
  for (let map = 0; map < maps; map += 1) {
    const padded = new Float64Array(channelSize)
    let from = map * taps.length * places.length
    for (let tap = 0; tap < taps.length; tap += 1) {
      for (let place = 0; place < places.length; place += 1) {
        padded[places[place]! + taps[tap]!]! += columns[from]!
        from += 1
      }
    }
    for (let element = 0; element < inputs.length; element += 1) result[map * inputs.length + element] = padded[inputs[element]!]!
  }
  return result
}
