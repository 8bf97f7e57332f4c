import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededNormal, seededUniform } from './random.ts'

test('the same key gives the same numbers, known since the first release', () => {
  const next = seededUniform('0/embeddings.weight')
  const first = [next(), next(), next()]
  const again = seededUniform('0/embeddings.weight')
  expect([again(), again(), again()]).toEqual(first)
  expect(first.every((value) => value >= 0 && value < 1)).toBe(true)
  expect(seededNormal('golden', 3)).toMatchInlineSnapshot(`
    Float32Array [
      -0.9869123101234436,
      -0.41163870692253113,
      -0.19662031531333923,
    ]
  `)
})

test('other keys give other numbers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 2 }), ([a, b]) => {
      expect(seededUniform(a!)()).not.toBe(seededUniform(b!)())
    }),
  )
})

test('normal numbers have their mean and spread', () => {
  const values = seededNormal('spread', 20_000, 3, 2)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  expect(mean).toBeCloseTo(3, 1)
  expect(Math.sqrt(variance)).toBeCloseTo(2, 1)
})
