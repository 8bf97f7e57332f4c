import { expect, test } from 'vitest'
import { floats, runBlock } from '../testing/run-model.ts'
import { placeWhere } from './placed-features.ts'

const embeddings = floats([2, 4, 1], [1, 2, 3, 4, 5, 6, 7, 8])
const isPlace = floats([2, 4], [0, 1, 1, 0, 1, 0, 0, 1])
const run = (features: readonly number[], shape: readonly number[], added = false) =>
  runBlock({ embeddings, isPlace, features: floats(shape, features) }, 3, (context, values) =>
    placeWhere(context, {
      isPlace: context.graph.node('Cast', [values['isPlace']!], { to: 9 }),
      embeddings: values['embeddings']!,
      features: values['features']!,
      size: 1,
      added,
    }),
  )

test('each text takes its own features in order, whatever their shape', async () => {
  const expected = [1, 10, 20, 4, 30, 6, 7, 40]
  expect([...((await run([10, 20, 30, 40], [2, 2, 1])).data as Float32Array)]).toEqual(expected)
  expect([...((await run([10, 20, 30, 40], [4, 1])).data as Float32Array)]).toEqual(expected)
})

test('too few features are repeated, and features can be added', async () => {
  expect([...((await run([10, 30], [2, 1, 1])).data as Float32Array)]).toEqual([1, 10, 10, 4, 30, 6, 7, 30])
  expect([...((await run([10, 20, 30, 40], [2, 2, 1], true)).data as Float32Array)]).toEqual([1, 12, 23, 4, 35, 6, 7, 48])
})
