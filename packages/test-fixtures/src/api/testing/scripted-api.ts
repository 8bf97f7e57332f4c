import { ApiError, type ApiErrorKind } from '../api-error.ts'
import type { ApiCall } from '../client/api-call.ts'
import { type ApiClient, type ApiClientOptions, createApiClient } from '../client/api-client.ts'
import type { ApiConnection, ChatEvent, ChatReply } from '../provider.ts'
import { defaultCircuitOptions } from '../resilience/circuit-breaker.ts'
import { defaultRetryPolicy } from '../resilience/retry.ts'

/** What an attempt comes to: an answer, a failure, or for streams pieces of text and then one of both. */
export type ScriptedAttempt = 'ok' | ApiErrorKind | { readonly pieces: number; readonly last: 'ok' | ApiErrorKind | 'hang' }

export const scriptedReply: ChatReply = {
  id: 'r',
  model: 'm',
  text: 'yes',
  toolCalls: [],
  finishReason: 'stop',
  usage: { inputTokens: 3, outputTokens: 5, cachedInputTokens: 0 },
}

function failure(kind: ApiErrorKind, retryAfterMs: number | null = null): ApiError {
  return new ApiError(kind, { kind, provider: 'groq', status: null, retryAfterMs, requestId: null })
}

/** A client over a connection that does what it is told, with a clock that only waiting and answering moves. */
export function scriptedApi(
  script: readonly ScriptedAttempt[],
  options: Partial<ApiClientOptions> & { readonly retryAfterMs?: number } = {},
): { api: ApiClient; calls: ApiCall[]; waits: number[]; attempts: () => number } {
  const calls: ApiCall[] = []
  const waits: number[] = []
  let now = 0
  let next = 0
  const attempt = (): ScriptedAttempt => script[next++] ?? 'ok'
  const connection: ApiConnection = {
    async chat() {
      now += 100
      const outcome = attempt()
      if (outcome === 'ok') return scriptedReply
      throw failure(typeof outcome === 'object' ? 'server' : outcome, options.retryAfterMs ?? null)
    },
    async *stream(_request, { onOpen } = {}): AsyncGenerator<ChatEvent> {
      const outcome = attempt()
      const { pieces, last } = typeof outcome === 'object' ? outcome : { pieces: outcome === 'ok' ? 3 : 0, last: outcome }
      for (let piece = 0; piece < pieces; piece++) {
        now += 10
        yield { type: 'text', text: 'a' }
      }
      if (last === 'hang') {
        await new Promise<void>((resolve) => onOpen?.(resolve))
        throw failure('aborted')
      }
      if (last !== 'ok') throw failure(last, options.retryAfterMs ?? null)
      yield { type: 'end', reply: scriptedReply }
    },
  }
  const api = createApiClient({
    provider: { name: 'groq', capabilities: { streaming: true, tools: true, embeddings: false, images: new Set() } },
    connection,
    model: 'm',
    policy: defaultRetryPolicy,
    circuit: defaultCircuitOptions,
    stallMs: 60_000,
    environment: {
      now: () => now,
      random: () => 0.5,
      async wait(milliseconds, signal) {
        signal.throwIfAborted()
        waits.push(milliseconds)
        now += milliseconds
      },
    },
    signal: new AbortController().signal,
    cost: () => 0.25,
    onCall: (call) => calls.push(call),
    ...options,
  })
  return { api, calls, waits, attempts: () => next }
}
