import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { floats, runBlock } from '../testing/run-model.ts'
import { activate, type Activation } from './activation.ts'

const xs = Array.from({ length: 41 }, (_, index) => (index - 20) / 4)
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
const tanhGelu = (x: number): number => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))

/** erf by Simpson's rule. */
function erf(x: number): number {
  const count = 2000
  let sum = 0
  for (let index = 0; index <= count; index++) {
    const weight = index === 0 || index === count ? 1 : index % 2 === 1 ? 4 : 2
    sum += weight * Math.exp(-(((index / count) * x) ** 2))
  }
  return ((2 / Math.sqrt(Math.PI)) * sum * x) / count / 3
}

const formulas: Readonly<Record<Activation, (x: number) => number>> = {
  gelu: (x) => 0.5 * x * (1 + erf(x / Math.SQRT2)),
  gelu_new: tanhGelu,
  gelu_pytorch_tanh: tanhGelu,
  quick_gelu: (x) => x * sigmoid(1.702 * x),
  silu: (x) => x * sigmoid(x),
  relu: (x) => Math.max(x, 0),
  relu2: (x) => Math.max(x, 0) ** 2,
  relu6: (x) => Math.min(Math.max(x, 0), 6),
  hardswish: (x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6,
  tanh: Math.tanh,
  sigmoid,
  softplus: (x) => Math.log1p(Math.exp(x)),
}

test.each(Object.keys(formulas) as Activation[])('%s is its formula', async (kind) => {
  const output = await runBlock({ x: floats([xs.length], xs) }, 1, (context, { x }) => activate(context, x!, kind))
  toNumbers(output).forEach((value, index) => expect(Math.abs(value - formulas[kind](xs[index]!))).toBeLessThan(2e-6))
})

test('the three GELUs are three functions', () => {
  const at = 1.5
  expect(Math.abs(formulas.gelu(at) - formulas.gelu_new(at))).toBeGreaterThan(1e-5)
  expect(Math.abs(formulas.gelu(at) - formulas.quick_gelu(at))).toBeGreaterThan(1e-3)
})
