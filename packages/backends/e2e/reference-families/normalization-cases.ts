import fc from 'fast-check'
import { float } from '@vitest-hardware/onnx-graph'
import type { NodeCase } from './agreement.ts'
import { randomFloats } from './random-tensor.ts'

const size = fc.integer({ min: 1, max: 5 })
const seeds = fc.nat(1_000_000)
const epsilon = fc.constantFrom(1e-5, 1e-3, 0.1).map(float)
const spatial = fc.array(size, { minLength: 1, maxLength: 3 })

export const batchNormalizationCases: fc.Arbitrary<NodeCase> = fc
  .record({
    batch: size,
    channels: size,
    spatial: fc.array(size, { maxLength: 3 }),
    epsilon,
    training: fc.boolean(),
    momentum: fc.constantFrom(0.9, 0.5),
    opset: fc.constantFrom(7, 9, 14, 15),
    seed: seeds,
  })
  .map(({ batch, channels, spatial: rest, epsilon: attribute, training, momentum, opset, seed }) => {
    const trains = training && opset >= 14
    return {
      operator: 'BatchNormalization',
      opset,
      outputs: trains ? 3 : 1,
      inputs: [
        randomFloats([batch, channels, ...rest], seed),
        randomFloats([channels], seed + 1),
        randomFloats([channels], seed + 2),
        randomFloats([channels], seed + 3),
        randomFloats([channels], seed + 4, 0.1, 2),
      ],
      attributes: { epsilon: attribute, ...(trains && { training_mode: 1, momentum: float(momentum) }) },
      // a variance of a few equal elements is all cancellation in float32
      tolerance: trains ? 2e-3 : 2e-5,
    }
  })

export const layerNormalizationCases: fc.Arbitrary<NodeCase> = fc
  .record({
    dims: fc.array(size, { minLength: 1, maxLength: 4 }),
    axis: fc.nat(3),
    bias: fc.boolean(),
    outputs: fc.constantFrom(1, 3),
    epsilon,
    seed: seeds,
  })
  .map(({ dims, axis, bias, outputs, epsilon: attribute, seed }) => {
    const first = axis % dims.length
    const normalized = dims.slice(first)
    return {
      operator: 'LayerNormalization',
      opset: 17,
      outputs,
      inputs: [randomFloats(dims, seed), randomFloats(normalized, seed + 1), ...(bias ? [randomFloats(normalized, seed + 2)] : [])],
      attributes: { axis: seed % 2 === 0 ? first : first - dims.length, epsilon: attribute },
      tolerance: 2e-3,
    }
  })

export const rmsNormalizationCases: fc.Arbitrary<NodeCase> = fc
  .record({ dims: fc.array(size, { minLength: 1, maxLength: 4 }), axis: fc.nat(3), epsilon, seed: seeds })
  .map(({ dims, axis, epsilon: attribute, seed }) => ({
    operator: 'RMSNormalization',
    opset: 23,
    inputs: [randomFloats(dims, seed), randomFloats(dims.slice(axis % dims.length), seed + 1)],
    attributes: { axis: axis % dims.length, epsilon: attribute },
  }))

export const groupNormalizationCases: fc.Arbitrary<NodeCase> = fc
  .record({ batch: size, groups: size, inGroup: size, spatial, epsilon, opset: fc.constantFrom(18, 21), seed: seeds })
  .map(({ batch, groups, inGroup, spatial: rest, epsilon: attribute, opset, seed }) => {
    const parameters = opset >= 21 ? groups * inGroup : groups
    return {
      operator: 'GroupNormalization',
      opset,
      inputs: [
        randomFloats([batch, groups * inGroup, ...rest], seed),
        randomFloats([parameters], seed + 1),
        randomFloats([parameters], seed + 2),
      ],
      attributes: { num_groups: groups, epsilon: attribute },
      tolerance: 2e-3,
    }
  })

export const instanceNormalizationCases: fc.Arbitrary<NodeCase> = fc
  .record({ batch: size, channels: size, spatial, epsilon, opset: fc.constantFrom(8, 22), seed: seeds })
  .map(({ batch, channels, spatial: rest, epsilon: attribute, opset, seed }) => ({
    operator: 'InstanceNormalization',
    opset,
    inputs: [randomFloats([batch, channels, ...rest], seed), randomFloats([channels], seed + 1), randomFloats([channels], seed + 2)],
    attributes: { epsilon: attribute },
    tolerance: 2e-3,
  }))

export const lrnCases: fc.Arbitrary<NodeCase> = fc
  .record({
    batch: size,
    channels: fc.integer({ min: 1, max: 9 }),
    height: size,
    width: size,
    size,
    alpha: fc.constantFrom(1e-4, 0.5),
    beta: fc.constantFrom(0.75, 0.3),
    bias: fc.constantFrom(1, 2.5),
    seed: seeds,
  })
  .map(({ batch, channels, height, width, size: window, alpha, beta, bias, seed }) => ({
    operator: 'LRN',
    opset: 13,
    inputs: [randomFloats([batch, channels, height, width], seed)],
    attributes: { size: 2 * window - 1, alpha: float(alpha), beta: float(beta), bias: float(bias) },
  }))

export const lpNormalizationCases: fc.Arbitrary<NodeCase> = fc
  .record({ dims: fc.array(size, { minLength: 1, maxLength: 4 }), axis: fc.nat(3), p: fc.constantFrom(1, 2), seed: seeds })
  .map(({ dims, axis, p, seed }) => ({
    operator: 'LpNormalization',
    opset: 22,
    inputs: [randomFloats(dims, seed)],
    attributes: { axis: axis % dims.length, p },
  }))

export const meanVarianceNormalizationCases: fc.Arbitrary<NodeCase> = fc
  .record({ dims: fc.tuple(size, size, size, size), axes: fc.subarray([0, 1, 2, 3], { minLength: 1 }), seed: seeds })
  .map(({ dims, axes, seed }) => ({
    operator: 'MeanVarianceNormalization',
    opset: 13,
    // one element is its own mean, and float32 leaves a rest of it
    inputs: [
      randomFloats(
        dims.map((length) => length + 1),
        seed,
      ),
    ],
    attributes: { axes },
    tolerance: 2e-3,
  }))
