import type { ApiProviderName } from '@vitest-hardware/contracts'
import type { ApiTransport } from './transport.ts'

/** Base64 or an address; providers without `imageUrl` among their capabilities take base64 only. */
export type ImagePart =
  | { readonly type: 'image'; readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'; readonly base64: string }
  | { readonly type: 'image'; readonly url: string }
export type ContentPart = { readonly type: 'text'; readonly text: string } | ImagePart

/** A call that the model asks for. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  /** JSON as the model wrote it; a model may write it wrong. */
  readonly argumentsText: string
}

export type ChatMessage =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; readonly content: string | readonly ContentPart[] }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls?: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly content: string }

export interface Tool {
  readonly name: string
  readonly description?: string
  /** JSON Schema of the arguments, an object's. */
  readonly parameters: Readonly<Record<string, unknown>>
}

export interface ChatRequest {
  readonly model: string
  readonly messages: readonly ChatMessage[]
  /** Most tokens of the answer. @default 1024 */
  readonly maxTokens?: number
  /** 0 … 2; Anthropic's ends at 1. @default the vendor's */
  readonly temperature?: number
  /** Ends the answer where the model writes one of these. @default none */
  readonly stop?: readonly string[]
  /** @default none */
  readonly tools?: readonly Tool[]
  /** `required`: the model must call some tool; a name: that one. @default 'auto' */
  readonly toolChoice?: 'auto' | 'none' | 'required' | { readonly name: string }
}

/** As the vendor counted. */
export interface TokenUsage {
  readonly inputTokens: number
  readonly outputTokens: number
  /** Of the input, read from the vendor's cache. */
  readonly cachedInputTokens: number
}

export interface ChatReply {
  readonly id: string
  /** The model that answered; often more exact than the one asked. */
  readonly model: string
  readonly text: string
  readonly toolCalls: readonly ToolCall[]
  readonly finishReason: 'stop' | 'length' | 'tool-calls' | 'content-filter' | 'other'
  /** null where the vendor did not say. */
  readonly usage: TokenUsage | null
}

/** A piece of an answer. `tool-call` comes in pieces too: `index` says of which call; `end` is always the last and holds the whole. */
export type ChatEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool-call'; readonly index: number; readonly id: string; readonly name: string; readonly argumentsText: string }
  | { readonly type: 'end'; readonly reply: ChatReply }

export interface EmbedRequest {
  readonly model: string
  /** One vector is returned for each. */
  readonly input: readonly string[]
  /** Length of the vectors. @default the model's */
  readonly dimensions?: number
}

export interface EmbedReply {
  readonly model: string
  /** In the order of the input. */
  readonly vectors: readonly (readonly number[])[]
  readonly usage: TokenUsage | null
}

export interface CallOptions {
  /** Ends the request. */
  readonly signal?: AbortSignal
}

export interface StreamOptions extends CallOptions {
  /**
   * Told how to end the stream, as soon as it is open; it fails with `aborted` then. Costs nothing, while listening to a `signal` takes the
   * vendors' clients some 50 µs.
   */
  readonly onOpen?: (end: () => void) => void
}

/** One attempt at each request: whoever calls decides about retries. Every failure is an `ApiError`. */
export interface ApiConnection {
  chat(request: ChatRequest, options?: CallOptions): Promise<ChatReply>
  stream(request: ChatRequest, options?: StreamOptions): AsyncIterable<ChatEvent>
  /** Not there where the vendor offers no embeddings. */
  readonly embed?: (request: EmbedRequest, options?: CallOptions) => Promise<EmbedReply>
}

export interface ConnectOptions {
  readonly transport: Pick<ApiTransport, 'fetch' | 'baseUrl'>
  /** Never logged, never in an error. */
  readonly apiKey: string
  /** For one attempt, milliseconds. */
  readonly timeoutMs: number
}

export interface ApiCapabilities {
  readonly streaming: boolean
  readonly tools: boolean
  readonly embeddings: boolean
  /** Ways in which an image can be given; empty where none can. */
  readonly images: ReadonlySet<'base64' | 'url'>
}

/** A hosted API, reached through its vendor's own client. */
export interface ApiProvider {
  readonly name: ApiProviderName
  /** npm package of the vendor's client, an optional peer. */
  readonly sdk: string
  /** Environment variable that holds the key; the one that the vendor's client documents. */
  readonly keyVariable: string
  /** The vendor's own address. */
  readonly baseUrl: string
  readonly capabilities: ApiCapabilities
  /**
   * Loads the vendor's client.
   * @throws {UsageError} where it is not installed
   */
  connect(options: ConnectOptions): Promise<ApiConnection>
}
