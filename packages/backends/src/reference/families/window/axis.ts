import type { NodeContext } from '../../operator.ts'
import { dimsText } from '../../shapes.ts'

/** How a window slides along one spatial axis; sizes in elements. */
export interface WindowAxis {
  readonly input: number
  /** Number of places of the window. */
  readonly output: number
  readonly kernel: number
  readonly stride: number
  readonly dilation: number
  readonly padBegin: number
  readonly padEnd: number
}

/** Attributes that all sliding-window operators share; one number for each spatial axis. */
export interface WindowAttributes {
  readonly kernel: readonly number[]
  readonly strides: readonly number[]
  readonly dilations: readonly number[]
  /** All begins, then all ends. */
  readonly pads: readonly number[]
  readonly autoPad: AutoPad
}

const autoPads = ['NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'] as const
export type AutoPad = (typeof autoPads)[number]

/** Elements between the first and the last that a dilated kernel touches, both included. */
export function reach(kernel: number, dilation: number): number {
  return (kernel - 1) * dilation + 1
}

/**
 * Reads and checks `strides`, `dilations`, `pads` and `auto_pad` (ONNX Conv-22 and the pooling operators).
 * @param kernel sizes of the window, which stand in an attribute or in the weights' shape
 */
export function windowAttributes(node: NodeContext, kernel: readonly number[]): WindowAttributes {
  const rank = kernel.length
  const strides = node.ints('strides', undefined) ?? kernel.map(() => 1)
  const dilations = node.ints('dilations', undefined) ?? kernel.map(() => 1)
  const pads = node.ints('pads', undefined) ?? [...kernel, ...kernel].map(() => 0)
  const autoPad = autoPads.find((name) => name === node.string('auto_pad', 'NOTSET'))
  if (autoPad === undefined) node.fail(`auto_pad is ${node.string('auto_pad')}, not one of ${autoPads.join(', ')}`)
  checkEach(node, 'kernel_shape', kernel, rank, 1)
  checkEach(node, 'strides', strides, rank, 1)
  checkEach(node, 'dilations', dilations, rank, 1)
  checkEach(node, 'pads', pads, 2 * rank, 0)
  return { kernel, strides, dilations, pads: autoPad === 'NOTSET' ? pads : pads.map(() => 0), autoPad }
}

/**
 * Places of the window along each axis: `floor((input + pads - reach) / stride) + 1` (Conv-22), or with `ceil` as MaxPool-22 and
 * AveragePool-22 say, where a window that would start in the padding at the end is left out.
 */
export function windowAxes(
  node: NodeContext,
  spatial: readonly number[],
  { kernel, strides, dilations, pads, autoPad }: WindowAttributes,
  ceil = false,
): WindowAxis[] {
  const rank = kernel.length
  if (spatial.length !== rank) {
    node.fail(`the window has ${rank} axes and the input has ${spatial.length} spatial axes ${dimsText(spatial)}`, 0)
  }
  return spatial.map((input, axis) => {
    const stride = strides[axis]!
    const dilation = dilations[axis]!
    const size = kernel[axis]!
    const span = reach(size, dilation)
    const fixed = { input, kernel: size, stride, dilation }
    if (autoPad === 'SAME_UPPER' || autoPad === 'SAME_LOWER') {
      const output = Math.ceil(input / stride)
      const total = Math.max(0, (output - 1) * stride + span - input)
      const smaller = Math.floor(total / 2)
      const padBegin = autoPad === 'SAME_UPPER' ? smaller : total - smaller
      return { ...fixed, output, padBegin, padEnd: total - padBegin }
    }
    const padBegin = pads[axis]!
    const padEnd = pads[axis + rank]!
    const room = input + padBegin + padEnd - span
    if (room < 0)
      node.fail(`the window spans ${span} elements of spatial axis ${axis}, which has ${input} and ${padBegin + padEnd} of padding`, 0)
    let output = Math.floor(room / stride) + 1
    if (ceil) {
      output = Math.ceil(room / stride) + 1
      if ((output - 1) * stride >= input + padBegin) output -= 1
    }
    return { ...fixed, output, padBegin, padEnd }
  })
}

/** The `kernel_shape` of an operator whose weights give it too, or that has none. */
export function kernelShape(node: NodeContext, fromWeights?: readonly number[]): readonly number[] {
  const declared = node.ints('kernel_shape', undefined)
  if (fromWeights === undefined) return declared ?? node.ints('kernel_shape')
  if (declared !== undefined && (declared.length !== fromWeights.length || declared.some((size, axis) => size !== fromWeights[axis]))) {
    node.fail(`kernel_shape is ${dimsText(declared)} and the weights are ${dimsText(fromWeights)}`, 1)
  }
  return fromWeights
}

function checkEach(node: NodeContext, attribute: string, numbers: readonly number[], length: number, least: number): void {
  if (numbers.length !== length) node.fail(`${attribute} has ${numbers.length} numbers, and ${length} are needed`)
  const bad = numbers.find((number) => number < least)
  if (bad !== undefined) node.fail(`${attribute} has ${bad}, and at least ${least} is needed`)
}
