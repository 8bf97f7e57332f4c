import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createScrubber, keysOf, scrubbed } from './scrub.ts'
import { scrubChunks, spokenText } from './scrub-chunks.ts'

const canary = 'canary-"7f3a/9b 2c?'
const environment = {
  OPENAI_API_KEY: canary,
  HOME: '/home/somebody',
  DB_PASSWORD: 'short',
  EMPTY_TOKEN: '',
  DB: 'postgres://me:pass-of-db@host/x',
  SSH_AUTH_SOCK: '/tmp/agent.socket',
}
const scrubber = createScrubber(environment, ['key-of-this-request'])

test('values of secret-looking variables go, in each spelling; others stay', () => {
  const text = `${canary} ${JSON.stringify({ canary })} ${encodeURIComponent(canary)} key-of-this-request pass-of-db /home/somebody /tmp/agent.socket short`
  const clean = scrubber.text(text)
  expect(clean).toBe(`${scrubbed} {"canary":"${scrubbed}"} ${scrubbed} ${scrubbed} ${scrubbed} /home/somebody /tmp/agent.socket short`)
  expect(scrubber.finds(text)).toBe(true)
  expect(scrubber.finds(clean)).toBe(false)
})

test('what has the shape of a key or of an organization goes too', () => {
  const [key, other] = [`sk-${'0a'.repeat(12)}`, `gsk_${'b1'.repeat(12)}`]
  const text = `in organization org-A1b2C3d4E5 of proj_12345678, key ${key} and ${other}; but risk-averse and organization stay`
  expect(scrubber.text(text)).toBe(
    `in organization ${scrubbed} of ${scrubbed}, key ${scrubbed} and ${scrubbed}; but risk-averse and organization stay`,
  )
})

test('headers are kept by name, never by chance', () => {
  const headers = new Headers({
    authorization: 'Bearer x',
    'x-api-key': 'x',
    cookie: 'x',
    'set-cookie': 'x',
    'openai-organization': 'x',
    'openai-project': 'x',
    'x-unknown': 'x',
    'content-type': 'application/json',
    'retry-after': '3',
    'x-ratelimit-remaining-requests': '9',
  })
  expect(scrubber.requestHeaders(headers)).toEqual({ 'content-type': 'application/json' })
  expect(scrubber.responseHeaders(headers)).toEqual({
    'content-type': 'application/json',
    'retry-after': '3',
    'x-ratelimit-remaining-requests': '9',
  })
})

test('parameters of an address are sorted, secret ones replaced', () => {
  const url = new URL('https://example.org/v1/models?page=2&api_key=abc&limit=5')
  expect(scrubber.path(url)).toBe(`/v1/models?${new URLSearchParams({ api_key: scrubbed, limit: '5', page: '2' }).toString()}`)
  expect(scrubber.path(new URL('https://example.org/v1/models'))).toBe('/v1/models')
})

test('the key of a request is found in either header', () => {
  expect(keysOf(new Headers({ authorization: 'Bearer abc' }))).toEqual(['abc'])
  expect(keysOf(new Headers({ 'x-api-key': 'abc' }))).toEqual(['abc'])
  expect(keysOf(new Headers())).toEqual([])
})

test('a secret is found wherever pieces are cut, and nothing else changes', () => {
  const secret = '0123456789abcdef'
  const scrubber = createScrubber({ MY_SECRET: secret })
  const lines = `data: {"a":1}\n\ndata: {"b":"${secret}"}\n\ndata: {"c":"${secret}${secret}"}\n\nend`
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: lines.length }), { maxLength: 12 }), (cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), lines.length]
      const chunks = edges.slice(1).map((end, index) => ({ ms: index, text: lines.slice(edges[index], end) }))
      const clean = scrubChunks(chunks, scrubber)
      expect(clean.map(({ text }) => text).join('')).toBe(lines.replaceAll(secret, scrubbed))
      expect(clean.map(({ ms }) => ms)).toEqual(clean.map(({ ms }) => ms).sort((a, b) => a - b))
    }),
  )
})

test('pieces without a secret stay as they came', () => {
  const chunks = [
    { ms: 1, text: 'da' },
    { ms: 2, text: 'ta: 1\n' },
  ]
  expect(scrubChunks(chunks, scrubber)).toEqual(chunks)
})

test('what a model spells out over events is put together', () => {
  const events = [
    { choices: [{ delta: { content: 'sec' } }] },
    { delta: { type: 'text_delta', text: 'ret' } },
    { choices: [{ delta: { tool_calls: [{ function: { arguments: '!' } }] } }] },
  ]
  expect(spokenText(events.map((event, ms) => ({ ms, text: `data: ${JSON.stringify(event)}\n\n` })))).toBe('secret!')
})
