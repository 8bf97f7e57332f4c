import { pieceReader, replyOf, wireRequest } from '../formats/chat-completions.ts'
import { embedReplyOf } from '../formats/embeddings.ts'
import { readEvents } from '../formats/read-events.ts'
import { loadSdk } from '../load-sdk.ts'
import type { ApiProvider } from '../provider.ts'
import { streamSource, translateCall } from '../sdk-errors.ts'

/** Over the package `groq-sdk`, by chat completions. */
export const groq: ApiProvider = {
  name: 'groq',
  sdk: 'groq-sdk',
  keyVariable: 'GROQ_API_KEY',
  baseUrl: 'https://api.groq.com',
  capabilities: { streaming: true, tools: true, embeddings: true, images: new Set(['base64', 'url']) },
  async connect({ transport, apiKey, timeoutMs }) {
    const sdk = await loadSdk('groq-sdk', () => import('groq-sdk'))
    const client = new sdk.Groq({
      apiKey,
      baseURL: transport.baseUrl,
      timeout: timeoutMs,
      // retries are counted and have a deadline: ours
      maxRetries: 0,
      logLevel: 'off',
      ...(transport.fetch === undefined ? {} : { fetch: transport.fetch }),
    })
    const translation = { provider: 'groq', errors: sdk, apiKey } as const
    return {
      chat: (request, options) =>
        translateCall(translation, async () => replyOf(await client.chat.completions.create(wireRequest(request), options))),
      // usage comes unasked, with the last piece
      stream: (request, options = {}) =>
        readEvents(
          streamSource(translation, options, (own) => client.chat.completions.create({ ...wireRequest(request), stream: true }, own)),
          pieceReader(),
        ),
      embed: ({ model, input }, options) =>
        translateCall(translation, async () => embedReplyOf(await client.embeddings.create({ model, input: [...input] }, options))),
    }
  },
}
