import { toNumbers } from '@vitest-hardware/onnx-graph'
import { describe, expect, test } from 'vitest'
import { shuffleToPixels } from '../heads/vision.ts'
import { seededNormal } from '../random.ts'
import { withWeights } from '../testing/given-weights.ts'
import { floats, runBlock } from '../testing/run-model.ts'
import { resizeBy, resizeLike, resizeTo } from './resize.ts'
import { transposedConvolution } from './transposed-convolution.ts'

describe('a row of two pixels becomes four', () => {
  const x = floats([1, 1, 1, 2], [0, 1])
  test.each([
    ['half pixels', { alignCorners: false }, [0, 0.25, 0.75, 1]],
    ['corners that stay', { alignCorners: true }, [0, 1 / 3, 2 / 3, 1]],
    ['the nearest', { mode: 'nearest' as const }, [0, 0, 1, 1]],
  ])('by %s', async (_, options, expected) => {
    const output = await runBlock({ x }, 4, (context, values) => resizeTo(context, values['x']!, 1, 4, options))
    expected.forEach((value, index) => expect(toNumbers(output)[index]).toBeCloseTo(value, 6))
  })
})

test('a factor and another image tell the size', async () => {
  const inputs = { x: floats([2, 3, 2, 2], seededNormal('x', 24)), other: floats([1, 1, 5, 4], seededNormal('other', 20)) }
  const doubled = await runBlock(inputs, 4, (context, { x }) => resizeBy(context, x!, 2))
  expect(doubled.dims).toEqual([2, 3, 4, 4])
  const alike = await runBlock(inputs, 4, (context, { x, other }) => resizeLike(context, x!, other!))
  expect(alike.dims).toEqual([2, 3, 5, 4])
})

test('a transposed convolution puts a kernel for each pixel, summed over channels', async () => {
  const [kernel, from, to] = [2, 2, 1]
  const [pixels, weights] = [seededNormal('pixels', from * 4), seededNormal('weights', from * to * kernel ** 2)]
  const output = await runBlock({ x: floats([1, from, 2, 2], pixels) }, 4, (context, { x }) => {
    const given = withWeights(context, () => weights)
    return transposedConvolution(given, x!, { name: 'up', inputChannels: from, outputChannels: to, kernel, stride: 2, bias: false })
  })
  expect(output.dims).toEqual([1, 1, 4, 4])
  toNumbers(output).forEach((value, index) => {
    const [row, column] = [Math.floor(index / 4), index % 4]
    const [pixel, cell] = [Math.floor(row / 2) * 2 + Math.floor(column / 2), (row % 2) * 2 + (column % 2)]
    const expected = Array.from({ length: from }, (_, channel) => pixels[channel * 4 + pixel]! * weights[channel * 4 + cell]!)
    expect(value).toBeCloseTo(
      expected.reduce((sum, part) => sum + part, 0),
      5,
    )
  })
})

test('channels become pixels, the channels of one colour side by side', async () => {
  const [stride, channels, side] = [2, 3, 2]
  const size = stride ** 2 * channels
  const x = Float32Array.from({ length: size * side ** 2 }, (_, index) => index)
  const output = await runBlock({ x: floats([1, size, side, side], x) }, 4, (context, values) => {
    const copy = withWeights(context, (path, dims) => {
      const weights = new Float32Array(dims.reduce((product, dim) => product * dim, 1))
      if (path.endsWith('.weight')) for (let index = 0; index < size; index++) weights[index * size + index] = 1
      return weights
    })
    return shuffleToPixels(copy, values['x']!, { size, stride, channels }).value
  })
  expect(output.dims).toEqual([1, channels, 4, 4])
  toNumbers(output).forEach((value, index) => {
    const [channel, row, column] = [Math.floor(index / 16), Math.floor(index / 4) % 4, index % 4]
    const from = channel * stride ** 2 + (row % stride) * stride + (column % stride)
    expect(value).toBe(from * side ** 2 + Math.floor(row / stride) * side + Math.floor(column / stride))
  })
})
