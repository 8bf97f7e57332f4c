import type { NodeContext, NumberData, Values } from '../operator.ts'
import { dimsText, sameDims } from '../shapes.ts'
import { numbersOf } from '../values.ts'

/** An input that the node must have. */
export function required(inputs: readonly (Values | undefined)[], position: number, node: NodeContext): Values {
  return inputs[position] ?? node.fail('this input is needed and is missing', position)
}

export function checkRank(node: NodeContext, value: Values, position: number, rank: number, atLeast = false): void {
  if (atLeast ? value.dims.length >= rank : value.dims.length === rank) return
  node.fail(`its shape is ${dimsText(value.dims)}, and ${atLeast ? 'at least ' : ''}${rank} dimensions are needed`, position)
}

export function checkDims(node: NodeContext, value: Values, position: number, dims: readonly number[]): void {
  if (!sameDims(value.dims, dims)) node.fail(`its shape is ${dimsText(value.dims)}, and ${dimsText(dims)} is needed`, position)
}

/** The numbers of an optional input of a fixed shape; `undefined` where it is left out. */
export function optionalNumbers(
  inputs: readonly (Values | undefined)[],
  position: number,
  node: NodeContext,
  dims: readonly number[],
): NumberData | undefined {
  const value = inputs[position]
  if (value === undefined) return undefined
  checkDims(node, value, position, dims)
  return numbersOf(value)
}

/** The number in a scalar or a tensor of one element; `undefined` where the input is left out. */
export function optionalScalar(inputs: readonly (Values | undefined)[], position: number, node: NodeContext): number | undefined {
  const value = inputs[position]
  if (value === undefined) return undefined
  const numbers = numbersOf(value)
  if (numbers.length !== 1) node.fail(`its shape is ${dimsText(value.dims)}, and one element is needed`, position)
  return numbers[0]!
}
