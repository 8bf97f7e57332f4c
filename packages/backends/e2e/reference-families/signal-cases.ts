import fc from 'fast-check'
import type { Tensor } from '@vitest-hardware/onnx-graph'
import type { NodeCase } from './agreement.ts'
import { floats, int64s, randomFloats } from './random-tensor.ts'

const size = fc.integer({ min: 1, max: 5 })
const seeds = fc.nat(1_000_000)
const scalar = (value: number): Tensor => int64s([value], [])

export const dftCases: fc.Arbitrary<NodeCase> = fc
  .record({
    dims: fc.tuple(size, fc.integer({ min: 2, max: 9 })),
    parts: fc.constantFrom(1, 2),
    inverse: fc.boolean(),
    oneSided: fc.boolean(),
    length: fc.option(fc.integer({ min: 2, max: 9 })),
    opset: fc.constantFrom(17, 20),
    seed: seeds,
  })
  .map(({ dims, parts, inverse, oneSided, length, opset, seed }) => ({
    operator: 'DFT',
    opset,
    inputs: [
      randomFloats([...dims, inverse ? 2 : parts], seed),
      length === null ? null : scalar(length),
      ...(opset >= 20 ? [scalar(1)] : []),
    ],
    attributes: { inverse: inverse ? 1 : 0, onesided: oneSided && !inverse && parts === 1 ? 1 : 0, ...(opset < 20 && { axis: 1 }) },
    tolerance: 1e-4,
  }))

export const stftCases: fc.Arbitrary<NodeCase> = fc
  .record({
    samples: fc.integer({ min: 8, max: 20 }),
    frame: fc.integer({ min: 2, max: 8 }),
    step: fc.integer({ min: 1, max: 4 }),
    window: fc.boolean(),
    oneSided: fc.nat(1),
    seed: seeds,
  })
  .map(({ samples, frame, step, window, oneSided, seed }) => ({
    operator: 'STFT',
    opset: 17,
    inputs: [randomFloats([2, samples, 1], seed), scalar(step), window ? randomFloats([frame], seed + 1) : null, scalar(frame)],
    attributes: { onesided: oneSided },
    tolerance: 1e-4,
  }))

export const windowCases: fc.Arbitrary<NodeCase> = fc
  .record({
    operator: fc.constantFrom('HannWindow', 'HammingWindow', 'BlackmanWindow'),
    length: fc.integer({ min: 2, max: 20 }),
    periodic: fc.nat(1),
  })
  .map(({ operator, length, periodic }) => ({ operator, opset: 17, inputs: [scalar(length)], attributes: { periodic } }))

export const melCases: fc.Arbitrary<NodeCase> = fc
  .record({
    bands: size,
    length: fc.constantFrom(16, 32, 128),
    rate: fc.constantFrom(8000, 16000),
    low: fc.constantFrom(0, 100),
    high: fc.constantFrom(2000, 3900),
  })
  .map(({ bands, length, rate, low, high }) => ({
    operator: 'MelWeightMatrix',
    opset: 17,
    inputs: [scalar(bands), scalar(length), scalar(rate), floats([], [low]), floats([], [high])],
  }))
