import Anthropic from '@anthropic-ai/sdk'
import { type Answer, constructorOptions, type Sdk, type SdkClient, weatherTool } from './sdk.ts'

const model = 'claude-haiku-4-5'
const tools = [{ name: weatherTool.name, description: weatherTool.description, input_schema: weatherTool.schema }]

export const anthropicSdk: Sdk = {
  provider: 'anthropic',
  model,
  offers: new Set(['collector']),
  demanded: ['model', 'messages', 'max_tokens'],
  errors: {
    400: Anthropic.BadRequestError,
    401: Anthropic.AuthenticationError,
    403: Anthropic.PermissionDeniedError,
    404: Anthropic.NotFoundError,
    409: Anthropic.ConflictError,
    422: Anthropic.UnprocessableEntityError,
    429: Anthropic.RateLimitError,
    500: Anthropic.InternalServerError,
    503: Anthropic.InternalServerError,
    529: Anthropic.InternalServerError,
    otherwise: Anthropic.APIError,
  },
  connectionError: Anthropic.APIConnectionError,
  timeoutError: Anthropic.APIConnectionTimeoutError,
  remainingRequestsHeader: 'anthropic-ratelimit-requests-remaining',
  connect: (options) => clientOf(new Anthropic(constructorOptions(options))),
}

function clientOf(client: Anthropic): SdkClient {
  const ask = (content: string) => ({ model, max_tokens: 200, messages: [{ role: 'user' as const, content }] })
  return {
    async chat(text, { maxTokens = 200, image, model: other = model } = {}) {
      const source = image && { type: 'base64' as const, media_type: image.mediaType, data: image.base64 }
      const content =
        source === undefined
          ? text
          : [
              { type: 'text' as const, text },
              { type: 'image' as const, source },
            ]
      return answerOf(await client.messages.create({ model: other, max_tokens: maxTokens, messages: [{ role: 'user', content }] }))
    },
    chatHeaders: async (text) => (await client.messages.create(ask(text)).withResponse()).response.headers,
    async *stream(text, signal) {
      const stream = await client.messages.create({ ...ask(text), stream: true }, signal && { signal })
      for await (const event of stream) {
        if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') yield event.delta.text
      }
    },
    collect: async (text) => answerOf(await client.messages.stream(ask(text)).finalMessage()),
    async streamUsage(text) {
      const events = await Array.fromAsync(await client.messages.create({ ...ask(text), stream: true }))
      const start = events.find((event) => event.type === 'message_start')
      const end = events.find((event) => event.type === 'message_delta')
      return { inputTokens: start?.message.usage.input_tokens ?? 0, outputTokens: end?.usage.output_tokens ?? 0 }
    },
    async useTool(streamed) {
      const body = { model, max_tokens: 200, tools }
      const messages: Anthropic.MessageParam[] = [{ role: 'user', content: 'Weather?' }]
      const first = streamed
        ? await client.messages.stream({ ...body, messages }).finalMessage()
        : await client.messages.create({ ...body, messages })
      const call = first.content.find((block) => block.type === 'tool_use')
      if (call === undefined) throw new Error('no tool was used')
      const second = await client.messages.create({
        ...body,
        messages: [
          ...messages,
          { role: 'assistant', content: first.content },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: 'sunny' }] },
        ],
      })
      return { call: { name: call.name, input: call.input }, text: answerOf(second).text }
    },
    models: async () => (await Array.fromAsync(client.models.list())).map(({ id }) => id),
    chatWithout(field) {
      const { [field]: _, ...body } = ask('Hello')
      return client.post('/v1/messages', { body })
    },
  }
}

function answerOf({ content, usage, stop_reason }: Anthropic.Message): Answer {
  return {
    text: content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
    inputTokens: usage.input_tokens,
    outputTokens: usage.output_tokens,
    finish: stop_reason,
  }
}
