import { type DataType, dataTypeOf, onnxTypeName } from '@vitest-hardware/onnx-graph'
import { isBig, isFloat, wrapInteger } from '../integers.ts'
import type { Family, NodeFacts, Operator, Values } from '../operator.ts'
import { numbersOf, rounding, stringsOf, values } from '../values.ts'

/**
 * Cast-25. The one operator that rounds floats to their type. Floats become integers by truncation, integers narrower ones by
 * wrap-around; what ONNX leaves undefined (a float out of the integer's range) wraps around too, NaN and infinity become 0.
 */
function castTo(x: Values, type: DataType): Values {
  if (type === 'string') return values(type, x.dims, x.type === 'string' ? x.data : textsOf(x))
  if (x.type === 'string') return castTo(values('float64', x.dims, Float64Array.from(stringsOf(x), parseNumber)), type)
  if (isBig(type)) return values(type, x.dims, toBig(x, type))
  if (isBig(x.type) && !isFloat(type) && type !== 'bool') {
    // by bits: float64 would lose the low ones
    const wrap = wrapInteger(type)
    return values(
      type,
      x.dims,
      Float64Array.from(x.data as BigInt64Array, (value) => wrap(Number(BigInt.asIntN(32, value)))),
    )
  }
  const convert = isFloat(type) ? rounding(type) : type === 'bool' ? truth : truncation(type)
  return values(type, x.dims, numbersOf(x).map(convert))
}

function truth(value: number): number {
  return value === 0 ? 0 : 1
}

function truncation(type: DataType): (value: number) => number {
  const wrap = wrapInteger(type)
  return (value) => (Number.isFinite(value) ? wrap(Math.trunc(value)) : 0)
}

function toBig(x: Values, type: 'int64' | 'uint64'): BigInt64Array | BigUint64Array {
  const big = (value: number | bigint): bigint =>
    typeof value === 'bigint' ? value : Number.isFinite(value) ? BigInt(Math.trunc(value)) : 0n
  const source = Array.from(x.data as ArrayLike<number | bigint>, big)
  return type === 'int64' ? BigInt64Array.from(source) : BigUint64Array.from(source)
}

/** Cast-25: plain and scientific notation, and any case of INF, INFINITY and NAN. */
function parseNumber(text: string): number {
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text.trim())
  if (infinite !== null) return infinite[1] === '-' ? -Infinity : Infinity
  return /^nan$/i.test(text.trim()) ? Number.NaN : Number(text)
}

function textsOf(x: Values): string[] {
  if (isBig(x.type)) return Array.from(x.data as BigInt64Array, String)
  const round = rounding(x.type)
  return Array.from(numbersOf(x), (value) => (isFloat(x.type) ? shortest(value, round) : String(value)))
}

/** The fewest digits that read back as the same number of the type. */
function shortest(value: number, round: (value: number) => number): string {
  const target = round(value)
  if (Number.isNaN(target)) return 'NaN'
  if (!Number.isFinite(target)) return target > 0 ? 'INF' : '-INF'
  for (let digits = 1; digits < 17; digits += 1) {
    const text = target.toPrecision(digits)
    if (round(Number(text)) === target) return String(Number(text))
  }
  return String(target)
}

const cast: Operator = ([x], node) => [castTo(x!, targetOf(node)!)]

/** Before version 6 the type is a name. */
function targetOf(node: NodeFacts): DataType | null {
  return node.opset < 6 ? (namedTypes[node.string('to')] ?? null) : dataTypeOf(node.int('to'))
}

const namedTypes: Readonly<Record<string, DataType>> = {
  FLOAT: 'float32',
  DOUBLE: 'float64',
  FLOAT16: 'float16',
  INT8: 'int8',
  UINT8: 'uint8',
  INT16: 'int16',
  UINT16: 'uint16',
  INT32: 'int32',
  UINT32: 'uint32',
  INT64: 'int64',
  UINT64: 'uint64',
  BOOL: 'bool',
  STRING: 'string',
}

function refusesType(node: NodeFacts): string | null {
  if (targetOf(node) !== null) return null
  return `reference holds no ${node.opset < 6 ? node.string('to') : onnxTypeName(node.int('to'))}`
}

/** Changes of element type, up to ONNX's operator set 25. */
export const casting: Family = {
  name: 'casting',
  operators: {
    Cast: { since: 1, evaluate: cast, refuses: refusesType },
    CastLike: { since: 15, inputs: 2, evaluate: ([x, like]) => [castTo(x!, like!.type)] },
  },
}
