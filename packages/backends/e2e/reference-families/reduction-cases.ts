import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { kinds, tensorOf } from './elementwise-cases.ts'
import { int64s, randomBooleans, randomFloats } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const shape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 })

/** Some axes, half of them counted from the end. */
const axesOf = (rank: number, bits: number): number[] =>
  Array.from({ length: rank }, (_, axis) => axis).flatMap((axis) =>
    ((bits >> axis) & 1) === 0 ? [] : [(bits >> (axis + 4)) & 1 ? axis - rank : axis],
  )

const signed = fc.constantFrom('ReduceL1', 'ReduceL2', 'ReduceMax', 'ReduceMean', 'ReduceMin', 'ReduceSum', 'ReduceSumSquare', 'ReduceProd')
const floating = fc.constantFrom('ReduceLogSum', 'ReduceLogSumExp', 'ReduceL2', 'ReduceMean')

export const reduceCases: fc.Arbitrary<NodeCase> = fc
  .record({
    operator: signed,
    shape,
    bits: fc.nat(255),
    keepdims: fc.boolean(),
    kind: kinds,
    noop: fc.boolean(),
    opset: fc.constantFrom(11, 13, 18),
    seed: seeds,
  })
  .filter(({ operator, kind }) => !(kind.startsWith('int') && operator === 'ReduceL2'))
  .map(({ operator, shape: dims, bits, keepdims, kind, noop, opset, seed }) => {
    const axes = axesOf(dims.length, bits)
    const isInput = opset >= (operator === 'ReduceSum' ? 13 : 18)
    const attributes = {
      keepdims: Number(keepdims),
      ...(isInput ? { noop_with_empty_axes: Number(noop) } : axes.length > 0 ? { axes } : {}),
    }
    return {
      operator,
      opset,
      attributes,
      inputs: [tensorOf(kind, dims, seed, -3, 3), ...(isInput && axes.length > 0 ? [int64s(axes)] : [])],
    }
  })

export const reduceLogCases: fc.Arbitrary<NodeCase> = fc
  .record({ operator: floating, shape, bits: fc.nat(255), keepdims: fc.boolean(), seed: seeds })
  .map(({ operator, shape: dims, bits, keepdims, seed }) => {
    const axes = axesOf(dims.length, bits)
    return {
      operator,
      opset: 18,
      attributes: { keepdims: Number(keepdims) },
      inputs: [randomFloats(dims, seed, 0.5, 3), ...(axes.length > 0 ? [int64s(axes)] : [])],
    }
  })

export const argumentCases: fc.Arbitrary<NodeCase> = fc
  .record({
    operator: fc.constantFrom('ArgMax', 'ArgMin'),
    shape,
    axis: fc.nat(3),
    keepdims: fc.boolean(),
    last: fc.boolean(),
    seed: seeds,
  })
  .map(({ operator, shape: dims, axis, keepdims, last, seed }) => ({
    operator,
    opset: 13,
    attributes: {
      axis: (axis % dims.length) - (seed % 2 === 0 ? dims.length : 0),
      keepdims: Number(keepdims),
      select_last_index: Number(last),
    },
    // few different numbers, so that there are ties
    inputs: [tensorOf('int32', dims, seed, -2, 2)],
  }))

export const topKCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, axis: fc.nat(3), k: fc.nat(3), largest: fc.boolean(), kind: kinds, seed: seeds })
  .map(({ shape: dims, axis, k, largest, kind, seed }) => ({
    operator: 'TopK',
    opset: 11,
    outputs: 2,
    attributes: { axis: axis % dims.length, largest: Number(largest) },
    inputs: [tensorOf(kind, dims, seed, -3, 3), int64s([1 + (k % dims[axis % dims.length]!)])],
  }))

export const cumSumCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, axis: fc.nat(3), exclusive: fc.boolean(), reverse: fc.boolean(), kind: kinds, seed: seeds })
  .map(({ shape: dims, axis, exclusive, reverse, kind, seed }) => ({
    operator: 'CumSum',
    opset: 14,
    attributes: { exclusive: Number(exclusive), reverse: Number(reverse) },
    inputs: [tensorOf(kind, dims, seed, -9, 9), int64s([(axis % dims.length) - (seed % 2) * dims.length], [])],
  }))

export const uniqueCases: fc.Arbitrary<NodeCase> = fc
  .record({ shape, axis: fc.option(fc.nat(3)), sorted: fc.boolean(), seed: seeds })
  .map(({ shape: dims, axis, sorted, seed }) => ({
    operator: 'Unique',
    opset: 11,
    outputs: 4,
    attributes: { sorted: Number(sorted), ...(axis === null ? {} : { axis: axis % dims.length }) },
    inputs: [tensorOf('int64', dims, seed, -1, 2)],
  }))

export const nonZeroCases: fc.Arbitrary<NodeCase> = fc
  .tuple(shape, seeds)
  .map(([dims, seed]) => ({ operator: 'NonZero', opset: 13, inputs: [randomBooleans(dims, seed, 0.5)] }))
