import { expect, test } from 'vitest'
import { ids, runBlock } from '../testing/run-model.ts'
import { gridRotary } from './grid-rotary.ts'

test.each([
  ['shared', [1, 100 ** (-2 / 4)], [1, 100 ** (-2 / 4)]],
  ['alternating', [1, 100 ** (-4 / 8)], [100 ** (-2 / 8), 100 ** (-6 / 8)]],
] as const)('rows turn the first quarter, columns the second (%s)', async (frequencies, rowWaves, columnWaves) => {
  const output = await runBlock(
    { rows: ids([2], [3, 1]), columns: ids([2], [2, 5]) },
    4,
    (context, { rows, columns }) => gridRotary(context, { rows: rows!, columns: columns!, size: 8, theta: 100, frequencies }).sin,
  )
  const expected = [
    [3, 2],
    [1, 5],
  ].flatMap(([row, column]) => {
    const half = [...rowWaves.map((wave) => Math.sin(row! * wave)), ...columnWaves.map((wave) => Math.sin(column! * wave))]
    return [...half, ...half]
  })
  expect(output.dims).toEqual([1, 1, 2, 8])
  expected.forEach((value, index) => expect((output.data as Float32Array)[index]).toBeCloseTo(value, 5))
})
