import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elementsOf, type RunOptions, runOperator, tensorOf } from '../testing/run-operator.ts'
import { signal } from './signal.ts'

type Attributes = NonNullable<RunOptions['attributes']>
const scalar = (value: number): ReturnType<typeof tensorOf> => tensorOf([], [value], 'int64')
const close = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual).toHaveLength(expected.length)
  for (const [index, value] of actual.entries()) expect(value, `element ${index}`).toBeCloseTo(expected[index]!, 9)
}
const numbers = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: length, maxLength: length })

describe('DFT', () => {
  const dft = (
    dims: readonly number[],
    data: readonly number[],
    attributes: Attributes = {},
    length?: number,
  ): ReturnType<typeof runOperator>[number] =>
    runOperator(signal, 'DFT', [tensorOf(dims, data), length === undefined ? undefined : scalar(length)], { attributes })[0]

  test('by hand', () => {
    close(elementsOf(dft([1, 4, 1], [1, 2, 3, 4])), [10, 0, -2, 2, -2, 0, -2, -2])
    const half = dft([1, 4, 1], [1, 2, 3, 4], { onesided: 1 })
    expect(half!.dims).toEqual([1, 3, 2])
    close(elementsOf(half), [10, 0, -2, 2, -2, 0])
  })

  test('the inverse gives the signal back', () => {
    fc.assert(
      fc.property(numbers(10), (data) => {
        close(elementsOf(dft([1, 5, 2], elementsOf(dft([1, 5, 2], data)), { inverse: 1 })), data)
      }),
    )
  })

  test('so does the one-sided inverse, for even and odd lengths', () => {
    for (const length of [6, 7]) {
      fc.assert(
        fc.property(numbers(length), (data) => {
          const spectrum = dft([1, length, 1], data, { onesided: 1 })
          const back = dft(spectrum!.dims, elementsOf(spectrum), { inverse: 1, onesided: 1 }, length)
          expect(back!.dims).toEqual([1, length, 1])
          close(elementsOf(back), data)
        }),
      )
    }
  })

  test('pads with zeros or cuts to dft_length, along any axis', () => {
    close(elementsOf(dft([1, 2, 1], [1, 2], {}, 3)), elementsOf(dft([1, 3, 1], [1, 2, 0])))
    close(elementsOf(dft([1, 3, 1], [1, 2, 9], {}, 2)), elementsOf(dft([1, 2, 1], [1, 2])))
    const columns = runOperator(signal, 'DFT', [tensorOf([2, 2, 1], [1, 2, 3, 4])], { attributes: { axis: 0 }, opset: 17 })[0]
    close(elementsOf(columns), [4, 0, 6, 0, -2, 0, -2, 0])
  })

  test.for([
    ['real input of a one-sided inverse', [1, 3, 1], { inverse: 1, onesided: 1 }, 'needs complex input'],
    ['complex input of a one-sided transform', [1, 3, 2], { onesided: 1 }, 'needs real input'],
    ['a last dimension of three', [1, 3, 3], {}, 'the last dimension of a signal is 1 or 2'],
  ] as const)('refuses %s', ([, dims, attributes, message]) => {
    expect(() =>
      dft(
        dims,
        Array.from({ length: dims[1] * dims[2] }, () => 0),
        attributes,
      ),
    ).toThrow(message)
  })
})

test('STFT is the DFT of each windowed frame', () => {
  const samples = [1, 2, 3, 4, 5]
  const window = [1, 0.5, 2]
  const [y] = runOperator(signal, 'STFT', [tensorOf([1, 5, 1], samples), scalar(2), tensorOf([3], window)])
  expect(y!.dims).toEqual([1, 2, 2, 2])
  const frame = (start: number): number[] => window.map((weight, index) => weight * samples[start + index]!)
  const expected = [0, 2].flatMap((start) =>
    elementsOf(runOperator(signal, 'DFT', [tensorOf([1, 3, 1], frame(start))], { attributes: { onesided: 1 } })[0]),
  )
  close(elementsOf(y), expected)
})

test.for([
  ['HannWindow', [0, 0.5, 1, 0.5], [0, 0.75, 0.75, 0]],
  ['HammingWindow', [25 / 46 - 21 / 46, 25 / 46, 1, 25 / 46], [2 / 23, 25 / 46 + 21 / 92, 25 / 46 + 21 / 92, 2 / 23]],
  ['BlackmanWindow', [0, 0.34, 1, 0.34], [0, 0.63, 0.63, 0]],
] as const)('%s, periodic and symmetric', ([operator, periodic, symmetric]) => {
  close(elementsOf(runOperator(signal, operator, [scalar(4)])[0]), periodic)
  close(elementsOf(runOperator(signal, operator, [scalar(4)], { attributes: { periodic: 0 } })[0]), symmetric)
})

test('MelWeightMatrix has triangles of peak one', () => {
  const inputs = [scalar(8), scalar(16), scalar(8192), tensorOf([], [0]), tensorOf([], [4096])]
  const [y] = runOperator(signal, 'MelWeightMatrix', inputs)
  expect(y!.dims).toEqual([9, 8])
  const columns = Array.from({ length: 8 }, (_, band) => elementsOf(y).filter((__, element) => element % 8 === band))
  for (const column of columns) expect(Math.max(...column)).toBe(1)
  expect(elementsOf(y).every((weight) => weight >= 0 && weight <= 1)).toBe(true)
})
