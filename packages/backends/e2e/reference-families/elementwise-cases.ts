import { type AttributeValue, float, type Tensor } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { randomBooleans, randomFloats, randomIntegers, type SmallInteger } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
export const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 })

/** A shape, and one that broadcasts with it: leading axes left out, others 1. */
const broadcastPairs = fc.tuple(shapes, fc.nat(4), fc.nat(15)).map(([dims, dropped, ones]) => {
  const other = dims.map((size, axis) => (((ones >> axis) & 1) === 1 ? 1 : size)).slice(Math.min(dropped, dims.length))
  return [dims, other] as const
})

const big = (tensor: Tensor): Tensor => ({
  ...tensor,
  type: 'int64',
  data: BigInt64Array.from(Array.from(tensor.data as Int32Array), BigInt),
})
const double = (tensor: Tensor): Tensor => ({ ...tensor, type: 'float64', data: Float64Array.from(tensor.data as Float32Array) })

/** Functions of one float with the range that they are tried on. */
const functions: readonly (readonly [string, number, number, number])[] = [
  ['Abs', 13, -3, 3],
  ['Acos', 7, -1, 1],
  ['Acosh', 9, 1, 4],
  ['Asin', 7, -1, 1],
  ['Asinh', 9, -3, 3],
  ['Atan', 7, -3, 3],
  ['Atanh', 9, -0.9, 0.9],
  ['Ceil', 13, -3, 3],
  ['Cos', 7, -6, 6],
  ['Cosh', 9, -3, 3],
  ['Erf', 13, -4, 4],
  ['Exp', 13, -3, 3],
  ['Floor', 13, -3, 3],
  ['HardSwish', 14, -5, 5],
  ['Log', 13, 0.1, 4],
  ['Mish', 18, -4, 4],
  ['Neg', 13, -3, 3],
  ['Reciprocal', 13, 0.2, 3],
  ['Relu', 14, -3, 3],
  ['Round', 11, -9, 9],
  ['Sigmoid', 13, -6, 6],
  ['Sign', 13, -2, 2],
  ['Sin', 7, -6, 6],
  ['Sinh', 9, -3, 3],
  ['Softplus', 1, -6, 6],
  ['Softsign', 1, -3, 3],
  ['Sqrt', 13, 0, 4],
  ['Tan', 7, -1, 1],
  ['Tanh', 13, -3, 3],
]

export const functionCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom(...functions), shapes, seeds)
  .map(([[operator, opset, low, high], dims, seed]) => ({ operator, opset, inputs: [randomFloats(dims, seed, low, high)] }))

/** Halves lie between two whole numbers: ties go to the even one. */
export const roundCases: fc.Arbitrary<NodeCase> = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 }).map((halves) => ({
  operator: 'Round',
  opset: 11,
  inputs: [{ type: 'float32', dims: [halves.length], data: Float32Array.from(halves, (half) => half / 2) }],
}))

type Activation = readonly [string, number, Readonly<Record<string, AttributeValue>>]
const activations: readonly Activation[] = [
  ['Celu', 12, { alpha: float(0.7) }],
  ['Elu', 6, { alpha: float(1.5) }],
  ['Elu', 6, {}],
  ['Gelu', 20, {}],
  ['Gelu', 20, { approximate: 'tanh' }],
  ['HardSigmoid', 6, {}],
  ['HardSigmoid', 6, { alpha: float(0.5), beta: float(0.25) }],
  ['Hardmax', 13, { axis: -1 }],
  ['Hardmax', 11, { axis: 1 }],
  ['LeakyRelu', 16, {}],
  ['LeakyRelu', 6, { alpha: float(0.3) }],
  ['LogSoftmax', 13, { axis: 0 }],
  ['LogSoftmax', 11, {}],
  ['Selu', 6, {}],
  ['Selu', 6, { alpha: float(2), gamma: float(3) }],
  ['Shrink', 9, { bias: float(0.5), lambd: float(1) }],
  ['Shrink', 9, {}],
  ['Softmax', 13, { axis: 1 }],
  ['Softmax', 13, {}],
  ['Softmax', 11, { axis: 2 }],
  ['Softmax', 1, {}],
  ['ThresholdedRelu', 10, { alpha: float(0.5) }],
]

export const activationCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom(...activations), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 4 }), seeds)
  .map(([[operator, opset, attributes], dims, seed]) => ({ operator, opset, attributes, inputs: [randomFloats(dims, seed, -4, 4)] }))

type Kind = 'float32' | 'float64' | 'int32' | 'int64'
export const kinds = fc.constantFrom<Kind>('float32', 'float64', 'int32', 'int64')

/** Numbers in [low, high] that are not 0. */
export function tensorOf(kind: Kind, dims: readonly number[], seed: number, low: number, high: number): Tensor {
  if (kind === 'float32') return randomFloats(dims, seed, low, high)
  if (kind === 'float64') return double(randomFloats(dims, seed, low, high))
  const whole = randomIntegers('int32', dims, seed, low, high)
  const tensor: Tensor = { ...whole, data: Int32Array.from(whole.data as Int32Array, (value) => value || 1) }
  return kind === 'int32' ? tensor : big(tensor)
}

