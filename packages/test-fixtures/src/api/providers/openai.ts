import { pieceReader, replyOf, wireRequest } from '../formats/chat-completions.ts'
import { embedReplyOf } from '../formats/embeddings.ts'
import { readEvents } from '../formats/read-events.ts'
import { loadSdk } from '../load-sdk.ts'
import type { ApiProvider } from '../provider.ts'
import { streamSource, translateCall } from '../sdk-errors.ts'

/** Over the package `openai`, by chat completions. */
export const openai: ApiProvider = {
  name: 'openai',
  sdk: 'openai',
  keyVariable: 'OPENAI_API_KEY',
  baseUrl: 'https://api.openai.com/v1',
  capabilities: { streaming: true, tools: true, embeddings: true, images: new Set(['base64', 'url']) },
  async connect({ transport, apiKey, timeoutMs }) {
    const sdk = await loadSdk('openai', () => import('openai'))
    const client = new sdk.OpenAI({
      apiKey,
      baseURL: transport.baseUrl,
      timeout: timeoutMs,
      // retries are counted and have a deadline: ours
      maxRetries: 0,
      logLevel: 'off',
      ...(transport.fetch === undefined ? {} : { fetch: transport.fetch }),
    })
    const translation = { provider: 'openai', errors: sdk, apiKey } as const
    return {
      chat: (request, options) =>
        translateCall(translation, async () => replyOf(await client.chat.completions.create(wireRequest(request), options))),
      stream: (request, options = {}) =>
        readEvents(
          streamSource(translation, options, (own) =>
            client.chat.completions.create({ ...wireRequest(request), stream: true, stream_options: { include_usage: true } }, own),
          ),
          pieceReader(),
        ),
      embed: ({ model, input, dimensions }, options) =>
        translateCall(translation, async () => {
          const body = { model, input: [...input], ...(dimensions === undefined ? {} : { dimensions }) }
          return embedReplyOf(await client.embeddings.create(body, options))
        }),
    }
  },
}
