import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { namedWeights, withWeights } from '../testing/given-weights.ts'
import { floats, runBlock } from '../testing/run-model.ts'
import { deformableAttention } from './deformable-attention.ts'

/** One head of one number, one point: a 2 × 2 level of 1 2 3 4 and a level of one cell, 10. */
const cells = floats([1, 5, 1], [1, 2, 3, 4, 10])
const levels = [
  { height: 2, width: 2 },
  { height: 1, width: 1 },
]
const unit = { 'value_proj.weight': [1], 'value_proj.bias': [0], 'output_proj.weight': [1], 'output_proj.bias': [0] }

async function look(reference: readonly number[], offsets: readonly number[], weights: readonly number[]): Promise<number[]> {
  const given = namedWeights({
    ...unit,
    'sampling_offsets.weight': [0, 0, 0, 0],
    'sampling_offsets.bias': offsets,
    'attention_weights.weight': [0, 0],
    'attention_weights.bias': weights,
  })
  const query = floats([1, 1, 1], [0])
  const output = await runBlock({ cells, query, reference: floats([1, 1, 2, 2], [...reference, ...reference]) }, 3, (context, values) =>
    deformableAttention(withWeights(context, given), {
      size: 1,
      heads: 1,
      points: 1,
      levels,
      queries: 1,
      query: values['query']!,
      source: values['cells']!,
      reference: values['reference']!,
      referenceSize: 2,
    }),
  )
  return [...toNumbers(output)]
}

const onlyFirst = [50, -50]

test('the middle of a cell gives the cell', async () => {
  const [value] = await look([0.75, 0.25], [0, 0, 0, 0], onlyFirst)
  expect(value).toBeCloseTo(2, 5)
})

test('between cells it is their mean, and offsets count cells of their level, across before down', async () => {
  expect((await look([0.5, 0.5], [0, 0, 0, 0], onlyFirst))[0]).toBeCloseTo(2.5, 5)
  expect((await look([0.25, 0.25], [1, 0, 0, 0], onlyFirst))[0]).toBeCloseTo(2, 5)
  expect((await look([0.25, 0.25], [0, 1, 0, 0], onlyFirst))[0]).toBeCloseTo(3, 5)
})

test('levels share by softmax, and outside of the image is nothing', async () => {
  expect((await look([0.5, 0.5], [0, 0, 0, 0], [0, 0]))[0]).toBeCloseTo((2.5 + 10) / 2, 5)
  expect((await look([0.25, 0.25], [-5, 0, 0, 0], onlyFirst))[0]).toBeCloseTo(0, 5)
})
