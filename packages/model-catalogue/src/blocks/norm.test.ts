import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { groupNorm, layerNorm, rmsNorm } from './norm.ts'

const [rows, size, epsilon] = [3, 8, 1e-5]
const x = seededNormal('x', rows * size, 1, 2)
const weight = (mean: number): Float32Array => seededNormal('0/norm.weight', size, mean, 0.1)
const bias = seededNormal('0/norm.bias', size, 0, 0.1)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const row = (index: number): number[] => [...x.subarray(index * size, (index + 1) * size)]
const each = (f: (values: number[]) => number[]): number[] => Array.from({ length: rows }, (_, index) => f(row(index))).flat()

/** (value - mean) / √(variance + ε). */
function standardised(values: readonly number[]): number[] {
  const centre = mean(values)
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2)) + epsilon)
  return values.map((value) => (value - centre) / spread)
}

test('layer normalisation', async () => {
  const output = await runBlock({ x: floats([rows, size], x) }, 2, (context, values) =>
    layerNorm(context, values['x']!, { name: 'norm', size, epsilon }),
  )
  const expected = each((values) => standardised(values).map((value, index) => value * weight(1)[index]! + bias[index]!))
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})

test.each([false, true])('root-mean-square normalisation, weight less one: %s', async (unitOffset) => {
  const output = await runBlock({ x: floats([rows, size], x) }, 2, (context, values) =>
    rmsNorm(context, values['x']!, { name: 'norm', size, epsilon, unitOffset }),
  )
  const factor = (index: number): number => (unitOffset ? 1 + weight(0)[index]! : weight(1)[index]!)
  const expected = each((values) => {
    const root = Math.sqrt(mean(values.map((value) => value ** 2)) + epsilon)
    return values.map((value, index) => (value / root) * factor(index))
  })
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})

test('group normalisation takes channels of a group together', async () => {
  const [groups, height, width] = [2, 3, 2]
  const image = seededNormal('image', size * height * width, 1, 2)
  const output = await runBlock({ image: floats([1, size, height, width], image) }, 4, (context, values) =>
    groupNorm(context, values['image']!, { name: 'norm', size, epsilon, groups }),
  )
  const perGroup = (size / groups) * height * width
  const expected = Array.from({ length: groups }, (_, group) => standardised([...image.subarray(group * perGroup, (group + 1) * perGroup)]))
    .flat()
    .map((value, index) => value * weight(1)[Math.floor(index / (height * width))]! + bias[Math.floor(index / (height * width))]!)
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})
