import { expect, test } from 'vitest'
import type { SimulatedFailureName } from '../transport.ts'
import { createFakeClock } from './clock.ts'
import { createResponder, type ResponderOptions } from './responder.ts'
import { simulatedVendors } from './vendors.ts'

const { openai: vendor, anthropic } = simulatedVendors
const question = { model: 'gpt-5.4', messages: [{ role: 'user', content: 'Hello' }] }

function responder(options: Partial<ResponderOptions> = {}) {
  return createResponder({
    vendor,
    seed: 1,
    latency: 'none',
    failures: [],
    rateLimit: null,
    apiKeys: null,
    clock: createFakeClock(),
    ...options,
  })
}

function request(body: unknown = question, init: { path?: string; method?: string; headers?: Record<string, string> } = {}): Request {
  const { path = '/v1/chat/completions', method = 'POST', headers = {} } = init
  return new Request(`http://simulated.invalid${path}`, {
    method,
    headers: { authorization: 'Bearer key', ...headers },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

async function codeOf(response: Promise<Response>): Promise<[number, string]> {
  const { status, ...answered } = await response.then(async (got) => ({
    status: got.status,
    body: (await got.json()) as { error: { code: string } },
  }))
  return [status, answered.body.error.code]
}

test('other requests, and their order, change no answer', async () => {
  const alone = await (await responder().respond(request())).text()
  const busy = responder()
  const others = ['a', 'b', 'c'].map((content) => busy.respond(request({ ...question, messages: [{ role: 'user', content }] })))
  const [among] = await Promise.all([busy.respond(request()), ...others])
  expect(await among.text()).toBe(alone)
  expect(await (await busy.respond(request())).text()).not.toBe(alone)
})

test('what a vendor refuses', async () => {
  const { respond } = responder({ vendor: { ...vendor, maxBodyBytes: 200 } })
  expect(await codeOf(respond(request('{ no json')))).toEqual([400, 'invalid_json'])
  expect(await codeOf(respond(request(question, { path: '/v1/nothing' })))).toEqual([404, 'unknown_url'])
  expect(await codeOf(respond(request(undefined, { method: 'GET' })))).toEqual([405, 'unknown_url'])
  expect(await codeOf(respond(request(question, { headers: { authorization: '' } })))).toEqual([401, 'invalid_api_key'])
  expect(await codeOf(respond(request({ ...question, padding: 'x'.repeat(200) })))).toEqual([413, 'payload_too_large'])
})

test('Anthropic demands its version', async () => {
  const { respond } = responder({ vendor: anthropic })
  const message = request(
    { model: 'claude-opus-5', max_tokens: 5, messages: question.messages },
    { path: '/v1/messages', headers: { 'x-api-key': 'key' } },
  )
  const refused = await respond(message.clone())
  expect(refused.status).toBe(400)
  expect(await refused.text()).toContain('anthropic-version')
  message.headers.set('anthropic-version', '2023-06-01')
  expect((await respond(message)).status).toBe(200)
})

test('a quota is used up, says when to come again, and then grants', async () => {
  const clock = createFakeClock()
  const { respond, exchanges } = responder({ clock, rateLimit: { requestsPerMinute: 30, burst: 2 } })
  const statuses = [await respond(request()), await respond(request())].map(({ status }) => status)
  const refused = await respond(request())
  expect([...statuses, refused.status]).toEqual([200, 200, 429])
  expect(refused.headers.get('retry-after')).toBe('2')
  expect(refused.headers.get('x-ratelimit-remaining-requests')).toBe('0')
  await clock.sleep(2000)
  expect((await respond(request())).status).toBe(200)
  expect(exchanges.map(({ status }) => status)).toEqual([200, 200, 429, 200])
})

test('a quota of tokens counts both ways', async () => {
  const { respond } = responder({ rateLimit: { requestsPerMinute: 1000, tokensPerMinute: 60 } })
  const statuses: number[] = []
  for (let turn = 0; turn < 10; turn++) statuses.push((await respond(request())).status)
  expect(statuses[0]).toBe(200)
  expect(statuses.at(-1)).toBe(429)
})

test('what is larger than the quota is never granted', async () => {
  const { respond } = responder({ rateLimit: { requestsPerMinute: 1000, tokensPerMinute: 2 } })
  expect((await respond(request())).status).toBe(429)
})

test('latency is waited for: before the headers the first token, then each other one', async () => {
  const clock = createFakeClock()
  const latency = { firstToken: { median: 100, sigma: 0 }, interToken: { median: 10, sigma: 0 } }
  const { respond } = responder({ clock, latency })
  const stream = await respond(request({ ...question, stream: true }))
  expect(clock.now()).toBe(100)
  const tokens = [...(await stream.text()).matchAll(/"content":"[^"]/g)].length
  expect(clock.now()).toBe(100 + (tokens - 1) * 10)
  const before = clock.now()
  const { usage } = (await (await respond(request())).json()) as { usage: { completion_tokens: number } }
  expect(clock.now() - before).toBeCloseTo(100 + (usage.completion_tokens - 1) * 10, 6)
})

test.for(['stream-cut', 'stream-malformed', 'stream-stall'] as SimulatedFailureName[])(
  '%s hits a whole answer in its middle',
  async (kind) => {
    const whole = await (await responder().respond(request())).text()
    const response = await responder({ failures: [kind] }).respond(request())
    const read = response.text()
    if (kind === 'stream-cut') await expect(read).rejects.toThrow('terminated')
    else if (kind === 'stream-stall') expect(await read).toBe(whole)
    else expect(await read).toBe(whole.slice(0, Math.ceil(whole.length / 2)))
  },
)

test('a failure that is drawn is as likely as said, whoever asks when', async () => {
  const { respond, exchanges } = responder({ failures: { rates: { overloaded: 0.5 } } })
  await Promise.all(Array.from({ length: 40 }, () => respond(request())))
  const failed = exchanges.filter(({ failure }) => failure === 'overloaded')
  expect(failed.every(({ status }) => status === 529)).toBe(true)
  expect(failed.length).toBeGreaterThan(5)
  expect(failed.length).toBeLessThan(35)
})

test('every response says that it is simulated', async () => {
  const { respond } = responder({ failures: ['server', null, 'stream-cut'] })
  for (let turn = 0; turn < 3; turn++) expect((await respond(request())).headers.get('x-simulated')).toBe('vitest-hardware')
})
