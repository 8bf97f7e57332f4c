import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { int64s, randomFloats, randomNumbers } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const size = fc.integer({ min: 1, max: 4 })

export const suppressionCases: fc.Arbitrary<NodeCase> = fc
  .record({
    batches: fc.integer({ min: 1, max: 2 }),
    boxes: fc.integer({ min: 1, max: 8 }),
    classes: size,
    count: fc.nat(4),
    centred: fc.boolean(),
    score: fc.boolean(),
    seed: seeds,
  })
  .map(({ batches, boxes, classes, count, centred, score, seed }) => ({
    operator: 'NonMaxSuppression',
    opset: 11,
    attributes: { center_point_box: Number(centred) },
    inputs: [
      randomFloats([batches, boxes, 4], seed, 0.1, 1),
      randomFloats([batches, classes, boxes], seed + 1, 0, 1),
      int64s([count], []),
      { type: 'float32', dims: [], data: Float32Array.of(0.3) },
      score ? { type: 'float32', dims: [], data: Float32Array.of(0.4) } : null,
    ],
  }))

export const lossCases: fc.Arbitrary<NodeCase> = fc
  .record({
    operator: fc.constantFrom('NegativeLogLikelihoodLoss', 'SoftmaxCrossEntropyLoss'),
    batches: size,
    classes: fc.integer({ min: 2, max: 4 }),
    spatial: fc.array(size, { maxLength: 2 }),
    weight: fc.boolean(),
    ignored: fc.boolean(),
    reduction: fc.constantFrom('none', 'sum', 'mean'),
    seed: seeds,
  })
  .map(({ operator, batches, classes, spatial, weight, ignored, reduction, seed }) => {
    const next = randomNumbers(seed)
    const count = spatial.reduce((product, each) => product * each, batches)
    // one target at least is not the ignored class 0: a mean of nothing is not a number
    const targets = Array.from({ length: count }, (_, at) => (at === 0 ? 1 : Math.floor(next() * classes)))
    return {
      operator,
      opset: 13,
      outputs: operator === 'SoftmaxCrossEntropyLoss' ? 2 : 1,
      attributes: { reduction, ...(ignored ? { ignore_index: 0 } : {}) },
      inputs: [
        randomFloats([batches, classes, ...spatial], seed + 1),
        int64s(targets, [batches, ...spatial]),
        ...(weight ? [randomFloats([classes], seed + 2, 0.1, 2)] : []),
      ],
    }
  })

export const centerCropPadCases: fc.Arbitrary<NodeCase> = fc
  .tuple(size, size, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }), fc.boolean(), seeds)
  .map(([rows, columns, height, width, some, seed]) => ({
    operator: 'CenterCropPad',
    opset: 18,
    attributes: some ? { axes: [-1] } : {},
    inputs: [randomFloats([rows, columns], seed), int64s(some ? [width] : [height, width])],
  }))
