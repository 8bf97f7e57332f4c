import { combine, mapNumbers } from '../elementwise.ts'
import { erfc } from '../error-function.ts'
import type { ClaimedOperator, Family, NodeContext, Operator, Values } from '../operator.ts'
import { dimsText } from '../shapes.ts'
import { numbersOf, reshaped } from '../values.ts'

/** An activation whose constants are attributes. */
function activation(since: number, make: (node: NodeContext) => (value: number) => number): ClaimedOperator {
  return { since, evaluate: ([x], node) => [mapNumbers(x!, make(node))] }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

/** log(1 + e^x), without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))
}

/** x · Φ(x), by the complement so that nothing cancels for negative x (Hendrycks & Gimpel 2016, arXiv 1606.08415). */
export function gelu(x: number): number {
  return x === -Infinity ? -0 : 0.5 * x * erfc(-x * Math.SQRT1_2)
}

/** The same paper's approximation by tanh. */
export function geluTanh(x: number): number {
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))
}

/** PRelu-16 broadcasts the slope; before version 7 a slope of more than one element belongs to the channels, axis 1. */
const prelu: Operator = ([x, slope], node) => {
  const aligned = node.opset < 7 && slope!.data.length > 1 ? channelSlope(x!, slope!, node) : slope!
  return [
    combine(
      x!,
      aligned,
      { ...node, opset: Math.max(7, node.opset) },
      { numbers: () => (a, b) => (a < 0 ? a * b : a), bigs: (a, b) => (a < 0n ? a * b : a) },
    ),
  ]
}

function channelSlope(x: Values, slope: Values, node: NodeContext): Values {
  if (slope.data.length !== x.dims[1]) return node.fail(`has ${slope.data.length} slopes for the shape ${dimsText(x.dims)}`, 1)
  return reshaped(slope, [slope.data.length, ...x.dims.slice(2).map(() => 1)])
}

/** Activation functions, up to ONNX's operator set 25. */
export const activations: Family = {
  name: 'activations',
  operators: {
    Celu: activation(12, (node) => {
      const alpha = node.float('alpha', 1)
      return (x) => Math.max(0, x) + Math.min(0, alpha * Math.expm1(x / alpha))
    }),
    Elu: activation(1, (node) => {
      const alpha = node.float('alpha', 1)
      return (x) => (x < 0 ? alpha * Math.expm1(x) : x)
    }),
    Gelu: activation(20, (node) => (node.string('approximate', 'none') === 'tanh' ? geluTanh : gelu)),
    HardSigmoid: activation(1, (node) => {
      const [alpha, beta] = [node.float('alpha', 0.2), node.float('beta', 0.5)]
      return (x) => Math.max(0, Math.min(1, alpha * x + beta))
    }),
    HardSwish: activation(14, () => (x) => x * Math.max(0, Math.min(1, x / 6 + 0.5))),
    LeakyRelu: activation(1, (node) => {
      const alpha = node.float('alpha', 0.01)
      return (x) => (x < 0 ? alpha * x : x)
    }),
    Mish: activation(18, () => (x) => x * Math.tanh(softplus(x))),
    PRelu: { since: 1, inputs: 2, evaluate: prelu },
    Relu: { since: 1, evaluate: ([x], node) => [rectify(x!, node)] },
    Selu: activation(1, (node) => {
      const [alpha, gamma] = node.opset < 6 ? [1.6732, 1.0507] : [1.67326319217681884765625, 1.05070102214813232421875]
      const [a, g] = [node.float('alpha', alpha), node.float('gamma', gamma)]
      return (x) => g * (x > 0 ? x : a * Math.expm1(x))
    }),
    Shrink: activation(9, (node) => {
      const [bias, lambda] = [node.float('bias', 0), node.float('lambd', 0.5)]
      return (x) => (x < -lambda ? x + bias : x > lambda ? x - bias : 0)
    }),
    Sigmoid: activation(1, () => sigmoid),
    Softplus: activation(1, () => softplus),
    Softsign: activation(1, () => (x) => x / (1 + Math.abs(x))),
    Swish: activation(24, (node) => {
      const alpha = node.float('alpha', 1)
      return (x) => x * sigmoid(alpha * x)
    }),
    ThresholdedRelu: activation(10, (node) => {
      const alpha = node.float('alpha', 1)
      return (x) => (x > alpha ? x : 0)
    }),
  },
}

function rectify(x: Values, node: NodeContext): Values {
  if (x.type === 'int64') return { ...x, data: (x.data as BigInt64Array).map((value) => (value > 0n ? value : 0n)) }
  if (x.type === 'string') return node.fail('is a string tensor', 0)
  return mapNumbers({ ...x, data: numbersOf(x) }, (value) => (value < 0 ? 0 : value))
}
