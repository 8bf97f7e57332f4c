import { toNumbers } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { withWeights } from '../testing/given-weights.ts'
import { floats, relativeDifference, runBlock } from '../testing/run-model.ts'
import { axisNeighbours, gridNeighbours, neighbourhoodAttention } from './neighbourhood.ts'

test('a token has as many neighbours everywhere, all a dilation apart, itself among them and in the middle where the edge allows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.constantFrom(3, 5), fc.nat(6), fc.nat(30), (dilation, kernel, more, at) => {
      const side = kernel * dilation + more
      const place = at % side
      const { places, offsets } = axisNeighbours(place, { side, kernel, dilation })
      expect(places).toHaveLength(kernel)
      expect(places).toContain(place)
      places.forEach((other, index) => {
        expect(other).toBe(place + offsets[index]! * dilation)
        expect(other).toBeGreaterThanOrEqual(0)
        expect(other).toBeLessThan(side)
      })
      const reach = Math.floor(kernel / 2) * dilation
      if (place >= reach && place + reach < side) expect(places[Math.floor(kernel / 2)]).toBe(place)
    }),
  )
})

test('equals attention among all tokens whose strangers are forbidden', async () => {
  const [side, kernel, dilation, heads, headSize] = [6, 3, 2, 2, 4]
  const count = side * side
  const dims = [1, heads, count, headSize]
  const [query, key, value] = ['q', 'k', 'v'].map((name) => seededNormal(name, heads * count * headSize)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ]
  const bias = seededNormal('rpb', heads * (2 * kernel - 1) ** 2)
  const inputs = { query: floats(dims, query), key: floats(dims, key), value: floats(dims, value) }
  const output = await runBlock(inputs, 4, (context, values) => {
    const given = withWeights(context, () => bias)
    const [q, k, v] = [values['query']!, values['key']!, values['value']!]
    return neighbourhoodAttention(given, { query: q, key: k, value: v, side, kernel, dilation, heads, headSize })
  })
  const { tokens, biases } = gridNeighbours({ side, kernel, dilation })
  const elements = Array.from({ length: headSize }, (_, element) => element)
  const expected: number[] = []
  for (let head = 0; head < heads; head++) {
    const at = (list: Float32Array, token: number, element: number): number => list[(head * count + token) * headSize + element]!
    for (let token = 0; token < count; token++) {
      const seen = Array.from({ length: kernel ** 2 }, (_, index) => token * kernel ** 2 + index)
      const shares = seen.map((pair) => {
        const product = elements.reduce((sum, element) => sum + at(query, token, element) * at(key, tokens[pair]!, element), 0)
        return Math.exp(product / Math.sqrt(headSize) + bias[head * (2 * kernel - 1) ** 2 + biases[pair]!]!)
      })
      const total = shares.reduce((sum, share) => sum + share, 0)
      expected.push(
        ...elements.map((element) =>
          seen.reduce((sum, pair, index) => sum + (shares[index]! / total) * at(value, tokens[pair]!, element), 0),
        ),
      )
    }
  }
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})
