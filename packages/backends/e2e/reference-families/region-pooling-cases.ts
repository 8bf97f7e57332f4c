import fc from 'fast-check'
import { float } from '@vitest-hardware/onnx-graph'
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

/** Without `output_shape`: there onnxruntime counts indices in the given shape, ONNX's published case in the inferred one. */
export const maxUnpoolCases: fc.Arbitrary<NodeCase> = fc
  .record({ channels: size, height: size, width: size, kernel: fc.integer({ min: 1, max: 3 }), seed: seeds })
  .map(({ channels, height, width, kernel, seed }) => ({
    operator: 'MaxUnpool',
    opset: 11,
    inputs: [
      randomFloats([1, channels, height, width], seed),
      int64s(
        Array.from({ length: channels * height * width }, (_, index) => index * kernel * kernel),
        [1, channels, height, width],
      ),
    ],
    attributes: { kernel_shape: [kernel, kernel], strides: [kernel, kernel] },
  }))
