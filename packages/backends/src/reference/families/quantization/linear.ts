import { type DataType, dataTypeOf } from '@vitest-hardware/onnx-graph'
import { integerRange, isFloat, roundHalfEven, saturateInteger } from '../../integers.ts'
import type { NodeContext, NodeFacts, Operator, Values } from '../../operator.ts'
import { dimsText, sameDims } from '../../shapes.ts'
import { numbersOf, rounding, values } from '../../values.ts'
import { required } from '../input-checks.ts'
import { scaleOffsets } from './granularity.ts'

/**
 * ONNX QuantizeLinear-21: `saturate(round(x / scale) + zero_point)`, halves to even. The division is rounded to the type of the scale, or
 * to `precision` (version 23), as the specification wants: a result that jumps at halves depends on it.
 */
export const quantizeLinear: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const scale = required(inputs, 1, node)
  const zeroPoint = zeroPointOf(inputs, node, scale)
  const type = zeroPoint?.type ?? declaredType(node, 'output_dtype') ?? 'uint8'
  const precise = rounding(declaredType(node, 'precision') ?? scale.type)
  const saturate = saturateInteger(type)
  const offsets = scaleOffsets(node, x.dims, scale, 1)
  const scales = numbersOf(scale)
  const zeros = zeroPoint === undefined ? null : numbersOf(zeroPoint)
  const numbers = numbersOf(x)
  const result = new Float64Array(numbers.length)
  for (let element = 0; element < numbers.length; element += 1) {
    const at = offsets[element]!
    const quotient = roundHalfEven(precise(numbers[element]! / scales[at]!))
    result[element] = saturate(quotient + (zeros === null ? 0 : zeros[at]!))
  }
  return [values(type, x.dims, result)]
}

/** ONNX DequantizeLinear-21: `(x - zero_point) · scale`. */
export const dequantizeLinear: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const scale = required(inputs, 1, node)
  const zeroPoint = zeroPointOf(inputs, node, scale)
  if (zeroPoint !== undefined && zeroPoint.type !== x.type) node.fail(`its type is ${zeroPoint.type}, and ${x.type} is needed`, 2)
  const offsets = scaleOffsets(node, x.dims, scale, 1)
  const scales = numbersOf(scale)
  const zeros = zeroPoint === undefined ? null : numbersOf(zeroPoint)
  const numbers = numbersOf(x)
  const result = new Float64Array(numbers.length)
  for (let element = 0; element < numbers.length; element += 1) {
    const at = offsets[element]!
    result[element] = (numbers[element]! - (zeros === null ? 0 : zeros[at]!)) * scales[at]!
  }
  return [values(declaredType(node, 'output_dtype') ?? scale.type, x.dims, result)]
}

/**
 * ONNX DynamicQuantizeLinear-11: the range of `x` and zero as uint8. Scale and quotients are rounded to float32, the operator's type.
 * A tensor of zeros has the scale 0 and the zero point 0.
 */
export const dynamicQuantizeLinear: Operator = (inputs, node) => {
  const x = required(inputs, 0, node)
  const numbers = numbersOf(x)
  let low = 0
  let high = 0
  for (const value of numbers) {
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const { max } = integerRange('uint8')
  const saturate = saturateInteger('uint8')
  const scale = Math.fround(Math.fround(high - low) / max)
  const quantum = (value: number): number => (scale === 0 ? 0 : Math.fround(value / scale))
  const zeroPoint = roundHalfEven(saturate(-quantum(low)))
  const y = numbers.map((value) => saturate(roundHalfEven(quantum(value)) + zeroPoint))
  return [values('uint8', x.dims, y), values('float32', [], Float64Array.of(scale)), values('uint8', [], Float64Array.of(zeroPoint))]
}

/** Why QuantizeLinear cannot be computed: 8-bit floats have no JavaScript counterpart. */
export function refusesOutputType(node: NodeFacts): string | null {
  const declared = node.int('output_dtype', 0)
  return declared !== 0 && dataTypeOf(declared) === null ? `output_dtype ${declared} has no JavaScript counterpart` : null
}

function declaredType(node: NodeContext, attribute: string): DataType | undefined {
  const declared = node.int(attribute, 0)
  return declared === 0
    ? undefined
    : (dataTypeOf(declared) ?? node.fail(`${attribute} is ${declared}, which has no JavaScript counterpart`))
}

function zeroPointOf(inputs: readonly (Values | undefined)[], node: NodeContext, scale: Values): Values | undefined {
  if (!isFloat(scale.type)) node.fail(`its type is ${scale.type}, and a float is needed`, 1)
  const zeroPoint = inputs[2]
  if (zeroPoint === undefined) return undefined
  const single = numbersOf(scale).length === 1 && numbersOf(zeroPoint).length === 1
  if (!single && !sameDims(zeroPoint.dims, scale.dims)) {
    node.fail(`its shape is ${dimsText(zeroPoint.dims)}, and that of the scale is ${dimsText(scale.dims)}`, 2)
  }
  return zeroPoint
}
