import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dotProducts } from './dot-products.ts'

test('every pair of rows, whatever is left of the tiles', () => {
  const sizes = fc.record({ left: fc.nat(5), right: fc.nat(9), length: fc.nat(6) })
  fc.assert(
    fc.property(sizes, fc.infiniteStream(fc.integer({ min: -9, max: 9 })), ({ left, right, length }, stream) => {
      const x = Float64Array.from(stream.take(1 + left * length))
      const y = Float64Array.from(stream.take(2 + right * length))
      const out = new Float64Array(3 + left * (right + 1)).fill(77)
      dotProducts({ data: x, start: 1, count: left }, { data: y, start: 2, count: right }, length, out, 3, right + 1)
      const expected = new Float64Array(out.length).fill(77)
      for (let a = 0; a < left; a += 1) {
        for (let b = 0; b < right; b += 1) {
          let sum = 0
          for (let k = 0; k < length; k += 1) sum += x[1 + a * length + k]! * y[2 + b * length + k]!
          expected[3 + a * (right + 1) + b] = sum
        }
      }
      expect(out).toEqual(expected)
    }),
  )
})
