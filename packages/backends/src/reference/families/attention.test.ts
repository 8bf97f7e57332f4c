import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Values } from '../operator.ts'
import { elementsOf, type RunOptions, runOperator, tensorOf } from '../testing/run-operator.ts'
import { attention } from './attention.ts'

type Attributes = NonNullable<RunOptions['attributes']>
const draw = (stream: fc.Stream<number>, dims: readonly number[]): Values =>
  tensorOf(dims, stream.take(dims.reduce((product, size) => product * size, 1)))
const numbers = fc.infiniteStream(fc.double({ min: -2, max: 2, noNaN: true }))

function run(inputs: readonly (Values | undefined)[], attributes: Attributes = {}, outputs = 1): readonly (Values | undefined)[] {
  return runOperator(attention, 'Attention', inputs, { attributes, outputs })
}

/** One query against keys, as the definition says; hidden keys are left out. */
function definition(
  query: readonly number[],
  keys: readonly (readonly number[])[],
  values: readonly number[],
  seen: readonly number[],
): number {
  const weight = (key: number): number =>
    Math.exp(query.reduce((sum, value, index) => sum + value * keys[key]![index]!, 0) / Math.sqrt(query.length))
  const total = seen.reduce((sum, key) => sum + weight(key), 0)
  return seen.reduce((sum, key) => sum + (weight(key) / total) * values[key]!, 0)
}

const rows = (value: Values, width: number): number[][] => {
  const list = elementsOf(value)
  return Array.from({ length: list.length / width }, (_, row) => list.slice(row * width, (row + 1) * width))
}

describe('Attention', () => {
  test('is its definition, causal or not', () => {
    fc.assert(
      fc.property(numbers, fc.nat(1), (stream, is_causal) => {
        const [q, k, v] = [draw(stream, [1, 1, 3, 2]), draw(stream, [1, 1, 3, 2]), draw(stream, [1, 1, 3, 1])]
        const y = elementsOf(run([q, k, v], { is_causal })[0])
        for (const [query, row] of rows(q, 2).entries()) {
          const seen = [0, 1, 2].filter((key) => is_causal === 0 || key <= query)
          expect(y[query]).toBeCloseTo(definition(row, rows(k, 2), elementsOf(v), seen), 12)
        }
      }),
    )
  })

  test('three dimensions are four with the heads inside', () => {
    fc.assert(
      fc.property(numbers, (stream) => {
        const flat = [draw(stream, [1, 2, 4]), draw(stream, [1, 3, 4]), draw(stream, [1, 3, 2])]
        const split = flat.map((value) => {
          const [, length, hidden] = value.dims as [number, number, number]
          const width = hidden / 2
          const data = rows(value, width)
          return tensorOf(
            [1, 2, length, width],
            [0, 1].flatMap((head) => Array.from({ length }, (_, step) => data[step * 2 + head]!).flat()),
          )
        })
        const y = rows(run(flat, { q_num_heads: 2, kv_num_heads: 2 })[0]!, 1)
        const four = rows(run(split)[0]!, 1)
        expect([0, 1].flatMap((head) => [0, 1].map((step) => y[step * 2 + head]))).toEqual(four)
      }),
    )
  })

  test('a cache gives what one pass gives', () => {
    fc.assert(
      fc.property(numbers, (stream) => {
        const [q, k, v] = [draw(stream, [1, 1, 4, 2]), draw(stream, [1, 1, 4, 2]), draw(stream, [1, 1, 4, 2])]
        const part = (value: Values, from: number, to: number): Values =>
          tensorOf([1, 1, to - from, 2], elementsOf(value).slice(from * 2, to * 2))
        const whole = run([q, k, v], { is_causal: 1 })[0]!
        const [y, keys, values] = run(
          [part(q, 2, 4), part(k, 2, 4), part(v, 2, 4), undefined, part(k, 0, 2), part(v, 0, 2)],
          { is_causal: 1 },
          3,
        )
        expect(elementsOf(y)).toEqual(elementsOf(whole).slice(4))
        expect(elementsOf(keys)).toEqual(elementsOf(k))
        expect(elementsOf(values)).toEqual(elementsOf(v))
      }),
    )
  })

  const q = tensorOf([1, 1, 1, 1], [1])
  const k = tensorOf([1, 1, 2, 1], [0, Math.log(3)])
  const v = tensorOf([1, 1, 2, 1], [0, 4])

  test('masks add, or hide', () => {
    expect(elementsOf(run([q, k, v])[0])[0]).toBeCloseTo(3, 12)
    expect(elementsOf(run([q, k, v, tensorOf([1, 2], [Math.log(9), 0])])[0])[0]).toBeCloseTo(1, 12)
    expect(elementsOf(run([q, k, v, tensorOf([1, 2], [0, 1], 'bool')])[0])).toEqual([4])
    expect(elementsOf(run([q, k, v, tensorOf([1, 1], [0])])[0])).toEqual([0])
  })

  test('a query that sees nothing gives zeros', () => {
    const [y, , , scores] = run([q, k, v, tensorOf([1, 2], [0, 0], 'bool')], { qk_matmul_output_mode: 3 }, 4)
    expect(elementsOf(y)).toEqual([0])
    expect(elementsOf(scores)).toEqual([0, 0])
  })

  test('nonpad_kv_seqlen hides the padding and aligns causality to the valid keys', () => {
    const [three, keys] = [tensorOf([1, 1, 2, 1], [0, 0]), tensorOf([1, 1, 4, 1], [0, 0, 0, 0])]
    const values = tensorOf([1, 1, 4, 1], [3, 6, 9, 100])
    const valid = tensorOf([1], [3], 'int64')
    const inputs = [three, keys, values, undefined, undefined, undefined, valid]
    for (const [index, value] of elementsOf(run(inputs)[0]).entries()) expect(value, `${index}`).toBeCloseTo(6, 12)
    const causal = elementsOf(run(inputs, { is_causal: 1 })[0])
    expect(causal[0]).toBeCloseTo(4.5, 12)
    expect(causal[1]).toBeCloseTo(6, 12)
  })

  test('a window hides what is too far, since version 25', () => {
    const zeros = tensorOf([1, 1, 4, 1], [0, 0, 0, 0])
    const values = tensorOf([1, 1, 4, 1], [1, 2, 4, 8])
    const y = run([zeros, zeros, values], { left_window_size: 1, right_window_size: 0 })[0]
    expect(elementsOf(y)).toEqual([1, 1.5, 3, 6])
    const old = runOperator(attention, 'Attention', [zeros, zeros, values], { attributes: { left_window_size: 1 }, opset: 24 })
    expect(elementsOf(old[0])[3]).toBeCloseTo(15 / 4, 12)
  })

  test('the scores show each stage', () => {
    const mask = tensorOf([1, 2], [0, -1])
    const stage = (qk_matmul_output_mode: number): number[] =>
      elementsOf(run([q, k, v, mask], { qk_matmul_output_mode, softcap: 0.5, scale: 2 }, 4)[3])
    const product = 2 * Math.log(3)
    const capped = 0.5 * Math.tanh(product / 0.5)
    expect(stage(0)[1]).toBeCloseTo(product, 12)
    expect(stage(1)[1]).toBeCloseTo(capped, 12)
    expect(stage(2)[1]).toBeCloseTo(capped - 1, 12)
    expect(stage(3)[1]).toBeCloseTo(Math.exp(capped - 1) / (1 + Math.exp(capped - 1)), 12)
  })

  test('query heads share the heads of keys and values in their order', () => {
    const zeros = tensorOf([1, 4, 1, 1], [0, 0, 0, 0])
    const two = tensorOf([1, 2, 1, 1], [5, 7])
    expect(elementsOf(run([zeros, two, two])[0])).toEqual([5, 5, 7, 7])
  })

  test.for([
    [
      'heads that do not divide',
      [tensorOf([1, 3, 1, 1], [0, 0, 0]), tensorOf([1, 2, 1, 1], [0, 0]), tensorOf([1, 2, 1, 1], [0, 0])],
      {},
      'do not divide the 3',
    ],
    ['half a cache', [q, k, v, undefined, k], {}, 'past_key and past_value are only used together'],
    ['a mask that does not broadcast', [q, k, v, tensorOf([3, 2], [0, 0, 0, 0, 0, 0])], {}, 'input 3: its shape is [3, 2]'],
    [
      'flat inputs without heads',
      [tensorOf([1, 1, 2], [0, 0]), tensorOf([1, 1, 2], [0, 0]), tensorOf([1, 1, 2], [0, 0])],
      {},
      "'q_num_heads' is missing",
    ],
    ['an unknown stage', [q, k, v], { qk_matmul_output_mode: 4 }, 'qk_matmul_output_mode is 4'],
  ] as const)('refuses %s', ([, inputs, attributes, message]) => {
    expect(() => run(inputs, attributes)).toThrow(message)
  })
})