export const arithmeticCases: fc.Arbitrary<NodeCase> = fc
  .tuple(
    fc.constantFrom('Add', 'Sub', 'Mul', 'Div', 'Max', 'Min', 'Greater', 'Less', 'Equal', 'GreaterOrEqual', 'LessOrEqual'),
    kinds,
    broadcastPairs,
    seeds,
  )
  .map(([operator, kind, [a, b], seed]) => ({
    operator,
    opset: 16,
    inputs: [tensorOf(kind, a, seed, -9, 9), tensorOf(kind, b, seed + 1, -9, 9)],
  }))

/** Products and sums beyond 32 bits wrap around. */
export const wrapCases: fc.Arbitrary<NodeCase> = fc.tuple(fc.constantFrom('Add', 'Sub', 'Mul'), seeds).map(([operator, seed]) => ({
  operator,
  opset: 14,
  inputs: [seed, seed + 1].map((each) => randomIntegers('int32', [16], each, -(2 ** 31), 2 ** 31 - 1)),
}))

export const powCases: fc.Arbitrary<NodeCase> = fc.tuple(kinds, kinds, broadcastPairs, seeds).map(([base, exponent, [a, b], seed]) => ({
  operator: 'Pow',
  opset: 15,
  inputs: [tensorOf(base, a, seed, 1, 5), tensorOf(exponent, b, seed + 1, 0, 3)],
}))

export const modCases: fc.Arbitrary<NodeCase> = fc.tuple(kinds, fc.boolean(), broadcastPairs, seeds).map(([kind, fmod, [a, b], seed]) => ({
  operator: 'Mod',
  opset: 13,
  attributes: { fmod: fmod || kind.startsWith('float') ? 1 : 0 },
  inputs: [tensorOf(kind, a, seed, -20, 20), tensorOf(kind, b, seed + 1, -7, 7)],
}))

export const manyCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom('Sum', 'Mean', 'Max', 'Min'), broadcastPairs, seeds)
  .map(([operator, [a, b], seed]) => ({
    operator,
    opset: 13,
    inputs: [randomFloats(a, seed), randomFloats(b, seed + 1), randomFloats(a, seed + 2)],
  }))

export const logicCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom('And', 'Or', 'Xor', 'Not'), broadcastPairs, seeds)
  .map(([operator, [a, b], seed]) => ({
    operator,
    opset: 7,
    inputs: [randomBooleans(a, seed, 0.5), ...(operator === 'Not' ? [] : [randomBooleans(b, seed + 1, 0.5)])],
  }))

export const whereCases: fc.Arbitrary<NodeCase> = fc.tuple(kinds, broadcastPairs, seeds).map(([kind, [a, b], seed]) => ({
  operator: 'Where',
  opset: 16,
  inputs: [randomBooleans(a, seed, 0.5), tensorOf(kind, b, seed + 1, -9, 9), tensorOf(kind, a, seed + 2, -9, 9)],
}))

export const bitwiseCases: fc.Arbitrary<NodeCase> = fc
  .tuple(
    fc.constantFrom('BitwiseAnd', 'BitwiseOr', 'BitwiseXor', 'BitwiseNot'),
    fc.constantFrom<SmallInteger>('int8', 'uint8', 'int16', 'uint16', 'int32'),
    broadcastPairs,
    seeds,
  )
  .map(([operator, type, [a, b], seed]) => ({
    operator,
    opset: 18,
    inputs: [a, ...(operator === 'BitwiseNot' ? [] : [b])].map((dims, index) => randomIntegers(type, dims, seed + index, 0, 100)),
  }))

export const shiftCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom('LEFT', 'RIGHT'), broadcastPairs, seeds)
  .map(([direction, [a, b], seed]) => ({
    operator: 'BitShift',
    opset: 11,
    attributes: { direction },
    inputs: [randomIntegers('uint8', a, seed, 0, 255), randomIntegers('uint8', b, seed + 1, 0, 7)],
  }))

export const clipCases: fc.Arbitrary<NodeCase> = fc
  .tuple(kinds, shapes, fc.boolean(), fc.boolean(), seeds)
  .map(([kind, dims, low, high, seed]) => ({
    operator: 'Clip',
    opset: 13,
    inputs: [
      tensorOf(kind, dims, seed, -9, 9),
      low ? tensorOf(kind, [], seed + 1, -5, -1) : null,
      high ? tensorOf(kind, [], seed + 2, 1, 5) : null,
    ],
  }))

export const classCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom('IsNaN', 'IsInf'), fc.array(fc.float()), fc.boolean(), fc.boolean())
  .map(([operator, numbers, positive, negative]) => ({
    operator,
    opset: 13,
    attributes: operator === 'IsNaN' ? {} : { detect_positive: Number(positive), detect_negative: Number(negative) },
    inputs: [{ type: 'float32', dims: [numbers.length], data: Float32Array.from(numbers) }],
  }))

export const preluCases: fc.Arbitrary<NodeCase> = fc.tuple(broadcastPairs, seeds).map(([[a, b], seed]) => ({
  operator: 'PRelu',
  opset: 16,
  inputs: [randomFloats(a, seed), randomFloats(b, seed + 1)],
}))
