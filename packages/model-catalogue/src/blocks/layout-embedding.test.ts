import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { namedWeights, withWeights } from '../testing/given-weights.ts'
import { ids, runBlock } from '../testing/run-model.ts'
import { gridBoxes, placeBias } from './layout-embedding.ts'

test('a grid’s boxes go row by row and cover the page', () => {
  const boxes = [
    [0, 0, 500, 500],
    [500, 0, 1000, 500],
    [0, 500, 500, 1000],
    [500, 500, 1000, 1000],
  ]
  expect(gridBoxes(2, false)).toEqual(boxes.flat())
})

test('the whole page stands first where wanted', () => {
  expect(gridBoxes(1, true)).toEqual([1, 1, 999, 999, 0, 0, 1000, 1000])
})

test('a bias is that of the key’s distance from the query, and far ones share the last bucket of their direction', async () => {
  const weights = namedWeights({ 'bias.weight': [0, 1, 2, 3, 4, 5, 6, 7] })
  const output = await runBlock({ places: ids([1, 3], [0, 1, 900]) }, 4, (context, { places }) =>
    placeBias(withWeights(context, weights), places!, { name: 'bias', heads: 1, buckets: 8, maxDistance: 16 }),
  )
  expect([...toNumbers(output)]).toEqual([0, 5, 7, 1, 0, 7, 3, 3, 0])
})
