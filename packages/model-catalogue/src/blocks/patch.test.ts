import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { flattenGrid, repeatForBatch, tokenAt, unpatch } from './patch.ts'

test('patches come together as the image that they were cut from', async () => {
  const [side, patch, channels] = [2, 3, 2]
  const length = side * patch
  const pixel = (channel: number, row: number, column: number): number => channel * 100 + row * 10 + column
  const patches: number[] = []
  for (let cell = 0; cell < side * side; cell++) {
    for (let index = 0; index < patch * patch; index++) {
      const row = Math.floor(cell / side) * patch + Math.floor(index / patch)
      const column = (cell % side) * patch + (index % patch)
      for (let channel = 0; channel < channels; channel++) patches.push(pixel(channel, row, column))
    }
  }
  const output = await runBlock({ x: floats([1, side * side, patch * patch * channels], patches) }, 4, (context, { x }) =>
    unpatch(context, x!, { side, patch, channels }),
  )
  const image = Array.from({ length: channels * length * length }, (_, index) =>
    pixel(Math.floor(index / length ** 2), Math.floor(index / length) % length, index % length),
  )
  expect(output.dims).toEqual([1, channels, length, length])
  expect(relativeDifference([...toNumbers(output)], image)).toBe(0)
})

test('a grid is read row by row', async () => {
  const grid = floats([1, 2, 2, 2], [1, 2, 3, 4, 10, 20, 30, 40])
  const output = await runBlock({ grid }, 3, (context, values) => flattenGrid(context, values['grid']!, 2))
  expect([...toNumbers(output)]).toEqual([1, 10, 2, 20, 3, 30, 4, 40])
})

test('a learned token stands before each item of a batch, and is found again', async () => {
  const inputs = { token: floats([1, 1, 2], [7, 8]), x: floats([2, 1, 2], [1, 2, 3, 4]) }
  const first = await runBlock(inputs, 2, (context, { token, x }) =>
    tokenAt(context, context.graph.node('Concat', [repeatForBatch(context, token!, x!, [1, 2]), x!], { axis: 1 }), 0),
  )
  expect([...toNumbers(first)]).toEqual([7, 8, 7, 8])
  const last = await runBlock(inputs, 2, (context, { token, x }) =>
    tokenAt(context, context.graph.node('Concat', [repeatForBatch(context, token!, x!, [1, 2]), x!], { axis: 1 }), -1),
  )
  expect([...toNumbers(last)]).toEqual([1, 2, 3, 4])
})
