import { attributeOrInput, axisIn } from '../axes.ts'
import type { Family, NodeContext, Operator, Values } from '../operator.ts'
import { dimsText, sizeOf } from '../shapes.ts'
import { concatenate, select, take, wholeAxis } from '../take.ts'
import { numberList, reshaped } from '../values.ts'

/** Before version 4 the axis is 1 where none is given. */
const concat: Operator = (inputs, node) => {
  const parts = inputs.filter((input) => input !== undefined)
  const [first] = parts
  const axis = axisIn(node.opset < 4 ? node.int('axis', 1) : node.int('axis'), first!, node)
  for (const [index, part] of parts.entries()) {
    const fits = part.dims.length === first!.dims.length && part.dims.every((size, each) => each === axis || size === first!.dims[each])
    if (!fits) return node.fail(`${dimsText(part.dims)} does not fit beside ${dimsText(first!.dims)} along axis ${axis}`, index)
    if (part.type !== first!.type) return node.fail(`is ${part.type}, but the first input is ${first!.type}`, index)
  }
  return [concatenate(parts, axis)]
}

/** Slices of `x` along an axis, of the given sizes one after another. */
export function splitAlong(x: Values, axis: number, sizes: readonly number[]): Values[] {
  let start = 0
  return sizes.map((size) => {
    const from = start
    start += size
    return select(
      x,
      x.dims.map((all, each) => (each === axis ? wholeAxis(size).map((index) => from + index) : wholeAxis(all))),
    )
  })
}

/** Split-18: given sizes, or `num_outputs` parts of equal size of which the last may be smaller. */
const split: Operator = ([x, sizesInput], node) => {
  const axis = axisIn(node.int('axis', 0), x!, node)
  const length = x!.dims[axis]!
  const given = node.has('split') ? node.ints('split') : sizesInput === undefined ? undefined : numberList(sizesInput)
  const count = node.int('num_outputs', node.outputCount)
  const width = Math.ceil(length / count)
  const sizes = given ?? Array.from({ length: count }, (_, index) => Math.max(0, Math.min(width, length - index * width)))
  if (sizes.reduce((sum, size) => sum + size, 0) !== length)
    return node.fail(`the parts ${dimsText(sizes)} do not add up to ${length}, axis ${axis} of ${dimsText(x!.dims)}`, 0)
  return splitAlong(x!, axis, sizes)
}

/** Slice-13; before version 10 starts, ends and axes are attributes. */
const slice: Operator = ([x, startsInput, endsInput, axesInput, stepsInput], node) => {
  const starts = attributeOrInput('starts', startsInput, node, 10) ?? node.fail('the starts are missing')
  const ends = attributeOrInput('ends', endsInput, node, 10) ?? node.fail('the ends are missing')
  const axes = attributeOrInput('axes', axesInput, node, 10) ?? wholeAxis(starts.length)
  const steps = stepsInput === undefined ? starts.map(() => 1) : numberList(stepsInput)
  if (ends.length !== starts.length || axes.length !== starts.length || steps.length !== starts.length)
    return node.fail(`${starts.length} starts, ${ends.length} ends, ${axes.length} axes and ${steps.length} steps do not fit together`)
  const indexes = x!.dims.map(wholeAxis)
  for (const [position, axis] of axes.entries()) {
    const each = axisIn(axis, x!, node)
    if (steps[position] === 0) return node.fail('a step is 0', 4)
    indexes[each] = sliceIndexes(x!.dims[each]!, starts[position]!, ends[position]!, steps[position]!)
  }
  return [select(x!, indexes)]
}

/** Python's slicing rules: negative positions count from the end, positions beyond the ends are clamped. */
export function sliceIndexes(size: number, start: number, end: number, step: number): number[] {
  const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value < 0 ? value + size : value))
  const [from, to] = step > 0 ? [clamp(start, 0, size), clamp(end, 0, size)] : [clamp(start, 0, size - 1), clamp(end, -1, size - 1)]
  const count = Math.max(0, Math.ceil((to - from) / step))
  return Array.from({ length: count }, (_, index) => from + index * step)
}

