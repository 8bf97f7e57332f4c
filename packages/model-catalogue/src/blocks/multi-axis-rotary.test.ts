import { expect, test } from 'vitest'
import { ids, runBlock } from '../testing/run-model.ts'
import { interleavedAxes, multiAxisRotary, sectionedAxes } from './multi-axis-rotary.ts'

test('axes come in sections or by turns', () => {
  expect(sectionedAxes([2, 1, 1])).toEqual([0, 0, 1, 2])
  expect(interleavedAxes([2, 1, 1])).toEqual([0, 1, 2, 0])
  expect(interleavedAxes([4, 2, 2])).toEqual([0, 1, 2, 0, 1, 2, 0, 0])
})

test.each(['half', 'interleaved'] as const)('each frequency turns by the position on its axis (%s)', async (layout) => {
  const axes = [0, 2, 1, 0]
  const output = await runBlock(
    { positions: ids([3, 1, 2], [5, 9, 1, 2, 7, 3]) },
    4,
    (context, { positions }) => multiAxisRotary(context, { positions: positions!, size: 8, theta: 100, axes, layout }).sin,
  )
  const place = [
    [5, 1, 7],
    [9, 2, 3],
  ]
  const expected = place.flatMap((at) => {
    const sines = axes.map((axis, index) => Math.sin(at[axis]! * 100 ** (-index / 4)))
    return layout === 'half' ? [...sines, ...sines] : sines.flatMap((sine) => [sine, sine])
  })
  expect(output.dims).toEqual([1, 1, 2, 8])
  expected.forEach((value, index) => expect((output.data as Float32Array)[index]).toBeCloseTo(value, 5))
})
