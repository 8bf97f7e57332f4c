import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { namedWeights, withWeights } from '../testing/given-weights.ts'
import { floats, runBlock } from '../testing/run-model.ts'
import { nearestCode } from './nearest-code.ts'

test('the nearest entry is not that of the largest product', async () => {
  const weights = namedWeights({ 'codes.weight': [0, 0, 1, 1, 9, 9] })
  const output = await runBlock({ x: floats([3, 2], [0.2, 0.1, 1.5, 2, 6, 5]) }, 1, (context, { x }) => {
    const found = nearestCode(withWeights(context, weights), x!, { name: 'codes', entries: 3, size: 2 })
    return context.graph.node('Cast', [found], { to: 1 })
  })
  expect([...toNumbers(output)]).toEqual([0, 1, 2])
})
