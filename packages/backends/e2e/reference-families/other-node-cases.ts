import { float, GraphBuilder, graphOf } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import type { GraphProto } from 'onnx-buf'
import type { NodeCase } from './agreement.ts'
import { kinds, tensorOf } from './elementwise-cases.ts'
import { int64s, randomBooleans, randomFloats } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })

export const simpleCases: fc.Arbitrary<NodeCase> = fc
  .tuple(fc.constantFrom('CastLike', 'Dropout', 'Identity', 'Size'), kinds, kinds, shape, seeds)
  .map(([operator, kind, other, dims, seed]) => ({
    operator,
    opset: 21,
    outputs: operator === 'Dropout' ? 2 : 1,
    inputs: [
      tensorOf(operator === 'Dropout' ? 'float32' : kind, dims, seed, 1, 99),
      ...(operator === 'CastLike' ? [tensorOf(other, [1], seed, 1, 2)] : []),
    ],
  }))

export const oldScatterCases: fc.Arbitrary<NodeCase> = fc.tuple(fc.integer({ min: 1, max: 4 }), seeds).map(([length, seed]) => ({
  operator: 'Scatter',
  opset: 10,
  attributes: { axis: 1 },
  inputs: [
    randomFloats([2, 4], seed),
    int64s([...Array(length).keys(), ...Array(length).keys()], [2, length]),
    randomFloats([2, length], seed + 1),
  ],
}))

export const swishCases: fc.Arbitrary<NodeCase> = fc.tuple(shape, fc.constantFrom(0.5, 1, 2), seeds).map(([dims, alpha, seed]) => ({
  operator: 'Swish',
  opset: 24,
  attributes: { alpha: float(alpha) },
  inputs: [randomFloats(dims, seed, -4, 4)],
}))

export const tensorScatterCases: fc.Arbitrary<NodeCase> = fc.tuple(fc.boolean(), fc.boolean(), seeds).map(([circular, starts, seed]) => ({
  operator: 'TensorScatter',
  opset: 24,
  attributes: { mode: circular ? 'circular' : 'linear' },
  inputs: [
    randomFloats([2, 3, 5, 2], seed),
    randomFloats([2, 3, 2, 2], seed + 1),
    ...(starts ? [int64s([seed % 4, (seed >> 2) % 4])] : []),
  ],
}))

/** Doubles a state and gives it as a scanned output too, until it is beyond 20. */
function doubling(): GraphProto {
  const graph = new GraphBuilder({ name: 'body' })
  graph.input('iteration', 'int64', [])
  graph.input('condition', 'bool', [])
  const state = graph.input('state', 'float32', [3])
  const next = graph.node('Add', [state, state])
  const largest = graph.node('ReduceMax', [graph.node('Abs', [next])], { keepdims: 0 })
  graph.output('goes_on', graph.node('Less', [largest, graph.constant('float32', 20)]), 'bool', [])
  graph.output('next', next, 'float32', [3])
  graph.output('scanned', next, 'float32', [3])
  return graphOf(graph.build())
}

export const loopCases: fc.Arbitrary<NodeCase> = fc.tuple(fc.nat(8), fc.boolean(), seeds).map(([most, condition, seed]) => ({
  operator: 'Loop',
  opset: 21,
  outputs: 2,
  attributes: { body: doubling() },
  inputs: [int64s([most], []), condition ? randomBooleans([], seed, 1) : null, randomFloats([3], seed, 0.1, 2)],
}))

function branch(name: string, value: number): GraphProto {
  const graph = new GraphBuilder({ name })
  graph.output(`${name}_result`, graph.node('Neg', [graph.constant('float32', [value])]), 'float32', [1])
  return graphOf(graph.build())
}

export const ifCases: fc.Arbitrary<NodeCase> = seeds.map((seed) => ({
  operator: 'If',
  opset: 21,
  attributes: { then_branch: branch('then', 1), else_branch: branch('else', 2) },
  inputs: [randomBooleans([], seed, 0.5)],
}))

/** Running sums. */
function summing(): GraphProto {
  const graph = new GraphBuilder({ name: 'body' })
  const sum = graph.node('Add', [graph.input('sum', 'float32', [2]), graph.input('x', 'float32', [2])])
  graph.output('next', sum, 'float32', [2])
  graph.output('scanned', sum, 'float32', [2])
  return graphOf(graph.build())
}

// not of length 0: there ONNX Runtime 1.30 ends the process with SIGFPE
export const scanCases: fc.Arbitrary<NodeCase> = fc
  .record({
    axis: fc.nat(1),
    backwards: fc.boolean(),
    outputAxis: fc.nat(1),
    outputBackwards: fc.boolean(),
    length: fc.integer({ min: 1, max: 4 }),
    seed: seeds,
  })
  .map(({ axis, backwards, outputAxis, outputBackwards, length, seed }) => ({
    operator: 'Scan',
    opset: 21,
    outputs: 2,
    attributes: {
      body: summing(),
      num_scan_inputs: 1,
      scan_input_axes: [axis],
      scan_input_directions: [Number(backwards)],
      scan_output_axes: [outputAxis],
      scan_output_directions: [Number(outputBackwards)],
    },
    inputs: [randomFloats([2], seed), randomFloats(axis === 0 ? [length, 2] : [2, length], seed + 1)],
  }))
