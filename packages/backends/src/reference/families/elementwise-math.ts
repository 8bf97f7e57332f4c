import { binary, combine, mapBigs, mapNumbers, unary, variadic } from '../elementwise.ts'
import { erf } from '../error-function.ts'
import { isBig, isFloat, roundHalfEven } from '../integers.ts'
import type { BigData, Family, NodeContext, NumberData, Operator, Values } from '../operator.ts'
import { numbersOf, values } from '../values.ts'
import { add, divide, maximum, minimum, modulo, multiply, power, shift, subtract } from './arithmetic-kernels.ts'

/** Clip-13: `min` wins over nothing, `max` over `min`. Before version 11 the bounds are attributes. */
const clip: Operator = ([x, low, high], node) => {
  if (isBig(x!.type)) {
    const min = (low?.data as BigData | undefined)?.[0]
    const max = (high?.data as BigData | undefined)?.[0]
    return [
      mapBigs(x!, (value) => {
        const raised = min !== undefined && value < min ? min : value
        return max !== undefined && raised > max ? max : raised
      }),
    ]
  }
  const [min, max] =
    node.opset < 11 ? [node.float('min', -Infinity), node.float('max', Infinity)] : [first(low, -Infinity), first(high, Infinity)]
  return [mapNumbers(x!, (value) => (Number.isNaN(value) ? value : Math.min(max, Math.max(min, value))))]
}

function first(value: Values | undefined, fallback: number): number {
  return value === undefined ? fallback : (numbersOf(value)[0] ?? fallback)
}

/** An operator of signed integers and floats alike. */
function signed(onNumbers: (value: number) => number, onBigs: (value: bigint) => bigint): Operator {
  return ([x]) => [isBig(x!.type) ? mapBigs(x!, onBigs) : mapNumbers(x!, onNumbers)]
}

/** Pow-15: the result has the base's type, whatever the exponent's. */
const pow: Operator = ([x, y], node) => {
  if (x!.type === y!.type) return [combine(x!, y!, node, power)]
  const base: Values = isBig(x!.type) ? values('float64', x!.dims, numbersOf(x!)) : { ...x!, type: 'float64' }
  const result = combine(base, values('float64', y!.dims, numbersOf(y!)), node, power)
  return [cast(result, x!)]
}

function cast(result: Values, like: Values): Values {
  const data = result.data as NumberData
  if (isFloat(like.type)) return { ...result, type: like.type }
  if (!isBig(like.type)) return mapNumbers({ ...result, type: like.type }, Math.trunc)
  const whole = (value: number): bigint => BigInt(Math.trunc(value))
  return values(like.type, result.dims, like.type === 'int64' ? BigInt64Array.from(data, whole) : BigUint64Array.from(data, whole))
}

const mean: Operator = (inputs, node) => {
  const given = inputs.filter((input) => input !== undefined)
  const sum = given.reduce((total, next) => combine(total, next, node, add))
  return [mapNumbers(sum, (value) => value / given.length)]
}

const bitShift: Operator = ([x, y], node: NodeContext) => [combine(x!, y!, node, shift(node.string('direction') === 'LEFT'))]

/** Arithmetic and functions of one element, up to ONNX's operator set 25. */
export const elementwiseMath: Family = {
  name: 'elementwise math',
  operators: {
    Abs: { since: 1, evaluate: signed(Math.abs, (value) => (value < 0n ? -value : value)) },
    Acos: unary(7, Math.acos),
    Acosh: unary(9, Math.acosh),
    Add: binary(1, add),
    Asin: unary(7, Math.asin),
    Asinh: unary(9, Math.asinh),
    Atan: unary(7, Math.atan),
    Atanh: unary(9, Math.atanh),
    BitShift: { since: 11, inputs: 2, evaluate: bitShift },
    Ceil: unary(1, Math.ceil),
    Clip: { since: 1, evaluate: clip },
    Cos: unary(7, Math.cos),
    Cosh: unary(9, Math.cosh),
    Div: binary(1, divide),
    Erf: unary(9, erf),
    Exp: unary(1, Math.exp),
    Floor: unary(1, Math.floor),
    Log: unary(1, Math.log),
    Max: variadic(1, maximum),
    Mean: { since: 1, evaluate: mean },
    Min: variadic(1, minimum),
    Mod: { since: 10, inputs: 2, evaluate: ([a, b], node) => [combine(a!, b!, node, modulo(node.int('fmod', 0) === 1))] },
    Mul: binary(1, multiply),
    Neg: {
      since: 1,
      evaluate: signed(
        (value) => -value,
        (value) => -value,
      ),
    },
    Pow: { since: 1, inputs: 2, evaluate: pow },
    Reciprocal: unary(1, (value) => 1 / value),
    Round: unary(11, roundHalfEven),
    Sign: { since: 9, evaluate: signed(Math.sign, (value) => (value > 0n ? 1n : value < 0n ? -1n : 0n)) },
    Sin: unary(7, Math.sin),
    Sinh: unary(9, Math.sinh),
    Sqrt: unary(1, Math.sqrt),
    Sub: binary(1, subtract),
    Sum: variadic(1, add),
    Tan: unary(7, Math.tan),
    Tanh: unary(1, Math.tanh),
  },
}
