import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { beitOffsets } from '../types/vision/beit.ts'
import { globalResponseNorm } from './convnext.ts'
import { reroll, unroll } from './hiera.ts'
import { centreRotation } from './rotary-vision.ts'
import { withWeights } from '../testing/given-weights.ts'

test('Hiera’s order makes pooling a maximum over an axis, and can be undone', async () => {
  const [side, size] = [8, 2]
  const grid = seededNormal('grid', side * side * size)
  const x = floats([1, side * side, size], grid)
  const back = await runBlock({ x }, 3, (context, values) => reroll(context, unroll(context, values['x']!, side, size, 2), side, size, 2))
  expect([...toNumbers(back)]).toEqual([...grid])
  const pooled = await runBlock({ x }, 3, (context, values) => {
    const { graph } = context
    const parts = graph.node('Reshape', [unroll(context, values['x']!, side, size, 2), graph.constant('int64', [0, 4, -1, size])])
    const greatest = graph.node('ReduceMax', [parts, graph.constant('int64', [1])], { keepdims: 0 })
    return reroll(context, greatest, side / 2, size, 1)
  })
  const expected = Array.from({ length: (side / 2) ** 2 * size }, (_, index) => {
    const [cell, channel] = [Math.floor(index / size), index % size]
    const [row, column] = [Math.floor(cell / (side / 2)) * 2, (cell % (side / 2)) * 2]
    return Math.max(...[0, 1].flatMap((down) => [0, 1].map((across) => grid[((row + down) * side + column + across) * size + channel]!)))
  })
  expect([...toNumbers(pooled)]).toEqual(expected)
})

test('DINOv3’s rotation leaves the tokens before the patches and all lengths as they are, and turns by the patch’s centre', async () => {
  const [side, size, prefix] = [2, 4, 1]
  const x = floats([1, 1, prefix + side * side, size], Array.from({ length: prefix + side * side }, () => [1, 1, 0, 0]).flat())
  const output = await runBlock({ x }, 4, (context, values) => centreRotation({ side, size, theta: 100, prefix })(context, values['x']!))
  const rows = Array.from({ length: prefix + side * side }, (_, index) => [...toNumbers(output).subarray(index * size, (index + 1) * size)])
  expect(rows[0]).toEqual([1, 1, 0, 0])
  // centres lie at -½ and ½, and the one frequency is 1: half a turn one way or the other
  for (const [first, second, third, fourth] of rows.slice(1)) {
    expect(first).toBeCloseTo(Math.cos(Math.PI), 5)
    expect(second).toBeCloseTo(Math.cos(Math.PI), 5)
    expect(third).toBeCloseTo(0, 5)
    expect(fourth).toBeCloseTo(0, 5)
  }
})

test('BEiT’s biases have rows of their own for the class token', () => {
  const [window, patches] = [2, 4]
  const offsets = beitOffsets(window)
  const at = (from: number, to: number): number => offsets[from * (patches + 1) + to]!
  expect([at(0, 0), at(0, 3), at(3, 0)]).toEqual([11, 9, 10])
  expect(new Set([1, 2, 3, 4].map((token) => at(token, token)))).toEqual(new Set([4]))
  expect(at(1, 2)).not.toBe(at(2, 1))
  expect(at(1, 2)).toBe(at(3, 4))
})

test('the response norm sets a channel’s norm over the image against the channels’ mean', async () => {
  const [cells, size] = [6, 4]
  const x = seededNormal('x', cells * size)
  const output = await runBlock({ x: floats([1, 2, 3, size], x) }, 4, (context, values) => {
    const given = withWeights(context, (path, dims) =>
      new Float32Array(dims.reduce((product, dim) => product * dim, 1)).fill(path.endsWith('bias') ? 0.5 : 2),
    )
    return globalResponseNorm(given, values['x']!, 'grn', size)
  })
  const norms = Array.from({ length: size }, (_, channel) =>
    Math.sqrt(Array.from({ length: cells }, (__, cell) => x[cell * size + channel]! ** 2).reduce((sum, part) => sum + part, 0)),
  )
  const mean = norms.reduce((sum, norm) => sum + norm, 0) / size
  const expected = Array.from(x, (value, index) => (2 * value * norms[index % size]!) / mean + 0.5 + value)
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})
