import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, deterministicUuid, newId, testIdOf } from './ids.ts'

test('the order of keys does not change an identity', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())), (content) => {
      const reversed = Object.fromEntries(Object.entries(content).reverse())
      expect(deterministicUuid('x', reversed)).toBe(deterministicUuid('x', content))
    }),
  )
})

test('different content, and different namespaces, get different ids', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      fc.pre(canonicalJson(a) !== canonicalJson(b))
      expect(deterministicUuid('x', a)).not.toBe(deterministicUuid('x', b))
    }),
  )
  expect(deterministicUuid('a', 1)).not.toBe(deterministicUuid('b', 1))
})

test('ids carry their version: 8 for identities, 7 for events', () => {
  expect(deterministicUuid('x', 1)).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(newId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/)
})

test('events sort by time', () => {
  expect(newId({ msecs: 1000 }) < newId({ msecs: 2000 })).toBe(true)
})

test('events of one moment keep their order, and none is made twice', () => {
  const ids = Array.from({ length: 2000 }, () => newId({ msecs: 5000 }))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  const now = Array.from({ length: 20_000 }, () => newId())
  expect(new Set(now).size).toBe(now.length)
  for (const id of now) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

test("a test's identity is that of its file and name", () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, name) => {
      expect(testIdOf(file, name)).toBe(deterministicUuid('test', { file: file.replaceAll('\\', '/'), name }))
    }),
  )
})
