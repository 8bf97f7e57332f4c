import fc from 'fast-check'
import { float, type Tensor } from '@vitest-hardware/onnx-graph'
import type { NodeCase } from './agreement.ts'
import { floats, int64s, randomFloats, randomNumbers } from './random-tensor.ts'

const size = fc.integer({ min: 1, max: 5 })
const seeds = fc.nat(1_000_000)

export const globalPoolCases: fc.Arbitrary<NodeCase> = fc
  .record({
    operator: fc.constantFrom('GlobalAveragePool', 'GlobalMaxPool', 'GlobalLpPool'),
    batch: size,
    channels: size,
    spatial: fc.array(size, { minLength: 1, maxLength: 3 }),
    p: fc.integer({ min: 1, max: 3 }),
    seed: seeds,
  })
  .map(({ operator, batch, channels, spatial, p, seed }) => ({
    operator,
    opset: 21,
    inputs: [randomFloats([batch, channels, ...spatial], seed)],
    ...(operator === 'GlobalLpPool' && { attributes: { p } }),
  }))

export const lpPoolCases: fc.Arbitrary<NodeCase> = fc
  .record({
    channels: size,
    height: fc.integer({ min: 3, max: 6 }),
    width: fc.integer({ min: 3, max: 6 }),
    kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    stride: fc.integer({ min: 1, max: 2 }),
    p: fc.integer({ min: 1, max: 3 }),
    ceil: fc.nat(1),
    pad: fc.nat(1),
    seed: seeds,
  })
  .map(({ channels, height, width, kernel, stride, p, ceil, pad, seed }) => {
    const pads = kernel.map((one) => Math.min(pad, one - 1))
    return {
      operator: 'LpPool',
      opset: 18,
      inputs: [randomFloats([2, channels, height, width], seed)],
      attributes: { kernel_shape: kernel, strides: [stride, stride], pads: [...pads, ...pads], p, ceil_mode: ceil },
    }
  })

/** Boxes as `[left, top, right, bottom]`, some of them beyond the map. */
function boxes(count: number, seed: number, extent: number): number[][] {
  const next = randomNumbers(seed)
  return Array.from({ length: count }, () => {
    const [left, top] = [next() * extent - 1, next() * extent - 1]
    return [left, top, left + next() * extent, top + next() * extent]
  })
}

export const roiAlignCases: fc.Arbitrary<NodeCase> = fc
  .record({
    count: size,
    channels: size,
    height: fc.integer({ min: 2, max: 7 }),
    width: fc.integer({ min: 2, max: 7 }),
    rows: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 3 }),
    sampling: fc.nat(2),
    scale: fc.constantFrom(1, 0.5),
    mode: fc.constantFrom('avg', 'max'),
    opset: fc.constantFrom(10, 16),
    half: fc.boolean(),
    seed: seeds,
  })
  .map(({ count, channels, height, width, rows, columns, sampling, scale, mode, opset, half, seed }) => ({
    operator: 'RoiAlign',
    opset,
    inputs: [
      randomFloats([2, channels, height, width], seed, 0, 1),
      floats([count, 4], boxes(count, seed + 1, Math.max(height, width)).flat()),
      int64s(Array.from({ length: count }, (_, index) => index % 2)),
    ],
    attributes: {
      output_height: rows,
      output_width: columns,
      sampling_ratio: sampling,
      spatial_scale: float(scale),
      mode,
      ...(opset >= 16 && { coordinate_transformation_mode: half ? 'half_pixel' : 'output_half_pixel' }),
    },
  }))

export const maxRoiPoolCases: fc.Arbitrary<NodeCase> = fc
  .record({
    count: size,
    channels: size,
    extent: fc.integer({ min: 3, max: 8 }),
    pooled: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
    scale: fc.constantFrom(1, 0.5),
    seed: seeds,
  })
  .map(({ count, channels, extent, pooled, scale, seed }) => ({
    operator: 'MaxRoiPool',
    opset: 21,
    inputs: [
      randomFloats([2, channels, extent, extent], seed),
      floats(
        [count, 5],
        boxes(count, seed + 1, extent).flatMap((box, index) => [index % 2, ...box]),
      ),
    ],
    attributes: { pooled_shape: pooled, spatial_scale: float(scale) },
  }))

export const col2ImCases: fc.Arbitrary<NodeCase> = fc
  .record({
    channels: size,
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
    outGroup: size,
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

export const upsampleCases: fc.Arbitrary<NodeCase> = fc
  .record({
    operator: fc.constantFrom('Upsample', 'Resize'),
    height: size,
    width: size,
    scales: fc.tuple(fc.constantFrom(1, 1.5, 2, 3), fc.constantFrom(1, 1.5, 2, 3)),
    mode: fc.constantFrom('nearest', 'linear'),
    seed: seeds,
  })
  .filter(({ height, width, scales }) =>
    [height, width].every((length, axis) => scales[axis] === 1 || Math.floor(length * scales[axis]!) !== length),
  )
  .map(({ operator, height, width, scales, mode, seed }) => ({
    operator,
    opset: operator === 'Upsample' ? 9 : 10,
    inputs: [randomFloats([1, 2, height, width], seed), floats([4], [1, 1, ...scales])],
    attributes: { mode },
  }))

export const antialiasCases: fc.Arbitrary<NodeCase> = fc
  .record({
    height: fc.integer({ min: 3, max: 12 }),
    width: fc.integer({ min: 3, max: 12 }),
    scales: fc.tuple(fc.constantFrom(0.25, 0.5, 0.75), fc.constantFrom(0.5, 0.75, 1.5)),
    mode: fc.constantFrom('linear', 'cubic'),
    exclude: fc.nat(1),
    seed: seeds,
  })
  .map(({ height, width, scales, mode, exclude, seed }) => ({
    operator: 'Resize',
    opset: 18,
    inputs: [randomFloats([1, 2, height * 4, width * 4], seed), null, floats([4], [1, 1, ...scales])],
    attributes: { mode, antialias: 1, ...(mode === 'cubic' && { exclude_outside: exclude }) },
  }))
