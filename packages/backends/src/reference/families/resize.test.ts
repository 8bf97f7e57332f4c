import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, type RunOptions, runOperator, tensorOf } from '../testing/run-operator.ts'
import { resize } from './resize.ts'

type Attributes = NonNullable<RunOptions['attributes']>
const line = (numbers: readonly number[]): ReturnType<typeof tensorOf> => tensorOf([numbers.length], numbers)

function resized(numbers: readonly number[], to: { scale: number } | { size: number }, attributes: Attributes, opset = 19): number[] {
  const scales = 'scale' in to ? line([to.scale]) : undefined
  const sizes = 'size' in to ? tensorOf([1], [to.size], 'int64') : undefined
  return elementsOf(runOperator(resize, 'Resize', [line(numbers), undefined, scales, sizes], { attributes, opset })[0])
}

describe('Resize', () => {
  test('at scale 1 is the identity in every mode', () => {
    const modes = ['half_pixel', 'half_pixel_symmetric', 'pytorch_half_pixel', 'align_corners', 'asymmetric', 'tf_crop_and_resize']
    fc.assert(
      fc.property(
        fc.constantFrom('nearest', 'linear', 'cubic'),
        fc.constantFrom(...modes),
        fc.nat(1),
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 6 }),
        (mode, coordinates, antialias, data) => {
          const smooth = mode === 'nearest' ? 0 : antialias
          const result = resized(data, { scale: 1 }, { mode, coordinate_transformation_mode: coordinates, antialias: smooth })
          for (const [index, value] of result.entries()) expect(value).toBeCloseTo(data[index]!, 9)
        },
      ),
    )
  })

  test('of a constant is the constant', () => {
    const smooth = fc.record({ mode: fc.constantFrom('linear', 'cubic'), antialias: fc.nat(1), exclude_outside: fc.nat(1) })
    fc.assert(
      fc.property(smooth, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (attributes, length, size) => {
        for (const value of resized(
          Array.from({ length }, () => 5),
          { size },
          attributes,
        ))
          expect(value).toBeCloseTo(5, 9)
      }),
    )
  })

  test.for([
    ['round_prefer_floor', [1, 1, 2, 2]],
    ['round_prefer_ceil', [1, 1, 2, 2]],
    ['floor', [1, 1, 1, 2]],
    ['ceil', [1, 2, 2, 2]],
  ] as const)('nearest, %s', ([nearest_mode, expected]) => {
    expect(resized([1, 2], { scale: 2 }, { nearest_mode })).toEqual(expected)
  })

  test('halves decide between the modes of nearest', () => {
    const at = (nearest_mode: string): number[] =>
      resized([1, 2, 3], { scale: 2 }, { nearest_mode, coordinate_transformation_mode: 'asymmetric' })
    expect(at('round_prefer_floor')).toEqual([1, 1, 2, 2, 3, 3])
    expect(at('round_prefer_ceil')).toEqual([1, 2, 2, 3, 3, 3])
  })

  test.for([
    ['half_pixel', [0, 2.5, 7.5, 10]],
    ['asymmetric', [0, 5, 10, 10]],
    ['align_corners', [0, 10 / 3, 20 / 3, 10]],
  ] as const)('linear, %s', ([coordinate_transformation_mode, expected]) => {
    for (const [index, value] of resized([0, 10], { scale: 2 }, { mode: 'linear', coordinate_transformation_mode }).entries()) {
      expect(value).toBeCloseTo(expected[index]!, 12)
    }
  })

  test('align_corners reaches over the fractional length', () => {
    // ONNX's resize_downsample_scales_linear_align_corners along one axis: 4 · 0.6 = 2.4
    const result = resized([1, 2, 3, 4], { scale: 0.6 }, { mode: 'linear', coordinate_transformation_mode: 'align_corners' })
    expect(result).toHaveLength(2)
    expect(result[0]).toBe(1)
    expect(result[1]).toBeCloseTo(3.142857, 6)
  })

  test('half_pixel_symmetric keeps the middle in the middle', () => {
    const result = resized([0, 1, 2, 3], { scale: 0.7 }, { mode: 'linear', coordinate_transformation_mode: 'half_pixel_symmetric' })
    expect(result).toHaveLength(2)
    expect((result[0]! + result[1]!) / 2).toBeCloseTo(1.5, 12)
  })

  test('cubic is exact on a straight line, away from the ends', () => {
    const result = resized([0, 2, 4, 6, 8, 10], { scale: 2 }, { mode: 'cubic', cubic_coeff_a: -0.5 })
    for (const index of [4, 5, 6, 7]) expect(result[index]).toBeCloseTo(index - 0.5, 12)
  })

  test('exclude_outside weighs only what is there', () => {
    const edge = (exclude_outside: number): number => resized([1, 9, 9, 9], { scale: 2 }, { mode: 'cubic', exclude_outside })[0]!
    // elements 0 and 1 have the weights 0.87890625 and -0.10546875; without exclusion the edge repeats
    expect(edge(0)).toBeCloseTo(1 - 8 * 0.10546875, 12)
    expect(edge(1)).toBeCloseTo((0.87890625 - 9 * 0.10546875) / (0.87890625 - 0.10546875), 12)
  })

  test('antialias averages what it leaves out', () => {
    expect(resized([0, 0, 8, 0, 0, 0], { size: 2 }, { mode: 'linear' })).toEqual([0, 0])
    const smooth = resized([0, 0, 8, 0, 0, 0], { size: 2 }, { mode: 'linear', antialias: 1 })
    // the triangle reaches three elements to each side: 3, 2, 1 ninths and so on
    expect(smooth[0]).toBeCloseTo((8 * 2) / 9, 12)
    expect(smooth[1]).toBeCloseTo((8 * 1) / 9, 12)
  })

  test('tf_crop_and_resize shows a part, and the extrapolation value beside it', () => {
    const x = line([0, 10, 20, 30])
    const [y] = runOperator(resize, 'Resize', [x, line([1 / 3, 4 / 3]), undefined, tensorOf([1], [4], 'int64')], {
      attributes: { mode: 'linear', coordinate_transformation_mode: 'tf_crop_and_resize', extrapolation_value: -1 },
    })
    const expected = [10, 20, 30, -1]
    for (const [index, value] of elementsOf(y).entries()) expect(value).toBeCloseTo(expected[index]!, 9)
  })

  test('keeps the aspect ratio', () => {
    const x = tensorOf([2, 4], [1, 2, 3, 4, 5, 6, 7, 8])
    const dims = (keep_aspect_ratio_policy: string): readonly number[] =>
      runOperator(resize, 'Resize', [x, undefined, undefined, tensorOf([2], [6, 6], 'int64')], {
        attributes: { keep_aspect_ratio_policy },
      })[0]!.dims
    expect(dims('stretch')).toEqual([6, 6])
    expect(dims('not_larger')).toEqual([3, 6])
    expect(dims('not_smaller')).toEqual([6, 12])
  })

  test('axes name what is resized', () => {
    const x = tensorOf([1, 2, 2], [1, 2, 3, 4])
    const [y] = runOperator(resize, 'Resize', [x, undefined, line([2])], { attributes: { axes: [-1] } })
    expect(y!.dims).toEqual([1, 2, 4])
    expect(elementsOf(y)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
  })

  test('rounds and saturates where the type is an integer', () => {
    const [y] = runOperator(resize, 'Resize', [tensorOf([4], [0, 255, 255, 0], 'uint8'), undefined, line([2])], {
      attributes: { mode: 'cubic' },
    })
    expect(elementsOf(y)).toContain(255)
    for (const value of elementsOf(y)) expect(Number.isInteger(value) && value >= 0 && value <= 255).toBe(true)
  })

  test('versions before 11, and Upsample, take the element before', () => {
    const x = line([1, 2])
    expect(elementsOf(runOperator(resize, 'Resize', [x, line([1.5])], { opset: 10 })[0])).toEqual([1, 1, 2])
    expect(elementsOf(runOperator(resize, 'Upsample', [x, line([2])], { attributes: { mode: 'linear' }, opset: 9 })[0])).toEqual([
      1, 1.5, 2, 2,
    ])
    expect(elementsOf(runOperator(resize, 'Upsample', [x], { attributes: { scales: [2] }, opset: 7 })[0])).toEqual([1, 1, 2, 2])
  })

  test.for([
    ['both scales and sizes', [line([2]), tensorOf([1], [2], 'int64')], {}, 'one of scales and sizes'],
    ['neither', [undefined, undefined], {}, 'one of scales and sizes'],
    ['too many scales', [line([1, 2])], {}, 'input 2: it has 2 numbers, and 1 are needed'],
    ['a scale of zero', [line([0])], {}, 'scales are positive'],
    ['an unknown mode', [line([2])], { mode: 'area' }, 'mode is area'],
    [
      'a mode that version 13 took away',
      [line([2])],
      { coordinate_transformation_mode: 'tf_half_pixel_for_nn' },
      'coordinate_transformation_mode is',
    ],
    ['an axis beyond the rank', [line([2])], { axes: [1] }, 'axes has 1'],
  ] as const)('refuses %s', ([, inputs, attributes, message]) => {
    expect(() => runOperator(resize, 'Resize', [line([1, 2]), undefined, ...inputs], { attributes })).toThrow(message)
  })
})
