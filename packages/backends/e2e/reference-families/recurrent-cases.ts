import fc from 'fast-check'
import { float } from '@vitest-hardware/onnx-graph'
import type { NodeCase } from './agreement.ts'
import { randomFloats, randomIntegers } from './random-tensor.ts'

const shape = fc.record({
  steps: fc.integer({ min: 1, max: 4 }),
  batch: fc.integer({ min: 1, max: 3 }),
  input: fc.integer({ min: 1, max: 4 }),
  hidden: fc.integer({ min: 1, max: 4 }),
  direction: fc.constantFrom('forward', 'reverse', 'bidirectional'),
  bias: fc.boolean(),
  lengths: fc.boolean(),
  initial: fc.boolean(),
  clip: fc.constantFrom(null, 0.3),
  opset: fc.constantFrom(7, 14, 22),
  seed: fc.nat(1_000_000),
})
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never

const simple = fc.constantFrom('Sigmoid', 'Tanh', 'Relu', 'Softsign', 'HardSigmoid')
/** Names for one direction, or null for the defaults. */
const activations = (count: number): fc.Arbitrary<readonly string[] | null> =>
  fc.option(fc.array(simple, { minLength: count, maxLength: count }), { freq: 2 })

function recurrentCase(
  operator: string,
  gates: number,
  { steps, batch, input, hidden, direction, bias, lengths, initial, clip, opset, seed }: Shape,
  names: readonly string[] | null,
): NodeCase & { readonly directions: number } {
  const directions = direction === 'bidirectional' ? 2 : 1
  return {
    operator,
    opset,
    outputs: 2,
    directions,
    inputs: [
      randomFloats([steps, batch, input], seed),
      randomFloats([directions, gates * hidden, input], seed + 1),
      randomFloats([directions, gates * hidden, hidden], seed + 2),
      bias ? randomFloats([directions, 2 * gates * hidden], seed + 3) : null,
      lengths ? randomIntegers('int32', [batch], seed + 4, 1, steps) : null,
      initial ? randomFloats([directions, batch, hidden], seed + 5) : null,
    ],
    attributes: {
      hidden_size: hidden,
      direction,
      ...(names !== null && { activations: Array.from({ length: directions }, () => names).flat() }),
      ...(clip !== null && { clip: float(clip) }),
    },
  }
}

export const rnnCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, names: activations(1) })
  .map(({ shape: dims, names }) => recurrentCase('RNN', 1, dims, names))

export const gruCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, names: activations(2), linear: fc.nat(1) })
  .map(({ shape: dims, names, linear }) => {
    const node = recurrentCase('GRU', 3, dims, names)
    return { ...node, attributes: { ...node.attributes, linear_before_reset: linear } }
  })

export const lstmCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, names: activations(3), peepholes: fc.boolean(), coupled: fc.nat(1) })
  .map(({ shape: dims, names, peepholes, coupled }) => {
    // onnxruntime does not clip the cell state on its way into the last activation, which the specification wants
    const node = recurrentCase('LSTM', 4, { ...dims, clip: null }, names)
    const { batch, hidden, initial, seed } = dims
    return {
      ...node,
      outputs: 3,
      inputs: [
        ...node.inputs,
        initial ? randomFloats([node.directions, batch, hidden], seed + 6) : null,
        peepholes ? randomFloats([node.directions, 3 * hidden], seed + 7) : null,
      ],
      attributes: { ...node.attributes, input_forget: coupled },
    }
  })
