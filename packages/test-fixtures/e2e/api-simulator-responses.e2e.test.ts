import OpenAI from 'openai'
import { describe, expect, test } from 'vitest'
import { places } from './api-simulator/places.ts'
import { weatherTool } from './api-simulator/sdk.ts'

const model = 'gpt-5.4'
const tools = [{ type: 'function' as const, name: weatherTool.name, parameters: weatherTool.schema, strict: true }]

describe.for(Object.entries(places))("OpenAI's Responses API %s", ([, open]) => {
  async function withClient(use: (client: OpenAI) => Promise<void>): Promise<void> {
    await using place = await open({ provider: 'openai', seed: 1 })
    await use(
      new OpenAI({
        apiKey: 'any',
        maxRetries: 0,
        logLevel: 'off',
        ...(place.baseUrl && { baseURL: place.baseUrl }),
        ...(place.fetch && { fetch: place.fetch }),
      }),
    )
  }

  test('answers whole', () =>
    withClient(async (client) => {
      const response = await client.responses.create({ model, input: 'How are you?' })
      expect(response).toMatchObject({ status: 'completed', usage: { input_tokens: 4 } })
      expect(response.output_text).toMatch(/^[A-Z][\w .]+\.$/)
    }))

  test('streams, and the collector of the client puts it together', () =>
    withClient(async (client) => {
      const stream = client.responses.stream({ model, input: 'How are you?' })
      let text = ''
      for await (const event of stream) if (event.type === 'response.output_text.delta') text += event.delta
      const response = await stream.finalResponse()
      expect(text).toMatch(/^[A-Z][\w .]+\.$/)
      expect(response.output_text).toBe(text)
      expect(response.usage?.output_tokens).toBeGreaterThan(5)
    }))

  test('is incomplete at its limit', () =>
    withClient(async (client) => {
      const inputs = ['a', 'b', 'c', 'd']
      const responses = await Promise.all(
        inputs.map((input) =>
          client.responses.stream({ model, input, max_output_tokens: 16, text: { format: { type: 'text' } } }).finalResponse(),
        ),
      )
      expect(responses.every(({ usage }) => usage!.output_tokens <= 16)).toBe(true)
      expect(responses.map(({ incomplete_details }) => incomplete_details?.reason)).toContain('max_output_tokens')
    }))

  test.for([false, true])('calls a function, then answers (streamed: %s)', (streamed) =>
    withClient(async (client) => {
      const input: OpenAI.Responses.ResponseInput = [{ role: 'user', content: 'Weather?' }]
      const first = streamed
        ? await client.responses.stream({ model, input, tools }).finalResponse()
        : await client.responses.create({ model, input, tools })
      const output: OpenAI.Responses.ResponseOutputItem[] = first.output
      const call = output.find((item) => item.type === 'function_call')
      expect(JSON.parse(call!.arguments)).toEqual({
        city: expect.any(String) as string,
        days: expect.any(Number) as number,
        unit: expect.stringMatching(/celsius|kelvin/) as string,
      })
      const second = await client.responses.create({
        model,
        tools,
        input: [
          ...input,
          { type: 'function_call', call_id: call!.call_id, name: call!.name, arguments: call!.arguments },
          { type: 'function_call_output', call_id: call!.call_id, output: 'sunny' },
        ],
      })
      expect(second.output_text).toMatch(/^[A-Z][\w .]+\.$/)
    }),
  )

  test('refuses what is missing', () =>
    withClient(async (client) => {
      await expect(client.post('/responses', { body: { model } })).rejects.toThrow(OpenAI.BadRequestError)
      await expect(client.responses.create({ model: 'no-such-model', input: 'x' })).rejects.toThrow(OpenAI.NotFoundError)
      const orphan = [{ type: 'function_call_output' as const, call_id: 'call_x', output: '' }]
      await expect(client.responses.create({ model, input: orphan })).rejects.toThrow('call_x')
    }))
})
