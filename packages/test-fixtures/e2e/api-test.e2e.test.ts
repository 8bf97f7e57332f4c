import { describe, expect } from 'vitest'
import { ApiError, apiTest } from '@vitest-hardware/test-fixtures'

const providers = [
  { provider: 'openai', model: 'gpt-4.1-mini', embeddingModel: 'text-embedding-3-small' },
  { provider: 'anthropic', model: 'claude-haiku-4-5', embeddingModel: 'none' },
  { provider: 'groq', model: 'llama-3.1-8b-instant', embeddingModel: 'nomic-embed-text-v1_5' },
] as const

describe.each(providers)('apiTest on a simulated $provider', ({ provider, model, embeddingModel }) => {
  const test = apiTest({ provider, model, mode: 'simulated', simulator: { latency: 'none' } })

  test('chats, and measures it', async ({ api, metrics }) => {
    const reply = await api.chat('Say something short.')
    expect(reply.text).not.toBe('')
    expect(reply.finishReason).toBe('stop')
    expect(reply.usage?.outputTokens).toBeGreaterThan(0)
    expect(metrics.samples('total-time')).toHaveLength(1)
    expect(metrics.samples('retries')).toEqual([0])
    expect(metrics.samples('cost')[0]).toBeGreaterThan(0)
    expect(metrics.provenance).toBe('simulated')
  })
  test('streams the same kind of answer in pieces', async ({ api, metrics }) => {
    let pieces = ''
    let whole = ''
    for await (const event of api.stream('Say something.')) {
      if (event.type === 'text') pieces += event.text
      if (event.type === 'end') whole = event.reply.text
    }
    expect(pieces).not.toBe('')
    expect(whole).toBe(pieces)
    expect(metrics.samples('time-to-first-token')).toHaveLength(1)
    expect(metrics.samples('inter-token-latency').length).toBeGreaterThan(0)
  })
  test('calls a tool, whole and in pieces', async ({ api }) => {
    const tools = [{ name: 'weather', parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } }]
    const request = {
      messages: [{ role: 'user', content: 'How is the weather in Oslo?' }],
      tools,
      toolChoice: { name: 'weather' },
    } as const
    for (const reply of [await api.chat(request), await api.stream(request).reply()]) {
      expect(reply.finishReason).toBe('tool-calls')
      expect(reply.toolCalls).toHaveLength(1)
      expect(reply.toolCalls[0]).toMatchObject({ name: 'weather' })
      expect(JSON.parse(reply.toolCalls[0]!.argumentsText)).toHaveProperty('city')
      const answered = await api.chat({
        ...request,
        toolChoice: 'auto',
        messages: [
          ...request.messages,
          { role: 'assistant', content: reply.text, toolCalls: reply.toolCalls },
          { role: 'tool', toolCallId: reply.toolCalls[0]!.id, content: 'rain' },
        ],
      })
      expect(answered.text).not.toBe('')
    }
  })
  test('looks at an image', async ({ api }) => {
    const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const content = [
      { type: 'text', text: 'What is this?' },
      { type: 'image', mediaType: 'image/png', base64 },
    ] as const
    expect((await api.chat({ messages: [{ role: 'user', content }] })).text).not.toBe('')
  })
  test('embeds, or says that the vendor does not', async ({ api, metrics }) => {
    const embedded = api.embed({ model: embeddingModel, input: ['a', 'b'] })
    if (!api.provider.capabilities.embeddings) return expect(embedded).rejects.toThrow(/offers no embeddings[\s\S]*next:/)
    const { vectors } = await embedded
    expect(vectors).toHaveLength(2)
    expect(vectors[0]!.length).toBeGreaterThan(1)
    expect(vectors[0]!.length).toBe(vectors[1]!.length)
    expect(metrics.samples('embedding-time')).toHaveLength(1)
  })
})

describe.each(providers)('failures of a simulated $provider', ({ provider, model }) => {
  const failing = (...failures: NonNullable<NonNullable<Parameters<typeof apiTest>[0]['simulator']>['failures']>[]) =>
    apiTest({
      provider,
      model,
      mode: 'simulated',
      retry: { baseMs: 1 },
      simulator: { latency: 'none', failures: failures.flat() as never },
    })

  failing(['rate-limit', 'server'])('are tried again and counted', async ({ api, metrics }) => {
    expect((await api.chat('hi')).text).not.toBe('')
    expect(metrics.samples('retries')).toEqual([2])
  })
  failing(['authentication'])('that stay are not tried again', async ({ api, metrics }) => {
    await expect(api.chat('hi')).rejects.toMatchObject({ name: 'ApiError', kind: 'authentication', status: 401, provider })
    expect(metrics.calls).toMatchObject([{ retries: 0, error: 'authentication' }])
    expect(metrics.samples('total-time')).toEqual([])
  })
  failing(['stream-cut'])('in the middle of a stream reach the reader, after what came', async ({ api, metrics }) => {
    let text = ''
    const reading = (async () => {
      for await (const event of api.stream('Say something.')) if (event.type === 'text') text += event.text
    })()
    await expect(reading).rejects.toBeInstanceOf(ApiError)
    expect(text).not.toBe('')
    expect(metrics.calls[0]).toMatchObject({ operation: 'stream', retries: 0 })
    expect(metrics.calls[0]!.error).toMatch(/^(connection|malformed-stream)$/)
  })
  failing(['stream-malformed'])('of the form of a stream are malformed', async ({ api }) => {
    await expect(api.stream('Say something.').reply()).rejects.toMatchObject({ kind: 'malformed-stream' })
  })
})
