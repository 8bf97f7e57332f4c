import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, runOperator, tensorOf } from '../testing/run-operator.ts'
import { convolution } from './convolution.ts'

const numbers = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -8, max: 8 }), { minLength: length, maxLength: length })
const count = (dims: readonly number[]): number => dims.reduce((product, size) => product * size, 1)
const inner = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, index) => sum + value * b[index]!, 0)

describe('Conv', () => {
  test('sums the products of a window by hand', () => {
    const x = tensorOf([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9])
    const w = tensorOf([1, 1, 2, 2], [1, 0, 0, -1])
    const [y] = runOperator(convolution, 'Conv', [x, w, tensorOf([1], [10])])
    expect(y!.dims).toEqual([1, 1, 2, 2])
    expect(elementsOf(y)).toEqual([6, 6, 6, 6])
  })

  test('pads, strides and dilates', () => {
    const x = tensorOf([1, 1, 5], [1, 2, 3, 4, 5])
    const w = tensorOf([1, 1, 2], [1, 10])
    const [y] = runOperator(convolution, 'Conv', [x, w], { attributes: { strides: [2], dilations: [2], pads: [1, 1] } })
    // windows start at -1, 1 and 3 and hold what is two further
    expect(elementsOf(y)).toEqual([20, 42, 4])
  })

  test('keeps groups apart', () => {
    const x = tensorOf([1, 2, 2], [1, 2, 3, 4])
    const w = tensorOf([2, 1, 1], [10, 100])
    expect(elementsOf(runOperator(convolution, 'Conv', [x, w], { attributes: { group: 2 } })[0])).toEqual([10, 20, 300, 400])
  })

  test.for([
    ['SAME_UPPER', [3, 5, 7, 4]],
    ['SAME_LOWER', [1, 3, 5, 7]],
    ['VALID', [3, 5, 7]],
  ] as const)('auto_pad %s puts an odd element at its side', ([auto, expected]) => {
    const [y] = runOperator(convolution, 'Conv', [tensorOf([1, 1, 4], [1, 2, 3, 4]), tensorOf([1, 1, 2], [1, 1])], {
      attributes: { auto_pad: auto },
    })
    expect(elementsOf(y)).toEqual(expected)
  })

  test('with a kernel that is one at one place is a shift', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(2), numbers(25), (row, column, data) => {
        const kernel = Array.from({ length: 9 }, (_, index) => (index === row * 3 + column ? 1 : 0))
        const [y] = runOperator(convolution, 'Conv', [tensorOf([1, 1, 5, 5], data), tensorOf([1, 1, 3, 3], kernel)])
        expect(elementsOf(y)).toEqual([0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => data[(i + row) * 5 + j + column])))
      }),
    )
  })

  test('is linear', () => {
    const shape = [2, 4, 5] as const
    fc.assert(
      fc.property(numbers(40), numbers(40), numbers(24), (a, b, w) => {
        const run = (data: readonly number[]): number[] =>
          elementsOf(
            runOperator(convolution, 'Conv', [tensorOf(shape, data), tensorOf([4, 2, 3], w)], {
              attributes: { group: 2, pads: [1, 0] },
            })[0],
          )
        const [first, second] = [run(a), run(b)]
        expect(run(a.map((value, index) => 2 * value + b[index]!))).toEqual(first.map((value, index) => 2 * value + second[index]!))
      }),
    )
  })

  test.for([
    ['channels that do not fit', [1, 3, 4], [2, 2, 1], {}, 'do not fit 3 channels'],
    ['filters that the groups do not divide', [1, 2, 4], [3, 1, 1], { group: 2 }, 'does not divide the 3 filters'],
    ['a window beyond the input', [1, 1, 2], [1, 1, 3], {}, 'spans 3 elements of spatial axis 0'],
    ['another kernel_shape', [1, 1, 4], [1, 1, 3], { kernel_shape: [2] }, 'kernel_shape is [2]'],
    ['too few pads', [1, 1, 4], [1, 1, 1], { pads: [0] }, 'pads has 1 numbers, and 2 are needed'],
    ['a stride of zero', [1, 1, 4], [1, 1, 1], { strides: [0] }, 'strides has 0'],
    ['an unknown auto_pad', [1, 1, 4], [1, 1, 1], { auto_pad: 'SAME' }, 'auto_pad is SAME'],
  ] as const)('refuses %s', ([, x, w, attributes, message]) => {
    const zeros = (dims: readonly number[]): ReturnType<typeof tensorOf> => tensorOf(dims, new Float64Array(count(dims)))
    expect(() => runOperator(convolution, 'Conv', [zeros(x), zeros(w)], { attributes })).toThrow(message)
  })
})

