import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { apiTest } from '@vitest-hardware/test-fixtures'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'

/** A vendor whose answers never end. */
const open = new Set<ServerResponse>()
const server = createServer((request, response) => {
  request.resume()
  open.add(response)
  response.once('close', () => open.delete(response))
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const isAnthropic = request.url?.includes('/messages') === true
  const send = (data: { readonly type?: string; readonly [field: string]: unknown }): void =>
    void response.write(`${isAnthropic ? `event: ${data.type}\n` : ''}data: ${JSON.stringify(data)}\n\n`)
  const chunk = {
    id: 'c',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'm',
    choices: [{ index: 0, delta: { content: 'word ' }, finish_reason: null }],
  }
  const delta = { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'word ' } }
  if (isAnthropic) {
    const message = {
      id: 'm',
      type: 'message',
      role: 'assistant',
      model: 'm',
      content: [],
      stop_reason: null,
      usage: { input_tokens: 1, output_tokens: 1 },
    }
    send({ type: 'message_start', message })
    send({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } })
  }
  for (let piece = 0; piece < 3; piece++) send(isAnthropic ? delta : chunk)
})

server.listen(0, '127.0.0.1')
await once(server, 'listening')
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The vendor sees that nobody listens any more. */
async function closed(): Promise<void> {
  while (open.size > 0) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe.each([
  { provider: 'openai', variable: 'OPENAI_API_KEY', path: '/v1' },
  { provider: 'anthropic', variable: 'ANTHROPIC_API_KEY', path: '' },
  { provider: 'groq', variable: 'GROQ_API_KEY', path: '' },
] as const)('a stream of $provider that never ends', ({ provider, variable, path }) => {
  const before = process.env[variable]
  beforeAll(() => {
    process.env[variable] = 'any'
  })
  afterAll(() => {
    if (before === undefined) delete process.env[variable]
    else process.env[variable] = before
  })
  // also what a test left open is closed with it
  afterEach(closed)

  const options = { provider, model: 'm', mode: 'live', baseUrl: `${origin}${path}` } as const
  const test = apiTest(options)
  const stalling = apiTest({ ...options, timeoutMs: 300 })

  test('is closed when its reader leaves', async ({ api, metrics }) => {
    for await (const event of api.stream('hi')) if (event.type === 'text') break
    await closed()
    expect(metrics.calls).toMatchObject([{ error: 'aborted' }])
  })
  test('is closed when its caller gives up', async ({ api, metrics }) => {
    const giveUp = new AbortController()
    const reading = (async () => {
      for await (const event of api.stream('hi', { signal: giveUp.signal })) if (event.type === 'text') giveUp.abort()
    })()
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' })
    await closed()
    expect(metrics.calls).toMatchObject([{ error: 'aborted' }])
  })
  stalling('is closed when nothing comes any more', async ({ api, metrics }) => {
    await expect(api.stream('hi').reply()).rejects.toMatchObject({ kind: 'timeout', status: null })
    await closed()
    expect(metrics.calls).toMatchObject([{ error: 'timeout', retries: 0 }])
  })
})
