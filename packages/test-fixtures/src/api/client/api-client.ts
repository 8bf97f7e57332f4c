import { UsageError } from '@vitest-hardware/contracts'
import { ApiError, type ApiErrorKind } from '../api-error.ts'
import type {
  ApiConnection,
  ApiProvider,
  CallOptions,
  ChatEvent,
  ChatReply,
  ChatRequest,
  EmbedReply,
  EmbedRequest,
  TokenUsage,
} from '../provider.ts'
import type { CircuitOptions, CircuitState } from '../resilience/circuit-breaker.ts'
import type { RetryPolicy } from '../resilience/retry.ts'
import type { ApiCall } from './api-call.ts'
import { type AttemptLog, type AttemptOptions, startLog, withRetries } from './attempts.ts'
import type { CallEnvironment } from './call-environment.ts'
import { createCircuit } from './circuit.ts'
import { inFlight } from './in-flight.ts'
import { streamWithRetries } from './stream-attempts.ts'

/** A request whose model may be left out; a text alone is one message of the user. */
export type ChatInput = string | (Omit<ChatRequest, 'model'> & { readonly model?: string })
/** One text, several, or a request whose model may be left out. */
export type EmbedInput = string | readonly string[] | (Omit<EmbedRequest, 'model'> & { readonly model?: string })

/** Pieces of an answer as they come; to be read once. Leaving early closes the connection. */
export interface ChatStream extends AsyncIterable<ChatEvent> {
  /** Reads to the end. @throws {ApiError} */
  reply(): Promise<ChatReply>
}

/** A hosted model, with retries and a circuit breaker. Every failure is an `ApiError`; wrong use is a `UsageError`. */
export interface ApiClient {
  readonly provider: Pick<ApiProvider, 'name' | 'capabilities'>
  /** The model of requests that name none. */
  readonly model: string
  /** Of the circuit breaker, now. */
  readonly circuit: CircuitState
  chat(input: ChatInput, options?: CallOptions): Promise<ChatReply>
  /** Tried again only until the first piece has come: what has been read cannot be taken back. */
  stream(input: ChatInput, options?: CallOptions): ChatStream
  /** @throws {UsageError} where the vendor offers no embeddings */
  embed(input: EmbedInput, options?: CallOptions): Promise<EmbedReply>
}

export interface ApiClientOptions {
  readonly provider: Pick<ApiProvider, 'name' | 'capabilities'>
  readonly connection: ApiConnection
  readonly model: string
  readonly policy: RetryPolicy
  readonly circuit: CircuitOptions
  /** A stream in which nothing comes for this long is a time-out, milliseconds. */
  readonly stallMs: number
  readonly environment: CallEnvironment
  /** Ends every call, besides the call's own. */
  readonly signal: AbortSignal
  /** US dollars, null where it cannot be told. */
  readonly cost: (model: string, usage: TokenUsage) => number | null
  /** Told of every call when it ends, well or not. */
  readonly onCall: (call: ApiCall) => void
}

export function createApiClient(options: ApiClientOptions): ApiClient {
  const { provider, connection, model: defaultModel, policy, environment, stallMs, cost, onCall } = options
  const circuit = createCircuit(provider.name, options.circuit, () => environment.now())
  const underWay = inFlight(provider.name, options.signal)
  const attempts = ({ signal }: CallOptions): AttemptOptions => {
    return { policy, circuit, environment, signals: signal === undefined ? [options.signal] : [signal, options.signal] }
  }

  const finish = (operation: ApiCall['operation'], model: string, log: AttemptLog, end: CallEnd): void => {
    const now = environment.now()
    onCall({
      operation,
      model,
      totalMs: now - log.startedAt,
      attemptMs: now - log.attemptAt,
      timeToFirstTokenMs: end.timeToFirstTokenMs ?? null,
      gapsMs: end.gapsMs ?? [],
      retries: log.retries,
      waitedMs: log.waitedMs,
      usage: end.usage,
      costUsd: end.usage === null ? null : cost(model, end.usage),
      error: end.error,
    })
  }

  const call = async <Reply extends { readonly usage: TokenUsage | null }>(
    operation: ApiCall['operation'],
    model: string,
    attempt: () => Promise<Reply>,
    callOptions: CallOptions,
  ): Promise<Reply> => {
    const log = startLog(environment)
    try {
      const reply = await underWay.race(withRetries(attempt, log, attempts(callOptions)))
      finish(operation, model, log, { usage: reply.usage, error: null })
      return reply
    } catch (error) {
      if (error instanceof ApiError) finish(operation, model, log, { usage: null, error: error.kind })
      throw error
    }
  }

  return {
    provider,
    model: defaultModel,
    get circuit() {
      return circuit.state
    },
    chat(input, callOptions = {}) {
      const request = chatRequest(input, defaultModel)
      return call('chat', request.model, () => connection.chat(request, callOptions), callOptions)
    },
    stream(input, callOptions = {}) {
      const request = chatRequest(input, defaultModel)
      return chatStream(
        streamWithRetries((onOpen) => connection.stream(request, { ...callOptions, onOpen }), {
          ...attempts(callOptions),
          provider: provider.name,
          stallMs,
          inFlight: underWay,
          onEnd: (end) => finish('stream', request.model, end, end),
        }),
      )
    },
    async embed(input, callOptions = {}) {
      const { embed } = connection
      if (embed === undefined) throw noEmbeddings(provider.name)
      const request = embedRequest(input, defaultModel)
      return call('embed', request.model, () => embed(request, callOptions), callOptions)
    },
  }
}

/** How a call ended. */
interface CallEnd {
  readonly usage: TokenUsage | null
  readonly error: ApiErrorKind | null
  readonly timeToFirstTokenMs?: number | null
  readonly gapsMs?: readonly number[]
}

function chatRequest(input: ChatInput, model: string): ChatRequest {
  return typeof input === 'string' ? { model, messages: [{ role: 'user', content: input }] } : { model, ...input }
}

function embedRequest(input: EmbedInput, model: string): EmbedRequest {
  if (typeof input === 'string') return { model, input: [input] }
  return 'input' in input ? { model, ...input } : { model, input }
}

function chatStream(events: AsyncIterable<ChatEvent>): ChatStream {
  return {
    [Symbol.asyncIterator]: () => events[Symbol.asyncIterator](),
    async reply() {
      let reply: ChatReply | null = null
      for await (const event of events) if (event.type === 'end') reply = event.reply
      if (reply === null)
        throw new UsageError('the stream was read already', { input: 'reply()', nextStep: 'call stream() again; a stream is read once' })
      return reply
    },
  }
}

function noEmbeddings(provider: string): UsageError {
  return new UsageError(`${provider} offers no embeddings`, {
    input: provider,
    nextStep: 'ask api.provider.capabilities.embeddings first, or use another provider for them',
  })
}
