import { toNumbers } from '@vitest-hardware/onnx-graph'
import { expect, test } from 'vitest'
import { seededNormal } from '../random.ts'
import { floats, runBlock } from '../testing/run-model.ts'
import { mixExperts, topExperts } from './mixture-of-experts.ts'

const [tokens, size, experts, perToken] = [7, 5, 4, 2]
const x = floats([1, tokens, size], seededNormal('tokens', tokens * size))

const rows = (values: Float64Array): number[][] =>
  Array.from({ length: tokens }, (_, token) => [...values.subarray(token * experts, (token + 1) * experts)])

test.each([true, false])('each token goes to two experts; normalised: %s', async (normalised) => {
  const output = await runBlock({ x }, 3, (context, values) =>
    topExperts(context, values['x']!, { name: 'gate', size, experts, perToken, normalised }),
  )
  const scores = await runBlock({ x }, 3, (context, values) =>
    context.graph.node(
      'Softmax',
      [context.graph.node('MatMul', [values['x']!, context.graph.scope('gate', () => context.weight('weight', [size, experts]))])],
      { axis: -1 },
    ),
  )
  const all = rows(toNumbers(scores))
  rows(toNumbers(output)).forEach((weights, token) => {
    const best = [...all[token]!].sort((a, b) => b - a).slice(0, perToken)
    const sum = normalised ? best.reduce((total, value) => total + value, 0) : 1
    const expected = all[token]!.map((score) => (best.includes(score) ? score / sum : 0))
    weights.forEach((weight, index) => expect(weight).toBeCloseTo(expected[index]!, 5))
    expect(weights.filter((weight) => weight > 0)).toHaveLength(perToken)
  })
})

test('the answer is the weighted sum of the experts’', async () => {
  const weights = floats([1, 1, experts], [0, 0.25, 0.75, 0])
  const token = floats([1, 1, 1], [2])
  let called = 0
  const output = await runBlock({ token, weights }, 3, (context, values) =>
    mixExperts(context, values['token']!, {
      weights: values['weights']!,
      experts,
      expert: (input) => context.graph.node('Mul', [input, context.graph.constant('float32', 10 ** called++)]),
    }),
  )
  expect(toNumbers(output)[0]).toBeCloseTo(2 * (0.25 * 10 + 0.75 * 100), 4)
})
