import { offsetsOf, sizeOf, stridesOf } from '../../shapes.ts'
import { reach, type WindowAxis } from './axis.ts'

/** A block of channels laid out with the padding that its windows reach, so that no element needs a bounds check. */
export interface PaddedLayout {
  readonly spatial: readonly number[]
  /** Elements of one channel. */
  readonly channelSize: number
  /** Offset of each place of the window, within a channel. */
  readonly places: Int32Array
  /** Offset of each kernel element from its place, within a channel. */
  readonly taps: Int32Array
  /** Where each element of a channel's input lies. */
  readonly inputs: Int32Array
}

export function paddedLayout(axes: readonly WindowAxis[]): PaddedLayout {
  const spatial = axes.map(({ input, output, kernel, stride, dilation, padBegin }) =>
    Math.max(padBegin + input, (output - 1) * stride + reach(kernel, dilation)),
  )
  const strides = stridesOf(spatial)
  return {
    spatial,
    channelSize: sizeOf(spatial),
    places: offsetsOf(
      axes.map((axis) => axis.output),
      axes.map((axis, index) => axis.stride * strides[index]!),
    ),
    taps: offsetsOf(
      axes.map((axis) => axis.kernel),
      axes.map((axis, index) => axis.dilation * strides[index]!),
    ),
    inputs: offsetsOf(
      axes.map((axis) => axis.input),
      strides,
      axes.reduce((base, axis, index) => base + axis.padBegin * strides[index]!, 0),
    ),
  }
}
