import OpenAI from 'openai'
import { type Answer, constructorOptions, floats, type Sdk, type SdkClient, weatherTool } from './sdk.ts'

const model = 'gpt-5.4-mini'
const tools = [
  {
    type: 'function' as const,
    function: { name: weatherTool.name, description: weatherTool.description, parameters: weatherTool.schema },
  },
]

export const openaiSdk: Sdk = {
  provider: 'openai',
  model,
  offers: new Set(['collector', 'embeddings']),
  demanded: ['model', 'messages'],
  errors: {
    400: OpenAI.BadRequestError,
    401: OpenAI.AuthenticationError,
    403: OpenAI.PermissionDeniedError,
    404: OpenAI.NotFoundError,
    409: OpenAI.ConflictError,
    422: OpenAI.UnprocessableEntityError,
    429: OpenAI.RateLimitError,
    500: OpenAI.InternalServerError,
    503: OpenAI.InternalServerError,
    529: OpenAI.InternalServerError,
    otherwise: OpenAI.APIError,
  },
  connectionError: OpenAI.APIConnectionError,
  timeoutError: OpenAI.APIConnectionTimeoutError,
  remainingRequestsHeader: 'x-ratelimit-remaining-requests',
  connect: (options) => clientOf(new OpenAI(constructorOptions(options))),
}

function clientOf(client: OpenAI): SdkClient {
  const ask = (content: string) => ({ model, messages: [{ role: 'user' as const, content }] })
  return {
    async chat(text, { maxTokens, image, model: other = model } = {}) {
      const url = image && `data:${image.mediaType};base64,${image.base64}`
      const content =
        url === undefined
          ? text
          : [
              { type: 'text' as const, text },
              { type: 'image_url' as const, image_url: { url } },
            ]
      const answer = await client.chat.completions.create({
        model: other,
        messages: [{ role: 'user', content }],
        ...(maxTokens !== undefined && { max_completion_tokens: maxTokens }),
      })
      return answerOf(answer)
    },
    chatHeaders: async (text) => (await client.chat.completions.create(ask(text)).withResponse()).response.headers,
    async *stream(text, signal) {
      const stream = await client.chat.completions.create({ ...ask(text), stream: true }, signal && { signal })
      for await (const chunk of stream) yield chunk.choices[0]?.delta.content ?? ''
    },
    collect: async (text) =>
      answerOf(await client.chat.completions.stream({ ...ask(text), stream_options: { include_usage: true } }).finalChatCompletion()),
    async streamUsage(text) {
      const stream = await client.chat.completions.create({ ...ask(text), stream: true, stream_options: { include_usage: true } })
      const chunks = await Array.fromAsync(stream)
      const usage = chunks.at(-1)?.usage
      return { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 }
    },
    async useTool(streamed) {
      const messages: OpenAI.ChatCompletionMessageParam[] = [{ role: 'user', content: 'Weather?' }]
      const first = streamed
        ? await client.chat.completions.stream({ model, messages, tools }).finalChatCompletion()
        : await client.chat.completions.create({ model, messages, tools })
      const message = first.choices[0]!.message
      const call = message.tool_calls?.[0]
      if (call?.type !== 'function') throw new Error('no function was called')
      const second = await client.chat.completions.create({
        model,
        tools,
        messages: [...messages, message, { role: 'tool', tool_call_id: call.id, content: 'sunny' }],
      })
      return { call: { name: call.function.name, input: JSON.parse(call.function.arguments) as unknown }, text: answerOf(second).text }
    },
    models: async () => (await Array.fromAsync(client.models.list())).map(({ id }) => id),
    async embed(input, format) {
      const { data } = await client.embeddings.create({
        model: 'text-embedding-3-small',
        input,
        ...(format && { encoding_format: format }),
      })
      // the client's types leave out what it does: it decodes only what it asked for in base64 itself
      return data.map(({ embedding }: { embedding: number[] | string }) => (typeof embedding === 'string' ? floats(embedding) : embedding))
    },
    chatWithout(field) {
      const { [field as 'model']: _, ...body } = ask('Hello')
      return client.post('/chat/completions', { body })
    },
  }
}

function answerOf({ choices, usage }: OpenAI.ChatCompletion): Answer {
  return {
    text: choices[0]?.message.content ?? '',
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
    finish: choices[0]?.finish_reason ?? null,
  }
}
