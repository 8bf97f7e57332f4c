import { pieceReader, replyOf, wireRequest } from '../formats/messages.ts'
import { readEvents } from '../formats/read-events.ts'
import { loadSdk } from '../load-sdk.ts'
import type { ApiProvider } from '../provider.ts'
import { streamSource, translateCall } from '../sdk-errors.ts'

/** Over the package `@anthropic-ai/sdk`, by messages. Anthropic offers no embeddings. */
export const anthropic: ApiProvider = {
  name: 'anthropic',
  sdk: '@anthropic-ai/sdk',
  keyVariable: 'ANTHROPIC_API_KEY',
  baseUrl: 'https://api.anthropic.com',
  capabilities: { streaming: true, tools: true, embeddings: false, images: new Set(['base64', 'url']) },
  async connect({ transport, apiKey, timeoutMs }) {
    const sdk = await loadSdk('@anthropic-ai/sdk', () => import('@anthropic-ai/sdk'))
    const client = new sdk.Anthropic({
      apiKey,
      baseURL: transport.baseUrl,
      timeout: timeoutMs,
      // retries are counted and have a deadline: ours
      maxRetries: 0,
      logLevel: 'off',
      ...(transport.fetch === undefined ? {} : { fetch: transport.fetch }),
    })
    const translation = { provider: 'anthropic', errors: sdk, apiKey } as const
    return {
      chat: (request, options) =>
        translateCall(translation, async () => replyOf(await client.messages.create(wireRequest(request), options))),
      stream: (request, options = {}) =>
        readEvents(
          streamSource(translation, options, (own) => client.messages.create({ ...wireRequest(request), stream: true }, own)),
          pieceReader(),
        ),
    }
  },
}
