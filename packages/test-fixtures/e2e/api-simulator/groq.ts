import Groq from 'groq-sdk'
import { type Answer, constructorOptions, floats, type Sdk, type SdkClient, weatherTool } from './sdk.ts'

const model = 'llama-3.1-8b-instant'
const tools = [
  {
    type: 'function' as const,
    function: { name: weatherTool.name, description: weatherTool.description, parameters: weatherTool.schema },
  },
]

export const groqSdk: Sdk = {
  provider: 'groq',
  model,
  offers: new Set(['embeddings']),
  demanded: ['model', 'messages'],
  errors: {
    400: Groq.BadRequestError,
    401: Groq.AuthenticationError,
    403: Groq.PermissionDeniedError,
    404: Groq.NotFoundError,
    409: Groq.ConflictError,
    422: Groq.UnprocessableEntityError,
    429: Groq.RateLimitError,
    500: Groq.InternalServerError,
    503: Groq.InternalServerError,
    529: Groq.InternalServerError,
    otherwise: Groq.APIError,
  },
  connectionError: Groq.APIConnectionError,
  timeoutError: Groq.APIConnectionTimeoutError,
  remainingRequestsHeader: 'x-ratelimit-remaining-requests',
  connect: (options) => clientOf(new Groq(constructorOptions(options))),
}

function clientOf(client: Groq): SdkClient {
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
    async streamUsage(text) {
      const chunks = await Array.fromAsync(await client.chat.completions.create({ ...ask(text), stream: true }))
      const usage = chunks.at(-1)?.x_groq?.usage
      return { inputTokens: usage?.prompt_tokens ?? 0, outputTokens: usage?.completion_tokens ?? 0 }
    },
    async useTool(streamed) {
      const messages: Groq.Chat.ChatCompletionMessageParam[] = [{ role: 'user', content: 'Weather?' }]
      const call = streamed
        ? await streamedCall(client, messages)
        : (await client.chat.completions.create({ model, messages, tools })).choices[0]?.message.tool_calls?.[0]
      if (call === undefined) throw new Error('no function was called')
      const second = await client.chat.completions.create({
        model,
        tools,
        messages: [...messages, { role: 'assistant', tool_calls: [call] }, { role: 'tool', tool_call_id: call.id, content: 'sunny' }],
      })
      return { call: { name: call.function.name, input: JSON.parse(call.function.arguments) as unknown }, text: answerOf(second).text }
    },
    models: async () => (await client.models.list()).data.map(({ id }) => id),
    async embed(input, format) {
      const { data } = await client.embeddings.create({ model: 'nomic-embed-text-v1_5', input, ...(format && { encoding_format: format }) })
      return data.map(({ embedding }) => (typeof embedding === 'string' ? floats(embedding) : embedding))
    },
    chatWithout(field) {
      const { [field as 'model']: _, ...body } = ask('Hello')
      return client.post('/openai/v1/chat/completions', { body })
    },
  }
}

async function streamedCall(
  client: Groq,
  messages: Groq.Chat.ChatCompletionMessageParam[],
): Promise<Groq.Chat.ChatCompletionMessageToolCall> {
  const stream = await client.chat.completions.create({ model, messages, tools, stream: true })
  const whole = { id: '', name: '', arguments: '' }
  for await (const chunk of stream) {
    const delta = chunk.choices[0]?.delta.tool_calls?.[0]
    whole.id += delta?.id ?? ''
    whole.name += delta?.function?.name ?? ''
    whole.arguments += delta?.function?.arguments ?? ''
  }
  return { id: whole.id, type: 'function', function: { name: whole.name, arguments: whole.arguments } }
}

function answerOf({ choices, usage }: Groq.Chat.ChatCompletion): Answer {
  return {
    text: choices[0]?.message.content ?? '',
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
    finish: choices[0]?.finish_reason ?? null,
  }
}
