import { bearerKey } from './bearer-key.ts'
import { streamedChat, wholeChat } from './chat-completions/answer.ts'
import { answerEmbeddings } from './chat-completions/embeddings.ts'
import { rateHeaders } from './chat-completions/rate-headers.ts'
import { parseChatBody, promptOf } from './chat-completions/request.ts'
import { compose, seededId } from './composition.ts'
import { streamedResponse, wholeResponse } from './responses/answer.ts'
import { parseResponseBody, promptOf as promptOfResponse } from './responses/request.ts'
import { Refusal, type RefusalFacts, type SimulatedVendor, type VendorAnswer, type VendorRequest } from './vendor.ts'

/** Models that the simulator answers as; the vendor has more. */
const chatModels = ['gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5-mini', 'gpt-4.1', 'gpt-4.1-mini', 'gpt-4o', 'gpt-4o-mini']
const embeddingSizes = { 'text-embedding-3-small': 1536, 'text-embedding-3-large': 3072, 'text-embedding-ada-002': 1536 }

const errorsByStatus: Readonly<Record<number, { type: string; code?: string; message: string }>> = {
  400: { type: 'invalid_request_error', message: 'The request is not valid.' },
  401: { type: 'invalid_request_error', code: 'invalid_api_key', message: 'Incorrect API key provided.' },
  403: {
    type: 'invalid_request_error',
    code: 'unsupported_country_region_territory',
    message: 'Country, region, or territory not supported.',
  },
  404: { type: 'invalid_request_error', code: 'model_not_found', message: 'The model does not exist or you do not have access to it.' },
  408: { type: 'server_error', code: 'request_timeout', message: 'The request took too long to arrive.' },
  409: { type: 'invalid_request_error', code: 'conflict', message: 'The resource was changed by another request.' },
  413: { type: 'invalid_request_error', code: 'payload_too_large', message: 'The request body is too large.' },
  422: {
    type: 'invalid_request_error',
    code: 'unprocessable_entity',
    message: 'The request cannot be processed although its format is right.',
  },
  429: { type: 'requests', code: 'rate_limit_exceeded', message: 'Rate limit reached for requests.' },
  500: { type: 'server_error', message: 'The server had an error while processing your request. Sorry about that!' },
  503: { type: 'server_error', code: 'service_unavailable', message: 'The engine is currently overloaded, please try again later.' },
  529: { type: 'server_error', code: 'overloaded', message: 'The servers are overloaded, please try again later.' },
}

/** The parts of OpenAI's API that the vendor's client uses for chat, responses, embeddings and models. */
export const openaiVendor: SimulatedVendor = {
  name: 'openai',
  baseUrl: 'https://api.openai.com/v1',
  pathPrefix: '/v1',
  maxBodyBytes: 50 * 1024 * 1024,
  keyOf: bearerKey,
  check: () => undefined,
  usualMessage: (status) => ({
    status,
    message: errorsByStatus[status]?.message ?? 'The server had an error while processing your request.',
  }),
  errorBody({ status, message, param, code }: RefusalFacts) {
    const usual = errorsByStatus[status] ?? errorsByStatus[500]!
    return { error: { message, type: usual.type, param: param ?? null, code: code ?? usual.code ?? null } }
  },
  idOf(random) {
    const id = seededId(random, 'req_', 32)
    return { id, headers: { 'x-request-id': id, 'openai-version': '2020-10-01', 'openai-processing-ms': '0' } }
  },
  streamErrorEvent: null,
  quotaHeaders: rateHeaders,
  routes: [
    { method: 'POST', path: /^\/chat\/completions$/, answer: answerChat },
    { method: 'POST', path: /^\/responses$/, answer: answerResponse },
    { method: 'POST', path: /^\/embeddings$/, answer: ({ body }) => answerEmbeddings(body, embeddingSizes, refuseModel) },
    { method: 'GET', path: /^\/models$/, answer: () => json({ object: 'list', data: [...modelNames()].map(modelEntry) }) },
    {
      method: 'GET',
      path: /^\/models\/([^/]+)$/,
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
  const id = seededId(random, 'chatcmpl-', 29)
  const fingerprint = { service_tier: 'default', system_fingerprint: 'fp_simulated' }
  const composed = compose(promptOf(chat), random, 'call_')
  const facts = {
    id,
    created,
    model: chat.model,
    usageChunk: chat.stream_options?.include_usage === true,
    extra: fingerprint,
    chunkExtra: () => fingerprint,
  }
  return chat.stream === true ? streamedChat(composed, facts) : wholeChat(composed, facts)
}

function answerResponse({ body, random, created }: VendorRequest): VendorAnswer {
  const response = parseResponseBody(body)
  if (!chatModels.includes(response.model)) refuseModel(response.model)
  const composed = compose(promptOfResponse(response), random, 'call_')
  const facts = { random, created, model: response.model }
  return response.stream === true ? streamedResponse(composed, facts) : wholeResponse(composed, facts)
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

function modelEntry(id: string): { id: string; object: 'model'; created: number; owned_by: string } {
  return { id, object: 'model', created: 1_715_367_049, owned_by: 'simulator' }
}

function json(body: unknown): VendorAnswer {
  return { kind: 'json', body, inputTokens: 0, outputTokens: 0 }
}
