import { bearerKey } from './bearer-key.ts'
import { streamedChat, wholeChat } from './chat-completions/answer.ts'
import { answerEmbeddings } from './chat-completions/embeddings.ts'
import { rateHeaders } from './chat-completions/rate-headers.ts'
import { parseChatBody, promptOf } from './chat-completions/request.ts'
import { compose, seededId } from './composition.ts'
import { Refusal, type RefusalFacts, type SimulatedVendor, type VendorAnswer, type VendorRequest } from './vendor.ts'

/** Models that the simulator answers as; the vendor has more. */
const chatModels = [
  'llama-3.1-8b-instant',
  'llama-3.3-70b-versatile',
  'meta-llama/llama-4-scout-17b-16e-instruct',
  'meta-llama/llama-4-maverick-17b-128e-instruct',
  'openai/gpt-oss-20b',
  'openai/gpt-oss-120b',
  'qwen/qwen3-32b',
]
const embeddingSizes = { 'nomic-embed-text-v1_5': 768 }

const errorsByStatus: Readonly<Record<number, { type: string; code?: string; message: string }>> = {
  400: { type: 'invalid_request_error', message: 'The request is not valid.' },
  401: { type: 'invalid_request_error', code: 'invalid_api_key', message: 'Invalid API Key' },
  403: { type: 'permissions_error', code: 'model_permission_blocked_org', message: 'The organization may not use this model.' },
  404: { type: 'invalid_request_error', code: 'model_not_found', message: 'The model does not exist or you do not have access to it.' },
  408: { type: 'invalid_request_error', code: 'request_timeout', message: 'The request took too long to arrive.' },
  409: { type: 'invalid_request_error', code: 'conflict', message: 'The resource was changed by another request.' },
  413: { type: 'invalid_request_error', code: 'request_too_large', message: 'Request Entity Too Large' },
  422: {
    type: 'invalid_request_error',
    code: 'unprocessable_entity',
    message: 'The request cannot be processed although its format is right.',
  },
  429: { type: 'requests', code: 'rate_limit_exceeded', message: 'Rate limit reached for model.' },
  500: { type: 'internal_server_error', message: 'Internal Server Error' },
  503: { type: 'internal_server_error', code: 'service_unavailable', message: 'Service Unavailable' },
  529: { type: 'internal_server_error', code: 'overloaded', message: 'The servers are overloaded, please try again later.' },
}

/** The parts of Groq's API that the vendor's client uses for chat, embeddings and models. */
export const groqVendor: SimulatedVendor = {
  name: 'groq',
  baseUrl: 'https://api.groq.com',
  pathPrefix: '/openai/v1',
  maxBodyBytes: 20 * 1024 * 1024,
  keyOf: bearerKey,
  check: () => undefined,
  usualMessage: (status) => ({ status, message: errorsByStatus[status]?.message ?? 'Internal Server Error' }),
  errorBody({ status, message, param, code }: RefusalFacts) {
    const usual = errorsByStatus[status] ?? errorsByStatus[500]!
    const reason = code ?? usual.code
    return { error: { message, type: usual.type, ...(reason !== undefined && { code: reason }), ...(param !== undefined && { param }) } }
  },
  idOf(random) {
    const id = seededId(random, 'req_', 26).toLowerCase()
    return { id, headers: { 'x-request-id': id, 'x-groq-region': 'simulated' } }
  },
  streamErrorEvent: 'error',
  quotaHeaders: rateHeaders,
  routes: [
    { method: 'POST', path: /^\/chat\/completions$/, answer: answerChat },
    { method: 'POST', path: /^\/embeddings$/, answer: ({ body }) => answerEmbeddings(body, embeddingSizes, refuseModel) },
    { method: 'GET', path: /^\/models$/, answer: () => json({ object: 'list', data: modelNames().map(modelEntry) }) },
    {
      method: 'GET',
      path: /^\/models\/(.+)$/,
      answer: (_, match) => {
        const model = decodeURIComponent(match[1]!)
        return modelNames().includes(model) ? json(modelEntry(model)) : refuseModel(model)
      },
    },
  ],
}

function answerChat({ body, random, created }: VendorRequest): VendorAnswer {
  const chat = parseChatBody(body)
  if (!chatModels.includes(chat.model)) refuseModel(chat.model)
  const id = seededId(random, 'chatcmpl-', 36)
  const groqId = seededId(random, 'req_', 26).toLowerCase()
  const composed = compose(promptOf(chat), random, 'call_')
  const facts = {
    id,
    created,
    model: chat.model,
    usageChunk: chat.stream_options?.include_usage === true,
    extra: { system_fingerprint: 'fp_simulated', service_tier: 'on_demand', x_groq: { id: groqId } },
    // the vendor's own place for the usage of a stream, whether or not a usage chunk was asked for
    chunkExtra: (usage: object | null) => ({
      system_fingerprint: 'fp_simulated',
      x_groq: { id: groqId, ...(usage !== null && { usage }) },
    }),
  }
  return chat.stream === true ? streamedChat(composed, facts) : wholeChat(composed, facts)
}

function refuseModel(model: string): never {
  throw new Refusal({
    status: 404,
    message: `The model \`${model}\` does not exist or you do not have access to it.`,
    code: 'model_not_found',
  })
}

function modelNames(): string[] {
  return [...chatModels, ...Object.keys(embeddingSizes)]
}

function modelEntry(id: string): { id: string; object: 'model'; created: number; owned_by: string; active: true; context_window: number } {
  return { id, object: 'model', created: 1_693_721_698, owned_by: 'simulator', active: true, context_window: 131_072 }
}

function json(body: unknown): VendorAnswer {
  return { kind: 'json', body, inputTokens: 0, outputTokens: 0 }
}
