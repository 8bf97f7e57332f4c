import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { floats, runBlock } from '../testing/run-model.ts'
import { averageSquares, pixelShuffle, unfoldSquares } from './projector.ts'

/** A 4 × 2-channel grid of 4 × 4 patches whose values tell their place: row, column, channel. */
const side = 4
const size = 2
const place = (row: number, column: number, channel: number): number => 100 * row + 10 * column + channel
const image = floats(
  [1, side * side, size],
  Array.from({ length: side * side * size }, (_, index) => {
    const patch = Math.floor(index / size)
    return place(Math.floor(patch / side), patch % side, index % size)
  }),
)
const options = { side, factor: 2, size }

test('pixel shuffle puts each square row by row, channels innermost', async () => {
  const output = await runBlock({ image }, 3, (context, values) => pixelShuffle(context, values['image']!, options))
  expect(output.dims).toEqual([1, 4, 8])
  expect([...toNumbers(output)].slice(8, 16)).toEqual([20, 21, 30, 31, 120, 121, 130, 131])
})

test('unfolded squares have their channels outermost', async () => {
  const output = await runBlock({ image }, 3, (context, values) => unfoldSquares(context, values['image']!, options))
  expect([...toNumbers(output)].slice(8, 16)).toEqual([20, 30, 120, 130, 21, 31, 121, 131])
})

test('squares are averaged by channel', async () => {
  const output = await runBlock({ image }, 3, (context, values) => averageSquares(context, values['image']!, options))
  expect([...toNumbers(output)]).toEqual([55, 56, 75, 76, 255, 256, 275, 276])
})