/** Compress-11: of an axis, or of the flattened tensor; a condition that is too short leaves the rest out. */
const compress: Operator = ([x, condition], node) => {
  const chosen = numberList(condition!).flatMap((flag, index) => (flag === 0 ? [] : [index]))
  const axis = node.int('axis', null)
  if (axis === null) return [select(reshaped(x!, [x!.data.length]), [chosen])]
  const each = axisIn(axis, x!, node)
  return [
    select(
      x!,
      x!.dims.map((size, other) => (other === each ? chosen : wholeAxis(size))),
    ),
  ]
}

/** ReverseSequence-10. */
const reverseSequence: Operator = ([x, lengths], node) => {
  const [batchAxis, timeAxis] = [axisIn(node.int('batch_axis', 1), x!, node), axisIn(node.int('time_axis', 0), x!, node)]
  if (batchAxis + timeAxis !== 1) return node.fail('the batch axis and the time axis are not 0 and 1')
  const [first, second] = x!.dims
  const inner = sizeOf(x!.dims, 2)
  const reversed = numberList(lengths!)
  const offsets = new Int32Array(x!.data.length)
  for (let index = 0; index < offsets.length; index += 1) {
    const position = [Math.floor(index / inner / second!), Math.floor(index / inner) % second!]
    const length = reversed[position[batchAxis]!]!
    const time = position[timeAxis]!
    if (length > (timeAxis === 0 ? first! : second!)) return node.fail(`a sequence of ${length} is longer than ${dimsText(x!.dims)}`, 1)
    if (time < length) position[timeAxis] = length - 1 - time
    offsets[index] = (position[0]! * second! + position[1]!) * inner + (index % inner)
  }
  return [take(x!, x!.dims, offsets)]
}

/** Trilu-14. */
const trilu: Operator = ([x, k], node: NodeContext) => {
  const upper = node.int('upper', 1) === 1
  const diagonal = k === undefined ? 0 : numberList(k)[0]!
  if (x!.dims.length < 2) return node.fail(`${dimsText(x!.dims)} holds no matrices`, 0)
  const [rows, columns] = x!.dims.slice(-2)
  const offsets = new Int32Array(x!.data.length)
  for (let index = 0; index < offsets.length; index += 1) {
    const distance = (index % columns!) - (Math.floor(index / columns!) % rows!)
    offsets[index] = (upper ? distance >= diagonal : distance <= diagonal) ? index : -1
  }
  return [take(x!, x!.dims, offsets, zeroOf(x!))]
}

/** CenterCropPad-18: an odd pixel goes to the end. */
const centerCropPad: Operator = ([x, shape], node) => {
  const sizes = numberList(shape!)
  const axes = node.ints('axes', wholeAxis(x!.dims.length)).map((axis) => axisIn(axis, x!, node))
  if (axes.length !== sizes.length) return node.fail(`has ${sizes.length} sizes for ${axes.length} axes`, 1)
  const indexes = x!.dims.map(wholeAxis)
  for (const [position, axis] of axes.entries()) {
    const [size, wanted] = [x!.dims[axis]!, sizes[position]!]
    const start = wanted <= size ? Math.floor((size - wanted) / 2) : -Math.floor((wanted - size) / 2)
    indexes[axis] = wholeAxis(wanted).map((index) => (start + index < 0 || start + index >= size ? -1 : start + index))
  }
  return [select(x!, indexes, zeroOf(x!))]
}

export function zeroOf(x: Values): number | bigint | string {
  return x.type === 'string' ? '' : x.type === 'int64' || x.type === 'uint64' ? 0n : 0
}

/** Cuts and joints, up to ONNX's operator set 25. */
export const cutting: Family = {
  name: 'cutting and joining',
  operators: {
    CenterCropPad: { since: 18, inputs: 2, evaluate: centerCropPad },
    Compress: { since: 9, inputs: 2, evaluate: compress },
    Concat: { since: 1, evaluate: concat },
    ReverseSequence: { since: 10, inputs: 2, evaluate: reverseSequence },
    Slice: { since: 1, evaluate: slice },
    Split: { since: 1, evaluate: split },
    Trilu: { since: 14, evaluate: trilu },
  },
}