describe('ConvTranspose', () => {
  test('spreads each element over a window by hand', () => {
    const [y] = runOperator(convolution, 'ConvTranspose', [tensorOf([1, 1, 2], [1, 2]), tensorOf([1, 1, 3], [1, 10, 100])], {
      attributes: { strides: [2] },
    })
    expect(elementsOf(y)).toEqual([1, 10, 102, 20, 200])
  })

  test('output_padding and output_shape choose elements and do not change them', () => {
    const run = (attributes: Record<string, readonly number[]>): number[] =>
      elementsOf(
        runOperator(convolution, 'ConvTranspose', [tensorOf([1, 1, 2], [1, 2]), tensorOf([1, 1, 3], [1, 10, 100])], {
          attributes: { strides: [2], ...attributes },
        })[0],
      )
    expect(run({ output_padding: [1] })).toEqual([1, 10, 102, 20, 200, 0])
    expect(run({ pads: [1, 1] })).toEqual([10, 102, 20])
    expect(run({ output_shape: [4] })).toEqual([10, 102, 20, 200])
    expect(run({ output_shape: [7] })).toEqual([1, 10, 102, 20, 200, 0, 0])
  })

  test('is the adjoint of Conv: ⟨conv(x), y⟩ = ⟨x, convT(y)⟩', () => {
    const window = fc.record({
      strides: fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(1, 3)),
      pad: fc.nat(1),
      dilation: fc.constantFrom(1, 2),
    })
    fc.assert(
      fc.property(window, fc.infiniteStream(fc.integer({ min: -8, max: 8 })), ({ strides, pad, dilation }, stream) => {
        const draw = (dims: readonly number[]): number[] => [...stream.take(count(dims))]
        const attributes = { strides, dilations: [dilation, dilation], pads: [pad, pad, pad, pad], group: 2 }
        // no element is left over beyond the last window
        const spatial = strides.map((stride) => 2 * stride + 2 * dilation + 1 - 2 * pad)
        const xDims = [2, 4, ...spatial]
        const w = draw([6, 2, 3, 3])
        const x = draw(xDims)
        const [convolved] = runOperator(convolution, 'Conv', [tensorOf(xDims, x), tensorOf([6, 2, 3, 3], w)], { attributes })
        const y = draw(convolved!.dims)
        // Conv's weights are [filters, channels], those of ConvTranspose [its channels, its filters]: the same memory
        const [back] = runOperator(convolution, 'ConvTranspose', [tensorOf(convolved!.dims, y), tensorOf([6, 2, 3, 3], w)], { attributes })
        expect(back!.dims).toEqual(xDims)
        expect(inner(elementsOf(convolved), y)).toBe(inner(x, elementsOf(back)))
      }),
    )
  })
})

test('Col2Im sums where windows overlap', () => {
  const columns = tensorOf([1, 2, 3], [1, 2, 3, 10, 20, 30])
  const [y] = runOperator(convolution, 'Col2Im', [columns, tensorOf([1], [4], 'int64'), tensorOf([1], [2], 'int64')])
  expect(y!.dims).toEqual([1, 1, 4])
  expect(elementsOf(y)).toEqual([1, 12, 23, 30])
})

test('ConvInteger takes the zero points away, padding counts as zero', () => {
  const [y] = runOperator(
    convolution,
    'ConvInteger',
    [tensorOf([1, 1, 2], [5, 7], 'uint8'), tensorOf([1, 1, 2], [3, 4], 'uint8'), tensorOf([], [5], 'uint8'), tensorOf([1], [1], 'uint8')],
    { attributes: { pads: [1, 0] } },
  )
  expect(y!.type).toBe('int32')
  expect(elementsOf(y)).toEqual([0, 6])
})

test('DeformConv without offsets is Conv, and moves its taps between elements', () => {
  const x = tensorOf([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9])
  const w = tensorOf([1, 1, 2, 2], [1, 2, 3, 4])
  const still = runOperator(convolution, 'DeformConv', [x, w, tensorOf([1, 8, 2, 2], new Float64Array(32))])
  expect(elementsOf(still[0])).toEqual(elementsOf(runOperator(convolution, 'Conv', [x, w])[0]))
  const half = new Float64Array(2 * 9).fill(0.5, 9)
  const moved = runOperator(convolution, 'DeformConv', [x, tensorOf([1, 1, 1, 1], [1]), tensorOf([1, 2, 3, 3], half)])
  expect(elementsOf(moved[0])).toEqual([1.5, 2.5, 1.5, 4.5, 5.5, 3, 7.5, 8.5, 4.5])
})
