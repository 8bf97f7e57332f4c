import fc from 'fast-check'
import type { NodeCase } from './agreement.ts'
import { int64s, randomFloats } from './random-tensor.ts'

interface Axis {
  readonly input: number
  readonly kernel: number
  readonly stride: number
  readonly dilation: number
  readonly padBegin: number
  readonly padEnd: number
}

const axis = (maxPad: number): fc.Arbitrary<Axis> =>
  fc
    .record({
      room: fc.nat(6),
      kernel: fc.integer({ min: 1, max: 3 }),
      stride: fc.integer({ min: 1, max: 3 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      padBegin: fc.nat(maxPad),
      padEnd: fc.nat(maxPad),
    })
    .map(({ room, ...rest }) => ({ ...rest, input: (rest.kernel - 1) * rest.dilation + 1 + room }))

const axes = (maxPad = 2, maxRank = 3): fc.Arbitrary<readonly Axis[]> => fc.array(axis(maxPad), { minLength: 1, maxLength: maxRank })

const autoPad = fc.constantFrom('NOTSET', 'NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID')
const seeds = fc.nat(1_000_000)

function windowAttributes(list: readonly Axis[], auto: string): Record<string, string | readonly number[]> {
  return {
    kernel_shape: list.map((one) => one.kernel),
    strides: list.map((one) => one.stride),
    dilations: list.map((one) => one.dilation),
    ...(auto === 'NOTSET' ? { pads: [...list.map((one) => one.padBegin), ...list.map((one) => one.padEnd)] } : { auto_pad: auto }),
  }
}

/** onnxruntime refuses SAME with dilations in Conv, and leaves them out of what it pads in pooling: another shape than the specification's. */
function sameWithoutDilation(list: readonly Axis[], auto: string): Record<string, string | readonly number[]> {
  return windowAttributes(auto.startsWith('SAME') ? list.map((one) => ({ ...one, dilation: 1 })) : list, auto)
}

const channels = {
  batch: fc.integer({ min: 1, max: 2 }),
  groups: fc.integer({ min: 1, max: 3 }),
  inGroup: fc.integer({ min: 1, max: 3 }),
  outGroup: fc.integer({ min: 1, max: 5 }),
}

export const convCases: fc.Arbitrary<NodeCase> = fc
  .record({ ...channels, list: axes(), auto: autoPad, bias: fc.boolean(), seed: seeds, opset: fc.constantFrom(11, 21, 22) })
  .map(({ batch, groups, inGroup, outGroup, list, auto, bias, seed, opset }) => ({
    operator: 'Conv',
    opset,
    inputs: [
      randomFloats([batch, groups * inGroup, ...list.map((one) => one.input)], seed),
      randomFloats([groups * outGroup, inGroup, ...list.map((one) => one.kernel)], seed + 1),
      ...(bias ? [randomFloats([groups * outGroup], seed + 2)] : []),
    ],
    attributes: { ...sameWithoutDilation(list, auto), group: groups },
  }))

export const convTransposeCases: fc.Arbitrary<NodeCase> = fc
  .record({
    ...channels,
    list: axes(0),
    auto: autoPad,
    bias: fc.boolean(),
    outputPadding: fc.boolean(),
    shapeExtra: fc.option(fc.nat(2)),
    seed: seeds,
    opset: fc.constantFrom(11, 22),
  })
  .map(({ batch, groups, inGroup, outGroup, list, auto: declared, bias, outputPadding, shapeExtra, seed, opset }) => {
    // onnxruntime refuses what is not below the stride, though the specification allows it below the dilation
    // with SAME and a window below the stride, onnxruntime gives less than the `input · stride` of the specification
    const auto = declared.startsWith('SAME') && list.some((one) => (one.kernel - 1) * one.dilation + 1 < one.stride) ? 'NOTSET' : declared
    const extra = list.map((one) => (outputPadding ? one.stride - 1 : 0))
    const shape = list.map((one) => Math.max(1, one.stride * (one.input - 1) + 1 - (shapeExtra ?? 0)))
    return {
      operator: 'ConvTranspose',
      opset,
      inputs: [
        randomFloats([batch, groups * inGroup, ...list.map((one) => one.input)], seed),
        randomFloats([groups * inGroup, outGroup, ...list.map((one) => one.kernel)], seed + 1),
        ...(bias ? [randomFloats([groups * outGroup], seed + 2)] : []),
      ],
      attributes: {
        ...windowAttributes(list, auto),
        group: groups,
        ...(outputPadding && { output_padding: extra }),
        ...(shapeExtra !== null && auto !== 'VALID' && { output_shape: shape }),
      },
    }
  })

/**
 * Padding smaller than the window, as onnxruntime wants it, and windows that leave no gaps: where SAME has more than enough elements,
 * onnxruntime pads by a negative number.
 */
const poolAxes = axes().map((list) =>
  list.map((one) => ({
    ...one,
    stride: Math.min(one.stride, one.kernel),
    padBegin: Math.min(one.padBegin, one.kernel - 1),
    padEnd: Math.min(one.padEnd, one.kernel - 1),
  })),
)

export const maxPoolCases: fc.Arbitrary<NodeCase> = fc
  .record({
    batch: channels.batch,
    maps: channels.inGroup,
    list: poolAxes,
    auto: autoPad,
    ceil: fc.nat(1),
    order: fc.nat(1),
    seed: seeds,
    opset: fc.constantFrom(12, 22),
  })
  .map(({ batch, maps, list, auto, ceil, order, seed, opset }) => ({
    operator: 'MaxPool',
    opset,
    outputs: 2,
    inputs: [randomFloats([batch, maps, ...list.map((one) => one.input)], seed)],
    attributes: { ...sameWithoutDilation(list, auto), ceil_mode: auto === 'NOTSET' ? ceil : 0, storage_order: order },
  }))

export const averagePoolCases: fc.Arbitrary<NodeCase> = fc
  .record({
    batch: channels.batch,
    maps: channels.inGroup,
    list: poolAxes,
    auto: autoPad,
    ceil: fc.nat(1),
    include: fc.nat(1),
    seed: seeds,
    opset: fc.constantFrom(11, 19, 22),
  })
  .map(({ batch, maps, list, auto, ceil, include, seed, opset }) => {
    const { dilations, ...rest } = sameWithoutDilation(list, auto)
    return {
      operator: 'AveragePool',
      opset,
      inputs: [randomFloats([batch, maps, ...list.map((one) => one.input)], seed)],
      attributes: {
        ...rest,
        ...(opset >= 19 && { dilations: dilations! }),
        ceil_mode: auto === 'NOTSET' ? ceil : 0,
        count_include_pad: include,
      },
    }
  })

export const col2ImCases: fc.Arbitrary<NodeCase> = fc
  .record({
    channels: fc.integer({ min: 1, max: 5 }),
    height: fc.integer({ min: 4, max: 7 }),
    width: fc.integer({ min: 4, max: 7 }),
    block: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })),
    stride: fc.integer({ min: 1, max: 2 }),
    dilation: fc.integer({ min: 1, max: 2 }),
    pad: fc.nat(1),
    seed: seeds,
  })
  .map(({ channels, height, width, block, stride, dilation, pad, seed }) => {
    const places = [height, width].map((length, axis) => Math.floor((length + 2 * pad - ((block[axis]! - 1) * dilation + 1)) / stride) + 1)
    return {
      operator: 'Col2Im',
      opset: 18,
      inputs: [randomFloats([2, channels * block[0] * block[1], places[0]! * places[1]!], seed), int64s([height, width]), int64s(block)],
      attributes: { strides: [stride, stride], dilations: [dilation, dilation], pads: [pad, pad, pad, pad] },
    }
  })

