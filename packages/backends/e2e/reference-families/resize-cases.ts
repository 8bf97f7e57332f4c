import fc from 'fast-check'
import { float } from '@vitest-hardware/onnx-graph'
import type { NodeCase } from './agreement.ts'
import { floats, int64s, randomFloats } from './random-tensor.ts'

const seeds = fc.nat(1_000_000)
const size = fc.integer({ min: 1, max: 6 })
/** Exact in float32, so that no coordinate hangs on rounding. */
const scale = fc.constantFrom(0.5, 0.75, 1, 1.25, 1.5, 2, 3)

export const resizeCases: fc.Arbitrary<NodeCase> = fc
  .record({
    dims: fc.tuple(size, size),
    mode: fc.constantFrom('nearest', 'linear', 'cubic'),
    coordinates: fc.constantFrom(
      'half_pixel',
      'half_pixel_symmetric',
      'pytorch_half_pixel',
      'align_corners',
      'asymmetric',
      'tf_crop_and_resize',
    ),
    nearest: fc.constantFrom('round_prefer_floor', 'round_prefer_ceil', 'floor', 'ceil'),
    by: fc.oneof(fc.record({ scales: fc.tuple(scale, scale) }), fc.record({ sizes: fc.tuple(size, size) })),
    exclude: fc.nat(1),
    roi: fc.tuple(fc.constantFrom(0, 0.25, -0.25), fc.constantFrom(1, 0.5, 1.25)),
    a: fc.constantFrom(-0.75, -0.5),
    policy: fc.constantFrom('stretch', 'stretch', 'not_larger', 'not_smaller'),
    seed: seeds,
  })
  .map(({ dims, mode, coordinates, nearest, by: given, exclude, roi, a, policy, seed }) => {
    // onnxruntime aligns to the whole length of the result, ONNX's published cases to `input · scale`; and in float32 the coordinates
    // of other ratios fall beside the whole numbers at which the nearest element changes
    const aligns = coordinates === 'align_corners'
    const exact = aligns || (mode === 'nearest' && 'sizes' in given)
    const by = exact ? { sizes: [2 * dims[0], 3 * dims[1]] } : given
    // onnxruntime copies an axis whose size stays, also where another part of it or another scale is asked for
    const crops = coordinates === 'tf_crop_and_resize'
    const stays = (one: number, axis: number): boolean => Math.floor(dims[axis]! * one) === dims[axis] && (crops || one !== 1)
    return {
      operator: 'Resize',
      opset: 19,
      inputs: [
        randomFloats([1, 2, ...dims], seed),
        crops ? floats([4], [roi[0], roi[0], roi[1], roi[1]]) : null,
        'scales' in by
          ? floats(
              [2],
              by.scales.map((one, axis) => (stays(one, axis) ? 3 : one)),
            )
          : null,
        'sizes' in by ? int64s(by.sizes.map((one, axis) => (crops && one === dims[axis] ? one + 1 : one))) : null,
      ],
      attributes: {
        axes: [2, 3],
        mode,
        coordinate_transformation_mode: coordinates,
        ...(mode === 'nearest' && { nearest_mode: nearest }),
        ...(mode === 'cubic' && { exclude_outside: exclude, cubic_coeff_a: float(a) }),
        ...(crops && { extrapolation_value: float(7) }),
        ...('sizes' in by && { keep_aspect_ratio_policy: crops || exact ? 'stretch' : policy }),
      },
    }
  })

/** Beyond its border onnxruntime goes on with the cubic of repeated edges, where the specification has the value at the border. */
function limit(mode: string, padding: string, reach: number): number {
  return mode === 'bicubic' && padding === 'border' ? 1 : reach
}

export const gridSampleCases: fc.Arbitrary<NodeCase> = fc
  .record({
    dims: fc.tuple(size, size),
    output: fc.tuple(size, size),
    depth: fc.option(size),
    channels: fc.integer({ min: 1, max: 3 }),
    mode: fc.constantFrom('bilinear', 'nearest', 'bicubic'),
    padding: fc.constantFrom('zeros', 'border', 'reflection'),
    corners: fc.nat(1),
    reach: fc.constantFrom(1, 1.5, 3),
    opset: fc.constantFrom(16, 20, 22),
    seed: seeds,
  })
  .map(({ dims, output, depth, channels, mode, padding, corners, reach, opset, seed }) => {
    const volume = depth !== null && opset >= 20 && mode !== 'bicubic'
    const [spatial, places] = volume
      ? [
          [depth, ...dims],
          [depth, ...output],
        ]
      : [dims, output]
    const most = limit(mode, padding, reach)
    return {
      operator: 'GridSample',
      opset,
      inputs: [randomFloats([2, channels, ...spatial], seed), randomFloats([2, ...places, spatial.length], seed + 1, -most, most)],
      attributes: { mode: opset >= 20 ? mode.replace('bi', '') : mode, padding_mode: padding, align_corners: corners },
    }
  })

export const affineGridCases: fc.Arbitrary<NodeCase> = fc
  .record({ spatial: fc.oneof(fc.tuple(size, size), fc.tuple(size, size, size)), corners: fc.nat(1), seed: seeds })
  .map(({ spatial, corners, seed }) => ({
    operator: 'AffineGrid',
    opset: 20,
    inputs: [
      randomFloats([2, spatial.length, spatial.length + 1], seed),
      int64s([2, 3, ...(corners === 1 ? spatial.map((one) => one + 1) : spatial)]),
    ],
    attributes: { align_corners: corners },
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
