import { toNumbers } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { floats, runBlock } from '../testing/run-model.ts'
import { joinWindows, partitionWindows, rollGrid, shiftedWindowMask, windowOffsets } from './shifted-window.ts'

const counted = (dims: readonly number[]) =>
  floats(
    dims,
    Array.from({ length: dims.reduce((product, dim) => product * dim, 1) }, (_, index) => index),
  )

test('a window holds neighbours, windows follow row by row', async () => {
  const output = await runBlock({ x: counted([1, 4, 4, 1]) }, 3, (context, values) =>
    partitionWindows(context, values['x']!, { side: 4, window: 2, size: 1 }),
  )
  expect(output.dims).toEqual([4, 4, 1])
  expect([...toNumbers(output)]).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15])
})

test('joining undoes cutting', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      async (batch, window, count, size) => {
        const sizes = { side: window * count, window, size }
        const x = counted([batch, sizes.side, sizes.side, size])
        const output = await runBlock({ x }, 4, (context, values) =>
          joinWindows(context, partitionWindows(context, values['x']!, sizes), sizes),
        )
        expect(output).toEqual(x)
      },
    ),
    { numRuns: 20 },
  )
})

test('rolling moves rows and columns around the edge, and back', async () => {
  const x = counted([1, 3, 3, 1])
  const rolled = await runBlock({ x }, 4, (context, values) => rollGrid(context, values['x']!, -1))
  expect([...toNumbers(rolled)]).toEqual([4, 5, 3, 7, 8, 6, 1, 2, 0])
  const back = await runBlock({ x }, 4, (context, values) => rollGrid(context, rollGrid(context, values['x']!, -1), 1))
  expect(back).toEqual(x)
})

test('a shifted window’s tokens see each other exactly where they were neighbours before the roll', () => {
  const [side, window, shift] = [8, 4, 2]
  const mask = shiftedWindowMask({ side, window, shift })
  const values = toNumbers(mask)
  const area = window * window
  // where a token of window `index` stood before it was rolled by -shift
  const origin = (index: number, cell: number): readonly [number, number] => {
    const [row, column] = [Math.floor(index / 2) * window + Math.floor(cell / window), (index % 2) * window + (cell % window)]
    return [(row + shift) % side, (column + shift) % side]
  }
  for (let index = 0; index < 4; index++) {
    for (let from = 0; from < area; from++) {
      for (let to = 0; to < area; to++) {
        const [a, b] = [origin(index, from), origin(index, to)]
        const isNear = a.every((place, axis) => Math.abs(place - b[axis]!) < window)
        expect(values[(index * area + from) * area + to]).toBe(isNear ? 0 : -100)
      }
    }
  }
})

test('pairs of equal offset share a row of the bias table, others do not', () => {
  const window = 3
  const offsets = windowOffsets(window)
  const seen = new Map<string, number>()
  offsets.forEach((row, index) => {
    const [from, to] = [Math.floor(index / 9), index % 9]
    const key = `${Math.floor(from / 3) - Math.floor(to / 3)},${(from % 3) - (to % 3)}`
    expect(seen.get(key) ?? row).toBe(row)
    seen.set(key, row)
  })
  expect([...new Set(seen.values())].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index))
})
