import { combine, mapNumbers } from '../elementwise.ts'
import type { Family, Operator } from '../operator.ts'
import { gelu, geluTanh } from './activations.ts'
import { add } from './arithmetic-kernels.ts'

/** FastGelu-1: the approximation by tanh, of the input plus an optional bias. */
const fastGelu: Operator = ([x, bias], node) => [mapNumbers(bias === undefined ? x! : combine(x!, bias, node, add), geluTanh)]

const biasGelu: Operator = ([x, bias], node) => [mapNumbers(combine(x!, bias!, node, add), gelu)]

const quickGelu: Operator = ([x], node) => {
  const alpha = node.float('alpha', 1.702)
  return [mapNumbers(x!, (value) => value / (1 + Math.exp(-alpha * value)))]
}

/** Activations of ONNX Runtime's own operator set, which its optimizer puts into models (onnxruntime/docs/ContribOperators.md). */
export const microsoftActivations: Family = {
  name: "ONNX Runtime's activations",
  domain: 'com.microsoft',
  operators: {
    BiasGelu: { since: 1, inputs: 2, evaluate: biasGelu },
    FastGelu: { since: 1, evaluate: fastGelu },
    Gelu: { since: 1, evaluate: ([x]) => [mapNumbers(x!, gelu)] },
    QuickGelu: { since: 1, evaluate: quickGelu },
  },
}
