import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { floats, ids, runBlock } from '../testing/run-model.ts'
import { gridSinusoids } from './grid-position.ts'
import { timestepEmbedding, timestepPerItem } from './timestep.ts'

/** Upstream's `get_timestep_embedding` in float64. */
function upstream(step: number, size: number, cosinesFirst: boolean, shift: number): number[] {
  const half = size / 2
  const angles = Array.from({ length: half }, (_, index) => step * Math.exp((-Math.log(10_000) * index) / (half - shift)))
  const [sines, cosines] = [angles.map(Math.sin), angles.map(Math.cos)]
  return cosinesFirst ? [...cosines, ...sines] : [...sines, ...cosines]
}

test.each([
  { size: 8, cosinesFirst: true, frequencyShift: 0 },
  { size: 8, cosinesFirst: false, frequencyShift: 1 },
])('sines and cosines of steps with $cosinesFirst and $frequencyShift', async (options) => {
  const steps = [0, 1, 37, 999]
  const output = await runBlock({ steps: ids([4], steps) }, 2, (context, values) => timestepEmbedding(context, values['steps']!, options))
  const expected = steps.flatMap((step) => upstream(step, options.size, options.cosinesFirst, options.frequencyShift))
  expect(output.dims).toEqual([4, options.size])
  // float32 knows an angle near 1000 to 6e-5
  expected.forEach((value, index) => expect(Math.abs(toNumbers(output)[index]! - value)).toBeLessThan(2e-4))
})

test('one timestep serves a whole batch, several stay apart', async () => {
  const x = floats([3, 1], [0, 0, 0])
  const run = (steps: readonly number[]) =>
    runBlock({ x, steps: ids([steps.length], steps) }, 1, (context, values) =>
      context.graph.node('Cast', [timestepPerItem(context, values['steps']!, values['x']!)], { to: 1 }),
    )
  expect([...toNumbers(await run([7]))]).toEqual([7, 7, 7])
  expect([...toNumbers(await run([7, 8, 9]))]).toEqual([7, 8, 9])
})

test('positions of a grid: first the column, then the row', () => {
  const [side, size] = [3, 8]
  const table = gridSinusoids(side, size)
  const [row, column] = [1, 2]
  const part = table.subarray((row * side + column) * size, (row * side + column + 1) * size)
  const slow = 1 / 100
  const expected = [column, row].flatMap((place) => [Math.sin(place), Math.sin(place * slow), Math.cos(place), Math.cos(place * slow)])
  expected.forEach((value, index) => expect(part[index]).toBeCloseTo(value, 6))
})
