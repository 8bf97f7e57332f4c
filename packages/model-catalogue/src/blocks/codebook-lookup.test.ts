import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { ids, relativeDifference, runBlock } from '../testing/run-model.ts'
import { asFloat } from './arithmetic.ts'
import { codebookSum } from './codebook-lookup.ts'
import { paddedPositions } from './padded-positions.ts'

test('a frame is the sum of one entry of each codebook', async () => {
  const [codebooks, entries, size] = [2, 4, 3]
  const codes = [3, 0, 1, 2]
  const output = await runBlock({ codes: ids([1, 2, codebooks], codes) }, 3, (context, given) =>
    codebookSum(context, given['codes']!, { codebooks, entries, size, name: (index) => `layers.${index}` }),
  )
  const tables = Array.from({ length: codebooks }, (_, index) =>
    seededNormal(`0/layers.${index}.weight`, entries * size, 0, 1 / Math.sqrt(codebooks)),
  )
  const expected = Array.from({ length: 2 * size }, (_, index) => {
    const [frame, element] = [Math.floor(index / size), index % size]
    return tables.reduce((sum, table, codebook) => sum + table[codes[frame * codebooks + codebook]! * size + element]!, 0)
  })
  expect(output.dims).toEqual([1, 2, size])
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-6)
})

test('positions count on behind padding', async () => {
  const output = await runBlock({ ids: ids([1, 5], [1, 7, 8, 1, 9]) }, 2, (context, given) =>
    asFloat(context, paddedPositions(context, given['ids']!, 1)),
  )
  expect([...toNumbers(output)]).toEqual([1, 2, 3, 1, 4])
})
