import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { namedWeights, withWeights } from '../testing/given-weights.ts'
import { floats, runBlock } from '../testing/run-model.ts'
import { batchNorm } from './batch-norm.ts'
import { convolution } from './convolution.ts'
import { flattenGrid, patchEmbedding, prependToken, unpatch } from './patch.ts'

test('a convolution over time slides, strides and pads with zeros', async () => {
  const x = floats([1, 1, 5], [1, 2, 3, 4, 5])
  const weights = namedWeights({ 'c.weight': [1, 10, 100], 'c.bias': [0.5] })
  const output = await runBlock({ x }, 3, (context, values) =>
    convolution(withWeights(context, weights), values['x']!, {
      name: 'c',
      inputChannels: 1,
      outputChannels: 1,
      kernel: [3],
      stride: 2,
      padding: 1,
    }),
  )
  // (0 1 2), (2 3 4), (4 5 0)
  expect([...toNumbers(output)]).toEqual([210.5, 432.5, 54.5])
})

test('a convolution over an image sums its input channels', async () => {
  const x = floats([1, 2, 2, 2], [1, 2, 3, 4, 10, 20, 30, 40])
  const weights = namedWeights({ 'c.weight': [1, 0, 0, 1, 0, 1, 1, 0] })
  const output = await runBlock({ x }, 4, (context, values) =>
    convolution(withWeights(context, weights), values['x']!, {
      name: 'c',
      inputChannels: 2,
      outputChannels: 1,
      kernel: [2, 2],
      bias: false,
    }),
  )
  expect(output.dims).toEqual([1, 1, 1, 1])
  expect([...toNumbers(output)]).toEqual([1 + 4 + 20 + 30])
})

test('a depthwise convolution keeps channels apart', async () => {
  const x = floats([1, 2, 1, 2], [1, 2, 3, 4])
  const weights = namedWeights({ 'c.weight': [2, -1], 'c.bias': [0, 1] })
  const output = await runBlock({ x }, 4, (context, values) =>
    convolution(withWeights(context, weights), values['x']!, { name: 'c', inputChannels: 2, outputChannels: 2, kernel: [1, 1], groups: 2 }),
  )
  expect([...toNumbers(output)]).toEqual([2, 4, -2, -3])
})

test('batch normalisation uses the statistics of training', async () => {
  const x = floats([1, 2, 1, 2], [1, 2, 3, 4])
  const weights = namedWeights({ 'n.weight': [1, 3], 'n.bias': [0, 1], 'n.running_mean': [1, 2], 'n.running_var': [4, 1] })
  const output = await runBlock({ x }, 4, (context, values) =>
    batchNorm(withWeights(context, weights), values['x']!, { name: 'n', size: 2, epsilon: 1e-9 }),
  )
  ;[0, 0.5, 4, 7].forEach((value, index) => expect(toNumbers(output)[index]).toBeCloseTo(value, 5))
})

/** A 4 × 4 image of one channel whose pixels are 0 … 15. */
const image = floats(
  [1, 1, 4, 4],
  Array.from({ length: 16 }, (_, index) => index),
)

test('patches follow row by row, each with its own four pixels', async () => {
  // an embedding of size 4 whose elements are the patch's pixels
  const pick = Array.from({ length: 4 }, (_, row) => Array.from({ length: 4 }, (__, column) => (row === column ? 1 : 0))).flat()
  const weights = namedWeights({ 'p.weight': pick, 'p.bias': [0, 0, 0, 0] })
  const output = await runBlock({ image }, 3, (context, values) =>
    patchEmbedding(withWeights(context, weights), values['image']!, { name: 'p', channels: 1, size: 4, patch: 2 }),
  )
  expect(output.dims).toEqual([1, 4, 4])
  expect([...toNumbers(output)]).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15])
})

test('unpatch puts patches back, channels innermost', async () => {
  const [side, patch, channels] = [2, 2, 3]
  const value = (channel: number, row: number, column: number): number => channel * 100 + row * 10 + column
  const patches: number[] = []
  for (let index = 0; index < side * side; index++) {
    for (let cell = 0; cell < patch * patch; cell++) {
      const [row, column] = [Math.floor(index / side) * patch + Math.floor(cell / patch), (index % side) * patch + (cell % patch)]
      for (let channel = 0; channel < channels; channel++) patches.push(value(channel, row, column))
    }
  }
  const output = await runBlock({ x: floats([1, side * side, patch * patch * channels], patches) }, 4, (context, values) =>
    unpatch(context, values['x']!, { side, patch, channels }),
  )
  const expected = Array.from({ length: channels }, (_, channel) =>
    Array.from({ length: 16 }, (__, cell) => value(channel, Math.floor(cell / 4), cell % 4)),
  ).flat()
  expect(output.dims).toEqual([1, channels, 4, 4])
  expect([...toNumbers(output)]).toEqual(expected)
})

test('a learned token stands before the tokens of each item', async () => {
  const x = floats([2, 2, 1, 1], [1, 2, 3, 4])
  const output = await runBlock({ x, token: floats([1, 1, 2], [8, 9]) }, 3, (context, values) =>
    prependToken(context, flattenGrid(context, values['x']!, 2), values['token']!, 2),
  )
  expect(output.dims).toEqual([2, 2, 2])
  expect([...toNumbers(output)]).toEqual([8, 9, 1, 2, 8, 9, 3, 4])
})
