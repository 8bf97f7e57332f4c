import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { floats, runBlock } from '../testing/run-model.ts'
import { absoluteOffsetBias, absoluteOffsets } from './absolute-offset-bias.ts'
import { continuousPositionBias, logSpacedOffsets } from './continuous-position-bias.ts'

test('absolute offsets number pairs by how far apart they are, whatever the direction', () => {
  const side = 3
  const { index, count } = absoluteOffsets({ side })
  expect(count).toBe(side * side)
  const at = (from: number, to: number): number => index[from * side * side + to]!
  // the first query stands in the corner, so that its keys number the offsets
  expect(index.slice(0, side * side)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  for (let from = 0; from < side * side; from++) {
    for (let to = 0; to < side * side; to++) {
      const [rows, columns] = [Math.abs(Math.floor(from / side) - Math.floor(to / side)), Math.abs((from % side) - (to % side))]
      expect(at(from, to)).toBe(rows * side + columns)
    }
  }
})

test('queries of every second cell stand on the grid of the keys', () => {
  const { index } = absoluteOffsets({ side: 4, stride: 2 })
  expect(index).toHaveLength(4 * 16)
  // the last query stands on row 2, column 2
  expect(index[3 * 16 + 2 * 4 + 2]).toBe(0)
  expect(index[3 * 16 + 3 * 4 + 2]).toBe(index[1 * 4])
})

test('bias tables become one number for each head, query and key', async () => {
  const x = { x: floats([1], [0]) }
  const absolute = await runBlock(x, 3, (context) => absoluteOffsetBias(context, { side: 3, heads: 2 }))
  expect(absolute.dims).toEqual([2, 9, 9])
  const continuous = await runBlock(x, 4, (context) => continuousPositionBias(context, { window: 4, heads: 2 }))
  expect(continuous.dims).toEqual([1, 2, 16, 16])
  const values = toNumbers(continuous)
  expect(Math.min(...values)).toBeGreaterThan(0)
  expect(Math.max(...values)).toBeLessThan(16)
  // tokens of equal offset share their bias
  expect(values[0]).toBe(values[17])
})

test('log-spaced offsets are odd, and reach log₂(9)/3 at the window’s edge', () => {
  const table = logSpacedOffsets(4)
  const rows = table.length / 2
  const row = (index: number): number[] => [table[2 * index]!, table[2 * index + 1]!]
  expect(row((rows - 1) / 2)).toEqual([0, 0])
  row(0).forEach((value) => expect(value).toBeCloseTo(-Math.log2(9) / 3, 6))
  row(rows - 1).forEach((value) => expect(value).toBeCloseTo(Math.log2(9) / 3, 6))
  for (let index = 0; index < rows; index++)
    row(index).forEach((value, axis) => expect(value).toBeCloseTo(-row(rows - 1 - index)[axis]!, 6))
})