export const deformConvCases: fc.Arbitrary<NodeCase> = fc
  .record({
    groups: fc.integer({ min: 1, max: 2 }),
    offsetGroups: fc.integer({ min: 1, max: 2 }),
    outGroup: fc.integer({ min: 1, max: 5 }),
    extent: fc.integer({ min: 3, max: 6 }),
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 2 }),
    pad: fc.nat(1),
    mask: fc.boolean(),
    bias: fc.boolean(),
    seed: seeds,
  })
  .map(({ groups, offsetGroups, outGroup, extent, kernel, stride, pad, mask, bias, seed }) => {
    const channels = 2 * groups * offsetGroups
    const output = Math.floor((extent + 2 * pad - kernel) / stride) + 1
    const taps = kernel * kernel
    return {
      operator: 'DeformConv',
      opset: 19,
      inputs: [
        randomFloats([2, channels, extent, extent], seed),
        randomFloats([groups * outGroup, channels / groups, kernel, kernel], seed + 1),
        randomFloats([2, offsetGroups * taps * 2, output, output], seed + 2, -2, 2),
        bias ? randomFloats([groups * outGroup], seed + 3) : null,
        mask ? randomFloats([2, offsetGroups * taps, output, output], seed + 4) : null,
      ],
      attributes: { group: groups, offset_group: offsetGroups, strides: [stride, stride], pads: [pad, pad, pad, pad] },
    }
  })
