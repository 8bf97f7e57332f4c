import type { NodeContext, NumberData, Values } from '../../operator.ts'
import { dimsText, sizeOf } from '../../shapes.ts'
import { numbersOf } from '../../values.ts'

/** One number for the whole tensor, or one for each index of an axis. */
export interface PerAxis {
  readonly numbers: NumberData
  /** Elements that share a number without a break. */
  readonly inner: number
}

/**
 * A scale or zero point: a scalar, one element, or one number for each index of `axis`.
 * @param position of `parameter` among the node's inputs
 */
export function perAxis(parameter: Values, dims: readonly number[], axis: number, node: NodeContext, position: number): PerAxis {
  const numbers = numbersOf(parameter)
  if (numbers.length === 1) return { numbers, inner: 1 }
  if (parameter.dims.length !== 1 || numbers.length !== dims[axis]) {
    node.fail(
      `its shape is ${dimsText(parameter.dims)}, and one number or one for each of axis ${axis} of ${dimsText(dims)} is needed`,
      position,
    )
  }
  return { numbers, inner: sizeOf(dims, axis + 1) }
}

/** The number that belongs to an element. */
export function numberAt({ numbers, inner }: PerAxis, element: number): number {
  return numbers.length === 1 ? numbers[0]! : numbers[Math.floor(element / inner) % numbers.length]!
}

/** `x - zeroPoint`; a copy only where there is a zero point. */
export function centred(x: Values, zeroPoint: Values | undefined, axis: number, node: NodeContext, position: number): NumberData {
  const numbers = numbersOf(x)
  if (zeroPoint === undefined) return numbers
  if (zeroPoint.type !== x.type) node.fail(`its type is ${zeroPoint.type}, and ${x.type} is needed`, position)
  const zero = perAxis(zeroPoint, x.dims, axis, node, position)
  const result = new Float64Array(numbers.length)
  for (let element = 0; element < numbers.length; element += 1) result[element] = numbers[element]! - numberAt(zero, element)
  return result
}
