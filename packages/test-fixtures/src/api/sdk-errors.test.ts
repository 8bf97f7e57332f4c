import { UsageError } from '@vitest-hardware/contracts'
import { describe, expect, test } from 'vitest'
import * as anthropic from '@anthropic-ai/sdk'
import * as groq from 'groq-sdk'
import * as openai from 'openai'
import { translateError, withoutSecret } from './sdk-errors.ts'

const apiKey = 'sk-canary-0123456789abcdef'

describe.each([
  { provider: 'openai', errors: openai },
  { provider: 'anthropic', errors: anthropic },
  { provider: 'groq', errors: groq },
] as const)('errors of $provider', ({ provider, errors }) => {
  const translate = (thrown: unknown) => translateError(thrown, { provider, errors, apiKey })
  const answered = (status: number, headers: Record<string, string> = {}) =>
    errors.APIError.generate(status, { error: { type: 'x', message: `wrong: ${apiKey}` } }, undefined, new Headers(headers))

  test.each([
    [400, 'bad-request'],
    [401, 'authentication'],
    [402, 'bad-request'],
    [403, 'permission'],
    [404, 'not-found'],
    [408, 'timeout'],
    [409, 'conflict'],
    [413, 'too-large'],
    [422, 'unprocessable'],
    [429, 'rate-limit'],
    [500, 'server'],
    [503, 'server'],
    [529, 'overloaded'],
  ] as const)('%i is %s', (status, kind) => {
    expect(translate(answered(status))).toMatchObject({ name: 'ApiError', kind, status, provider })
  })
  test('says when to come again and which request it was', () => {
    expect(translate(answered(429, { 'retry-after': '7', 'x-request-id': 'req_1' }))).toMatchObject({
      retryAfterMs: 7000,
      requestId: 'req_1',
    })
  })
  test('a key that the vendor echoes as the id of the request is cut out too', () => {
    expect(translate(answered(500, { 'x-request-id': `req-${apiKey}` }))).toMatchObject({ requestId: 'req-[key]' })
  })

  test('holds no key, in no property', () => {
    const error = translate(answered(401))
    expect(error.message).toContain('[key]')
    expect(JSON.stringify([error.message, error.stack, Object.entries(error), error.cause])).not.toContain('canary')
  })
  test('without an answer', () => {
    const reset = new errors.APIConnectionError({
      message: 'Connection error.',
      cause: new TypeError('fetch failed', { cause: new Error('ECONNRESET') }),
    })
    expect(translate(reset)).toMatchObject({ kind: 'connection', status: null, message: expect.stringContaining('ECONNRESET') as string })
    const wrongUse = new UsageError('the cassette has no answer', { input: 'a', nextStep: 'b' })
    expect(translate(new errors.APIConnectionError({ message: 'Connection error.', cause: wrongUse }))).toBe(wrongUse)
    expect(translate(new errors.APIConnectionTimeoutError())).toMatchObject({ kind: 'timeout', status: null })
    expect(translate(new errors.APIUserAbortError())).toMatchObject({ kind: 'aborted' })
    expect(translate(new TypeError('terminated'))).toMatchObject({ kind: 'connection' })
    expect(translate(new SyntaxError('Unexpected token'))).toMatchObject({ kind: 'malformed-stream' })
  })
})

test('an error that comes as an event of a stream has the kind of its type', () => {
  const event = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }
  const error = new anthropic.APIError(undefined, event, undefined, new Headers())
  expect(translateError(error, { provider: 'anthropic', errors: anthropic, apiKey })).toMatchObject({
    kind: 'overloaded',
    status: null,
    message: 'anthropic: Overloaded',
  })
})

test('a key is cut out whole, and also with its middle masked as vendors do', () => {
  expect(withoutSecret(`Incorrect API key provided: ${apiKey}.`, apiKey)).toBe('Incorrect API key provided: [key].')
  expect(withoutSecret('Incorrect API key provided: sk-proj-ab********wxyz.', 'other')).toBe('Incorrect API key provided: [key].')
  expect(withoutSecret('Invalid API Key gsk_abcdefgh12345678', '')).toBe('Invalid API Key [key]')
  expect(withoutSecret('the risk-averse task-force', '')).toBe('the risk-averse task-force')
})
