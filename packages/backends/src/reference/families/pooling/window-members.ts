import { offsetsOf, stridesOf } from '../../shapes.ts'
import type { WindowAxis } from '../window/axis.ts'

/** For each place of a window, which elements of a channel it holds; padding is left out. */
export interface WindowMembers {
  readonly places: number
  /** `members[starts[place] .. starts[place + 1])` are the elements of a place, as offsets within a channel. */
  readonly starts: Int32Array
  readonly members: Int32Array
  /** Elements of the window that lie in the input or its declared padding. */
  readonly withPadding: Int32Array
}

export function windowMembers(axes: readonly WindowAxis[]): WindowMembers {
  const outputs = axes.map((axis) => axis.output)
  const strides = stridesOf(axes.map((axis) => axis.input))
  const placeIndex = axes.map((_, axis) => offsetsOf(outputs, oneHot(axes.length, axis)))
  const kernel = axes.map((axis) => axis.kernel)
  const tapIndex = axes.map((_, axis) => offsetsOf(kernel, oneHot(axes.length, axis)))
  const places = outputs.reduce((product, size) => product * size, 1)
  const taps = kernel.reduce((product, size) => product * size, 1)
  const starts = new Int32Array(places + 1)
  const members = new Int32Array(places * taps)
  const withPadding = new Int32Array(places)
  let count = 0
  for (let place = 0; place < places; place += 1) {
    for (let tap = 0; tap < taps; tap += 1) {
      let offset = 0
      let inside = true
      let padded = true
      for (let axis = 0; axis < axes.length; axis += 1) {
        const { input, stride, dilation, padBegin, padEnd } = axes[axis]!
        const at = placeIndex[axis]![place]! * stride - padBegin + tapIndex[axis]![tap]! * dilation
        if (at < 0 || at >= input) inside = false
        if (at >= input + padEnd) padded = false
        offset += at * strides[axis]!
      }
      if (padded) withPadding[place]! += 1
      if (inside) {
        members[count] = offset
        count += 1
      }
    }
    starts[place + 1] = count
  }
  return { places, starts, members: members.subarray(0, count), withPadding }
}

function oneHot(length: number, hot: number): number[] {
  return Array.from({ length }, (_, index) => (index === hot ? 1 : 0))
}
