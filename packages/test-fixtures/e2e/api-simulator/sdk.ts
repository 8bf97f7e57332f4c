import type { ApiProviderName } from '@vitest-hardware/contracts'

/** Where a client's requests go; without an address, to the vendor's own. */
export interface Place {
  readonly baseUrl?: string
  readonly fetch?: typeof fetch
}

export interface ClientOptions extends Place {
  readonly apiKey: string
  readonly maxRetries: number
  readonly timeout?: number
}

export interface Answer {
  readonly text: string
  readonly inputTokens: number
  readonly outputTokens: number
  readonly finish: string | null
}

export interface Call {
  readonly name: string
  readonly input: unknown
}

/** What the contract asks of a vendor's client; each is a few lines of that client's public API. */
export interface SdkClient {
  chat(text: string, options?: { maxTokens?: number; model?: string; image?: { mediaType: 'image/png'; base64: string } }): Promise<Answer>
  /** The client's headers of a chat. */
  chatHeaders(text: string): Promise<Headers>
  /** Pieces of text as they come; aborts by the client's own means. */
  stream(text: string, signal?: AbortSignal): AsyncIterable<string>
  /** The answer as the client's own collector puts it together, where it has one. */
  readonly collect?: (text: string) => Promise<Answer>
  /** Usage as a stream tells it. */
  streamUsage(text: string): Promise<Omit<Answer, 'text' | 'finish'>>
  /** Asks with a tool, gives the tool's result back: the call, then the text. */
  useTool(streamed: boolean): Promise<{ call: Call; text: string }>
  models(): Promise<string[]>
  readonly embed?: (input: string[], format?: 'float' | 'base64') => Promise<number[][]>
  /** A body that lacks what the vendor demands. */
  chatWithout(field: 'model' | 'messages' | 'max_tokens'): Promise<unknown>
}

type ErrorClass = abstract new (...args: never[]) => Error

/** A vendor's client under contract. */
export interface Sdk {
  readonly provider: ApiProviderName
  readonly model: string
  /** What not every vendor's client has. */
  readonly offers: ReadonlySet<'collector' | 'embeddings'>
  /** Fields without which the vendor refuses a chat. */
  readonly demanded: readonly ('model' | 'messages' | 'max_tokens')[]
  /** Class of error by status; `otherwise` for those without one. */
  readonly errors: Readonly<Record<number, ErrorClass>> & { readonly otherwise: ErrorClass }
  readonly connectionError: ErrorClass
  readonly timeoutError: ErrorClass
  readonly remainingRequestsHeader: string
  connect(options: ClientOptions): SdkClient
}

/** A tool whose arguments have one of each type. */
export const weatherTool = {
  name: 'get_weather',
  description: 'The weather of a city',
  schema: {
    type: 'object' as const,
    properties: {
      city: { type: 'string' },
      days: { type: 'integer', minimum: 1, maximum: 7 },
      unit: { type: 'string', enum: ['celsius', 'kelvin'] },
    },
    required: ['city', 'days', 'unit'],
    additionalProperties: false,
  },
}

/** Options of a client's constructor; an absent address must be absent. */
export function constructorOptions({ baseUrl, fetch, apiKey, maxRetries, timeout }: ClientOptions): {
  apiKey: string
  maxRetries: number
  logLevel: 'off'
  baseURL?: string
  fetch?: typeof globalThis.fetch
  timeout?: number
} {
  return {
    apiKey,
    maxRetries,
    logLevel: 'off',
    ...(baseUrl !== undefined && { baseURL: baseUrl }),
    ...(fetch && { fetch }),
    ...(timeout !== undefined && { timeout }),
  }
}

/** Elements of an embedding in base64, which clients hand over as it came where it was asked for. */
export function floats(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64')
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))
}
