import { bearerKey } from './bearer-key.ts'
import { compose, countPrompt, seededId } from './composition.ts'
import { streamedMessage, wholeMessage } from './messages/answer.ts'
import { rateHeaders } from './messages/rate-headers.ts'
import { parseMessagesBody, parsePromptBody, promptOf } from './messages/request.ts'
import { Refusal, type RefusalFacts, type SimulatedVendor, type VendorAnswer, type VendorRequest } from './vendor.ts'

/** Models that the simulator answers as; the vendor has more. */
const models = ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5', 'claude-opus-5', 'claude-sonnet-5']

const errorsByStatus: Readonly<Record<number, { type: string; message: string }>> = {
  400: { type: 'invalid_request_error', message: 'The request is not valid' },
  401: { type: 'authentication_error', message: 'invalid x-api-key' },
  403: { type: 'permission_error', message: 'Your API key does not have permission to use the specified resource.' },
  404: { type: 'not_found_error', message: 'Not Found' },
  408: { type: 'timeout_error', message: 'The request took too long to arrive' },
  409: { type: 'conflict_error', message: 'The resource was changed by another request' },
  413: { type: 'request_too_large', message: 'Request exceeds the maximum size' },
  422: { type: 'invalid_request_error', message: 'The request cannot be processed although its format is right' },
  429: { type: 'rate_limit_error', message: 'This request would exceed your rate limit.' },
  500: { type: 'api_error', message: 'Internal server error' },
  503: { type: 'api_error', message: 'Service unavailable' },
  529: { type: 'overloaded_error', message: 'Overloaded' },
}

/** The parts of Anthropic's API that the vendor's client uses for messages, counting and models. The vendor offers no embeddings; neither does this. */
export const anthropicVendor: SimulatedVendor = {
  name: 'anthropic',
  baseUrl: 'https://api.anthropic.com',
  pathPrefix: '/v1',
  maxBodyBytes: 32 * 1024 * 1024,
  streamErrorEvent: 'error',
  // the vendor's client sends a bearer token since its version 1, other clients the older header
  keyOf: (headers) => headers.get('x-api-key') || bearerKey(headers),
  check(headers) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(headers.get('anthropic-version') ?? '')) {
      throw new Refusal({ status: 400, message: 'anthropic-version: header is required' })
    }
  },
  usualMessage: (status) => ({ status, message: errorsByStatus[status]?.message ?? 'Internal server error' }),
  errorBody({ status, message }: RefusalFacts, requestId) {
    return { type: 'error', error: { type: errorsByStatus[status]?.type ?? 'api_error', message }, request_id: requestId }
  },
  idOf(random) {
    const id = seededId(random, 'req_')
    return { id, headers: { 'request-id': id, 'anthropic-organization-id': '00000000-0000-4000-8000-000000000000' } }
  },
  quotaHeaders: rateHeaders,
  routes: [
    { method: 'POST', path: /^\/messages$/, answer: answerMessages },
    { method: 'POST', path: /^\/messages\/count_tokens$/, answer: countMessageTokens },
    {
      method: 'GET',
      path: /^\/models$/,
      answer: () => json({ data: models.map(modelEntry), has_more: false, first_id: models[0], last_id: models.at(-1) }),
    },
    {
      method: 'GET',
      path: /^\/models\/([^/]+)$/,
      answer: (_, match) => {
        const model = decodeURIComponent(match[1]!)
        return models.includes(model) ? json(modelEntry(model)) : refuseModel(model)
      },
    },
  ],
}

function answerMessages({ body, random }: VendorRequest): VendorAnswer {
  const message = parseMessagesBody(body)
  if (!models.includes(message.model)) refuseModel(message.model)
  const id = seededId(random, 'msg_')
  const composed = compose(promptOf(message), random, 'toolu_')
  const facts = { id, model: message.model }
  return message.stream === true ? streamedMessage(composed, facts) : wholeMessage(composed, facts)
}

function countMessageTokens({ body }: VendorRequest): VendorAnswer {
  const prompt = parsePromptBody(body)
  if (!models.includes(prompt.model)) refuseModel(prompt.model)
  return json({ input_tokens: countPrompt(promptOf(prompt)) })
}

function refuseModel(model: string): never {
  throw new Refusal({ status: 404, message: `model: ${model}` })
}

function modelEntry(id: string): Record<string, unknown> {
  return {
    type: 'model',
    id,
    display_name: id,
    created_at: '2025-01-01T00:00:00Z',
    lifecycle: 'active',
    deprecated_at: null,
    retires_at: null,
    capabilities: null,
    line: null,
    max_input_tokens: 200_000,
    max_tokens: 64_000,
  }
}

function json(body: unknown): VendorAnswer {
  return { kind: 'json', body, inputTokens: 0, outputTokens: 0 }
}
