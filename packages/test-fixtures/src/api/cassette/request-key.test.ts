import { expect, test } from 'vitest'
import { nearestRequest, requestKey } from './request-key.ts'

const request = (body: unknown, path = '/v1/chat') => ({ method: 'POST', path, headers: {}, body })

test('the order of fields does not matter, that of lists does', () => {
  expect(requestKey(request({ a: 1, b: { c: 2, d: 3 } }))).toBe(requestKey(request({ b: { d: 3, c: 2 }, a: 1 })))
  expect(requestKey(request([1, 2]))).not.toBe(requestKey(request([2, 1])))
})

test('values, types, paths and empty parts matter', () => {
  const keys = [
    request({ a: 1 }),
    request({ a: '1' }),
    request({ a: {} }),
    request({ a: [] }),
    request({}),
    request(null),
    request({ a: 1 }, '/v1/x'),
  ].map(requestKey)
  expect(new Set(keys).size).toBe(keys.length)
})

test('the nearest differs in the fewest fields', () => {
  const recorded = [
    request({ model: 'x', text: 'far', more: 1 }),
    request({ model: 'm', text: 'near' }),
    request({ model: 'm', text: 'hello' }, '/v1/other'),
  ]
  expect(nearestRequest(request({ model: 'm', text: 'hello' }), recorded)).toMatchObject({
    ordinal: 1,
    difference: 'text: "hello" here, "near" there',
  })
  expect(nearestRequest(request({ model: 'm', text: 'hello', n: 2 }), recorded.slice(2))).toMatchObject({ difference: 'POST /v1/other' })
  expect(nearestRequest(request({}), [])).toBeNull()
})
