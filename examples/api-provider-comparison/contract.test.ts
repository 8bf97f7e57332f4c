import { describe, expect } from 'vitest'
import { ApiError, apiTest } from 'vitest-hardware/test'
import { apis } from './apis.ts'

const weather = {
  name: 'weather',
  description: 'The weather in a city',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
}

for (const options of apis) {
  const test = apiTest(options)

  describe(`${options.provider} ${options.model}`, () => {
    test('answers, and says what it cost', async ({ api, metrics }) => {
      const reply = await api.chat({ messages: [{ role: 'user', content: 'Name one colour.' }], maxTokens: 64 })
      expect(reply.text).not.toBe('')
      expect(reply.usage?.outputTokens).toBeLessThanOrEqual(64)
      expect(metrics.samples('cost')[0]).toBeLessThan(0.01)
    })

    test('streams its answer', async ({ api, metrics }) => {
      for await (const event of api.stream('Count to ten.')) {
        if (event.type === 'end') expect(event.reply.text).not.toBe('')
      }
      expect(metrics.samples('time-to-first-token')).toHaveLength(1)
    })

    test('calls the tool that it must call', async ({ api }) => {
      const { toolCalls } = await api.chat({
        messages: [{ role: 'user', content: 'How is the weather in Oslo?' }],
        tools: [weather],
        toolChoice: { name: 'weather' },
      })
      expect(JSON.parse(toolCalls[0]!.argumentsText)).toHaveProperty('city')
    })

    test('refuses a model that does not exist', async ({ api }) => {
      const asked = api.chat({ model: 'no-such-model', messages: [{ role: 'user', content: 'hi' }] })
      await expect(asked).rejects.toBeInstanceOf(ApiError)
      await expect(asked).rejects.toMatchObject({ kind: 'not-found' })
    })
  })
}
