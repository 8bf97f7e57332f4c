import { toNumbers } from '@vitest-hardware/onnx-graph'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, ids, relativeDifference, runBlock } from '../testing/run-model.ts'
import { attention, dotProductAttention, repeatHeads } from './attention.ts'
import { causalMask, localMask, pairMask } from './attention-mask.ts'
import { signedLogBucket } from './disentangled-attention.ts'

test('attention is the softmax of scaled products times the values', async () => {
  const [heads, queries, keys, headSize, scale] = [2, 3, 4, 5, 0.3]
  const [query, key, value] = [
    seededNormal('q', heads * queries * headSize),
    seededNormal('k', heads * keys * headSize),
    seededNormal('v', heads * keys * headSize),
  ]
  const inputs = {
    query: floats([1, heads, queries, headSize], query),
    key: floats([1, heads, keys, headSize], key),
    value: floats([1, heads, keys, headSize], value),
  }
  const output = await runBlock(inputs, 3, (context, values) =>
    dotProductAttention(context, { query: values['query']!, key: values['key']!, value: values['value']!, scale, size: heads * headSize }),
  )
  const expected: number[] = []
  for (let row = 0; row < queries; row++) {
    for (let head = 0; head < heads; head++) {
      const at = (list: Float32Array, length: number, step: number, element: number): number =>
        list[(head * length + step) * headSize + element]!
      const elements = Array.from({ length: headSize }, (_, element) => element)
      const scores = Array.from(
        { length: keys },
        (_, column) =>
          scale * elements.reduce((sum, element) => sum + at(query, queries, row, element) * at(key, keys, column, element), 0),
      )
      const shares = scores.map((score) => Math.exp(score))
      const total = shares.reduce((sum, share) => sum + share, 0)
      expected.push(
        ...elements.map((element) => shares.reduce((sum, share, column) => sum + (share / total) * at(value, keys, column, element), 0)),
      )
    }
  }
  expect(output.dims).toEqual([1, queries, heads * headSize])
  expect(relativeDifference([...toNumbers(output)], expected)).toBeLessThan(1e-5)
})

test('each key/value head serves the query heads beside it', async () => {
  const output = await runBlock({ x: floats([1, 2, 1, 1], [10, 20]) }, 4, (context, values) => repeatHeads(context, values['x']!, 6, 2, 1))
  expect([...toNumbers(output)]).toEqual([10, 10, 10, 20, 20, 20])
})

test('attention to another sequence has a row for each query', async () => {
  const inputs = { x: floats([2, 3, 8], seededNormal('x', 48)), source: floats([2, 5, 8], seededNormal('source', 80)) }
  const output = await runBlock(inputs, 3, (context, values) =>
    attention(context, values['x']!, { size: 8, heads: 2, source: values['source']! }),
  )
  expect(output.dims).toEqual([2, 3, 8])
})

describe('masks', () => {
  const seen = (values: Float64Array): number[] => [...values].map((value) => (value === 0 ? 1 : 0))

  test('a causal mask hides later and masked keys, past ones are seen', async () => {
    const inputs = { x: floats([1, 2, 1], [0, 0]), mask: ids([1, 4], [0, 1, 1, 1]) }
    const output = await runBlock(inputs, 4, (context, values) =>
      causalMask(context, { queries: values['x']!, attentionMask: values['mask']! }),
    )
    expect(output.dims).toEqual([1, 1, 2, 4])
    expect(seen(toNumbers(output))).toEqual([0, 1, 1, 0, 0, 1, 1, 1])
    expect(Math.min(...toNumbers(output))).toBe(-3.4028234663852886e38)
  })

  test('a window hides what is too long ago', async () => {
    const inputs = { x: floats([1, 4, 1], [0, 0, 0, 0]), mask: ids([1, 4], [1, 1, 1, 1]) }
    const output = await runBlock(inputs, 4, (context, values) =>
      causalMask(context, { queries: values['x']!, attentionMask: values['mask']!, window: 2 }),
    )
    expect(seen(toNumbers(output))).toEqual([1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1])
  })

  test('a local mask sees near tokens both ways', async () => {
    const output = await runBlock({ mask: ids([1, 4], [1, 1, 1, 0]) }, 4, (context, values) => localMask(context, values['mask']!, 1))
    expect(seen(toNumbers(output))).toEqual([1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 1, 0])
  })

  test('a pair mask forbids masked queries everything', async () => {
    const output = await runBlock({ mask: ids([1, 3], [1, 0, 1]) }, 4, (context, values) => pairMask(context, values['mask']!))
    expect(seen(toNumbers(output))).toEqual([1, 0, 1, 0, 0, 0, 1, 0, 1])
  })
})

/** Upstream's `make_log_bucket_position` of DeBERTa-v2, in float64. */
function upstreamBucket(distance: number, span: number, maxPosition: number): number {
  const middle = Math.floor(span / 2)
  const away = distance < middle && distance > -middle ? middle - 1 : Math.abs(distance)
  const logarithmic = Math.ceil((Math.log(away / middle) / Math.log((maxPosition - 1) / middle)) * (middle - 1) - 1e-9) + middle
  return away <= middle ? distance : logarithmic * Math.sign(distance)
}

test('DeBERTa’s relative positions fall into upstream’s buckets', () => {
  fc.assert(
    fc.property(fc.integer({ min: -511, max: 511 }), fc.constantFrom(8, 256), (distance, span) => {
      expect(signedLogBucket(distance, { span, maxPosition: 512 })).toBe(upstreamBucket(distance, span, 512))
    }),
  )
})
