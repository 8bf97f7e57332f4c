import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Values } from '../operator.ts'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { recurrent } from './recurrent.ts'

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))
const draw = (stream: fc.Stream<number>, dims: readonly number[]): Values =>
  tensorOf(dims, stream.take(dims.reduce((product, size) => product * size, 1)))
const numbers = fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true }))

/** ONNX's equations for one unit, one input and one sequence, written out. */
function scalarLstm(
  xs: readonly number[],
  w: readonly number[],
  r: readonly number[],
  b: readonly number[],
  p: readonly number[],
): number[] {
  let [h, c] = [0, 0]
  return xs.map((x) => {
    const gate = (index: number): number => x * w[index]! + h * r[index]! + b[index]! + b[index + 4]!
    const i = sigmoid(gate(0) + p[0]! * c)
    const f = sigmoid(gate(2) + p[2]! * c)
    const now = f * c + i * Math.tanh(gate(3))
    const o = sigmoid(gate(1) + p[1]! * now)
    c = now
    h = o * Math.tanh(c)
    return h
  })
}

describe('LSTM', () => {
  test('follows the scalar equations', () => {
    fc.assert(
      fc.property(numbers, (stream) => {
        const [x, w, r, b, p] = [
          [3, 1, 1],
          [1, 4, 1],
          [1, 4, 1],
          [1, 8],
          [1, 3],
        ].map((dims) => draw(stream, dims)) as [Values, Values, Values, Values, Values]
        const [y, yH] = runOperator(recurrent, 'LSTM', [x, w, r, b, undefined, undefined, undefined, p], {
          attributes: { hidden_size: 1 },
          outputs: 3,
        })
        const expected = scalarLstm(elementsOf(x), elementsOf(w), elementsOf(r), elementsOf(b), elementsOf(p))
        for (const [index, value] of elementsOf(y).entries()) expect(value).toBeCloseTo(expected[index]!, 12)
        expect(elementsOf(yH)).toEqual(elementsOf(y).slice(-1))
      }),
    )
  })

  test('couples the gates: what is forgotten is what comes in', () => {
    const x = tensorOf([1, 1, 1], [1])
    const w = tensorOf([1, 4, 1], [0, 100, 50, 100])
    const c = tensorOf([1, 1, 1], [8])
    const zero = tensorOf([1, 4, 1], [0, 0, 0, 0])
    const run = (input_forget: number): number =>
      elementsOf(
        runOperator(recurrent, 'LSTM', [x, w, zero, undefined, undefined, undefined, c], { attributes: { input_forget }, outputs: 3 })[2],
      )[0]!
    expect(run(0)).toBeCloseTo(8 + 0.5)
    expect(run(1)).toBeCloseTo(4 + 0.5)
  })

  test('clips what enters each activation, the cell state included', () => {
    const x = tensorOf([1, 1, 1], [1])
    const w = tensorOf([1, 4, 1], [1, 1, 1, 1])
    const c = tensorOf([1, 1, 1], [100])
    const zero = tensorOf([1, 4, 1], [0, 0, 0, 0])
    const [y] = runOperator(recurrent, 'LSTM', [x, w, zero, undefined, undefined, undefined, c], { attributes: { clip: 0.5 }, outputs: 3 })
    expect(elementsOf(y)[0]).toBeCloseTo(sigmoid(0.5) * Math.tanh(0.5), 12)
  })
})

describe('GRU', () => {
  test('keeps the state where the update gate is one', () => {
    const large = tensorOf([1, 6], [50, 0, 0, 0, 0, 0])
    const [y] = runOperator(recurrent, 'GRU', [
      tensorOf([2, 1, 1], [1, 2]),
      tensorOf([1, 3, 1], [0, 1, 1]),
      tensorOf([1, 3, 1], [0, 1, 1]),
      large,
      undefined,
      tensorOf([1, 1, 1], [0.3]),
    ])
    for (const value of elementsOf(y)) expect(value).toBeCloseTo(0.3, 12)
  })

  test('resets before or after the recurrence and its bias', () => {
    // update gate 0, reset gate 1/2, no input: the candidate is all
    const bias = tensorOf([1, 6], [-50, 0, 0, 0, 0, 0.4])
    const run = (linear_before_reset: number): number =>
      elementsOf(
        runOperator(
          recurrent,
          'GRU',
          [
            tensorOf([1, 1, 1], [0]),
            tensorOf([1, 3, 1], [0, 0, 0]),
            tensorOf([1, 3, 1], [0, 0, 1]),
            bias,
            undefined,
            tensorOf([1, 1, 1], [0.6]),
          ],
          {
            attributes: { linear_before_reset },
          },
        )[0],
      )[0]!
    expect(run(0)).toBeCloseTo(Math.tanh(0.5 * 0.6 + 0.4), 12)
    expect(run(1)).toBeCloseTo(Math.tanh(0.5 * (0.6 + 0.4)), 12)
  })
})

