import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { deviationScaled, meanMagnitude, patchCount, seriesPatches } from './series-scaler.ts'

test('patches overlap, belong to one channel, and the last one ends with the series', async () => {
  const options = { steps: 7, patch: 3, stride: 2 }
  // channel 0 counts from 0, channel 1 from 100
  const series = Array.from({ length: 14 }, (_, index) => Math.floor(index / 2) + 100 * (index % 2))
  const output = await runBlock({ values: floats([1, 7, 2], series) }, 4, (context, given) =>
    seriesPatches(context, given['values']!, options),
  )
  expect(patchCount(options)).toBe(3)
  expect(output.dims).toEqual([1, 2, 3, 3])
  const first = [0, 1, 2, 2, 3, 4, 4, 5, 6]
  expect([...toNumbers(output)]).toEqual([...first, ...first.map((value) => value + 100)])
})

test('steps before the first patch are left out where strides do not fit', async () => {
  const series = [9, 0, 1, 2, 3, 4]
  const output = await runBlock({ values: floats([1, 6, 1], series) }, 4, (context, given) =>
    seriesPatches(context, given['values']!, { steps: 6, patch: 3, stride: 2 }),
  )
  expect([...toNumbers(output)]).toEqual([0, 1, 2, 2, 3, 4])
})

test('the mean of what was observed goes, its deviation divides', async () => {
  const inputs = { values: floats([1, 4, 1], [1, 3, 50, 5]), observed: floats([1, 4, 1], [1, 1, 0, 1]) }
  const output = await runBlock(inputs, 3, (context, given) => deviationScaled(context, given['values']!, given['observed']!).values)
  const scale = Math.sqrt(8 / 3 + 1e-5)
  expect(
    relativeDifference(
      [...toNumbers(output)],
      [1, 3, 50, 5].map((value) => (value - 3) / scale),
    ),
  ).toBeLessThan(1e-5)
})

test('a series of which nothing was observed is scaled as the batch is', async () => {
  const inputs = { values: floats([2, 3], [-2, 4, 9, 7, 7, 7]), observed: floats([2, 3], [1, 1, 0, 0, 0, 0]) }
  const output = await runBlock(inputs, 2, (context, given) => meanMagnitude(context, given['values']!, given['observed']!))
  expect([...toNumbers(output)]).toEqual([3, 3])
})
