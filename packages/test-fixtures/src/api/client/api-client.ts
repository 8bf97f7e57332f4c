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
import { streamWithRetries, type StreamTimes } from './stream-attempts.ts'

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
  const attempts = ({ signal }: CallOptions): AttemptOptions => ({ policy, circuit, environment, signal })
  /** What a call listens to: the client's end, and its own where it has one. */
  const withSignal = ({ signal }: CallOptions): CallOptions => ({
    signal: signal === undefined ? options.signal : AbortSignal.any([signal, options.signal]),
  })

  const finish = (
    operation: ApiCall['operation'],
    model: string,
    log: AttemptLog,
    end: { usage: TokenUsage | null; times?: StreamTimes; error: ApiErrorKind | null },
  ): void => {
    const now = environment.now()
    const { usage, times, error } = end
    onCall({
      operation,
      model,
      totalMs: now - log.startedAt,
      attemptMs: now - log.attemptAt,
      timeToFirstTokenMs: times?.timeToFirstTokenMs ?? null,
      gapsMs: times?.gapsMs ?? [],
      retries: log.retries,
      waitedMs: log.waitedMs,
      usage,
      costUsd: usage === null ? null : cost(model, usage),
      error,
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
      const reply = await withRetries(attempt, log, attempts(callOptions))
      finish(operation, model, log, { usage: reply.usage, error: null })
      return reply
    } catch (error) {
      if (error instanceof ApiError) finish(operation, model, log, { usage: null, error: error.kind })
      throw error
    }
  }

  async function* events(request: ChatRequest, callOptions: CallOptions): AsyncGenerator<ChatEvent> {
    const log = startLog(environment)
    const times: StreamTimes = { timeToFirstTokenMs: null, gapsMs: [] }
    let usage: TokenUsage | null = null
    // stays where the reader leaves early
    let error: ApiErrorKind | null = 'aborted'
    try {
      for await (const event of streamWithRetries((signal) => connection.stream(request, { signal }), times, stallMs, log, {
        ...attempts(callOptions),
        provider: provider.name,
      })) {
        if (event.type === 'end') {
          usage = event.reply.usage
          error = null
        }
        yield event
      }
    } catch (thrown) {
      if (thrown instanceof ApiError) error = thrown.kind
      throw thrown
    } finally {
      finish('stream', request.model, log, { usage, times, error })
    }
  }

  return {
    provider,
    model: defaultModel,
    get circuit() {
      return circuit.state
    },
    chat(input, own = {}) {
      const request = chatRequest(input, defaultModel)
      const callOptions = withSignal(own)
      return call('chat', request.model, () => connection.chat(request, callOptions), callOptions)
    },
    stream: (input, own = {}) => chatStream(events(chatRequest(input, defaultModel), withSignal(own))),
    async embed(input, own = {}) {
      const { embed } = connection
      if (embed === undefined) throw noEmbeddings(provider.name)
      const request = embedRequest(input, defaultModel)
      const callOptions = withSignal(own)
      return call('embed', request.model, () => embed(request, callOptions), callOptions)
    },
  }
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