describe('sequences', () => {
  const x = tensorOf([3, 2, 1], [1, 10, 2, 20, 3, 30])
  const weights = [tensorOf([1, 1, 1], [1]), tensorOf([1, 1, 1], [1])]
  const identity = { activations: ['Affine'] }

  test('end where sequence_lens says, in both directions', () => {
    const lengths = tensorOf([2], [2, 3], 'int32')
    const run = (direction: string): number[][] =>
      runOperator(recurrent, 'RNN', [x, ...weights, undefined, lengths], { attributes: { ...identity, direction }, outputs: 2 }).map(
        elementsOf,
      )
    expect(run('forward')).toEqual([
      [1, 10, 3, 30, 0, 60],
      [3, 60],
    ])
    expect(run('reverse')).toEqual([
      [3, 60, 2, 50, 0, 30],
      [3, 60],
    ])
  })

  test('bidirectional is forward beside reverse', () => {
    const both = weights.map((weight) => tensorOf([2, 1, 1], [elementsOf(weight)[0]!, 1]))
    const [y] = runOperator(recurrent, 'RNN', [x, ...both], {
      attributes: { activations: ['Affine', 'Affine'], direction: 'bidirectional' },
    })
    expect(y!.dims).toEqual([3, 2, 2, 1])
    expect(elementsOf(y)).toEqual([1, 10, 6, 60, 3, 30, 5, 50, 6, 60, 3, 30])
  })

  test('layout 1 has the batch first and the same numbers', () => {
    const turned = tensorOf([2, 3, 1], [1, 2, 3, 10, 20, 30])
    const [y, last] = runOperator(recurrent, 'RNN', [turned, ...weights], { attributes: { ...identity, layout: 1 }, outputs: 2 })
    expect(y!.dims).toEqual([2, 3, 1, 1])
    expect(elementsOf(y)).toEqual([1, 3, 6, 10, 30, 60])
    expect(last!.dims).toEqual([2, 1, 1])
  })

  test.for([
    ['Relu', -1, 0],
    ['LeakyRelu', -1, -0.01],
    ['ThresholdedRelu', 0.5, 0],
    ['ScaledTanh', 0.5, Math.tanh(0.5)],
    ['HardSigmoid', 1, 0.7],
    ['Elu', -1, Math.exp(-1) - 1],
    ['Softsign', -3, -0.75],
    ['Softplus', 0, Math.log(2)],
    ['Sigmoid', -800, 0],
  ] as const)('%s(%d) = %d', ([activation, value, expected]) => {
    const [y] = runOperator(recurrent, 'RNN', [tensorOf([1, 1, 1], [value]), ...weights], { attributes: { activations: [activation] } })
    expect(elementsOf(y)[0]).toBeCloseTo(expected, 12)
  })

  test.for([
    ['another hidden size', { hidden_size: 2 }, undefined, 'hidden_size is 2'],
    ['an unknown direction', { direction: 'backward' }, undefined, 'direction is backward'],
    ['an unknown activation', { activations: ['Sin'] }, undefined, 'activations has Sin'],
    ['too long a sequence', {}, tensorOf([2], [4, 1], 'int32'), 'sequence 0 has the length 4'],
  ] as const)('refuses %s', ([, attributes, lengths, message]) => {
    expect(() => runOperator(recurrent, 'RNN', [x, ...weights, undefined, lengths], { attributes })).toThrow(message)
  })
})
