import type { Family } from '../operator.ts'
import { qLinearConv, qLinearMatMul } from './quantization/integer-products.ts'
import { dequantizeLinear, dynamicQuantizeLinear, quantizeLinear, refusesOutputType } from './quantization/linear.ts'

/** Whole numbers with a scale and a zero point. */
export const quantization: Family = {
  name: 'quantization',
  operators: {
    DequantizeLinear: { since: 10, inputs: 2, refuses: refusesOutputType, evaluate: dequantizeLinear },
    DynamicQuantizeLinear: { since: 11, evaluate: dynamicQuantizeLinear },
    QLinearConv: { since: 10, inputs: 8, evaluate: qLinearConv },
    QLinearMatMul: { since: 10, inputs: 8, evaluate: qLinearMatMul },
    QuantizeLinear: { since: 10, inputs: 2, refuses: refusesOutputType, evaluate: quantizeLinear },
  },
}