describe('RotaryEmbedding', () => {
  const quarter = [tensorOf([2, 1], [1, 0]), tensorOf([2, 1], [0, 1])] as const

  test('turns each pair by the angle of its position', () => {
    const x = tensorOf([1, 1, 2, 2], [1, 2, 3, 4])
    const [y] = runOperator(attention, 'RotaryEmbedding', [x, ...quarter, tensorOf([1, 2], [0, 1], 'int64')])
    expect(elementsOf(y)).toEqual([1, 2, -4, 3])
  })

  test('pairs halves or neighbours, and leaves the rest alone', () => {
    const x = tensorOf([1, 1, 6], [1, 2, 3, 4, 5, 6])
    const turn = [tensorOf([1, 1, 2], [0, 0]), tensorOf([1, 1, 2], [1, 1])]
    const pairs = (interleaved: number): number[] =>
      elementsOf(
        runOperator(attention, 'RotaryEmbedding', [x, ...turn], { attributes: { num_heads: 1, rotary_embedding_dim: 4, interleaved } })[0],
      )
    expect(pairs(0)).toEqual([-3, -4, 1, 2, 5, 6])
    expect(pairs(1)).toEqual([-2, 1, -4, 3, 5, 6])
  })

  test('keeps lengths', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: -4, max: 4, noNaN: true }), (stream, angle) => {
        const x = draw(stream, [1, 1, 1, 2])
        const [y] = runOperator(attention, 'RotaryEmbedding', [
          x,
          tensorOf([1, 1, 1], [Math.cos(angle)]),
          tensorOf([1, 1, 1], [Math.sin(angle)]),
        ])
        expect(Math.hypot(...elementsOf(y))).toBeCloseTo(Math.hypot(...elementsOf(x)), 12)
      }),
    )
  })

  test('refuses a position beyond the caches', () => {
    const x = tensorOf([1, 1, 1, 2], [1, 2])
    expect(() => runOperator(attention, 'RotaryEmbedding', [x, ...quarter, tensorOf([1, 1], [2], 'int64')])).toThrow(
      'input 3: it has the position 2',
    )
  })
})
