import type { ApiProviderName } from '@vitest-hardware/contracts'
import { createHash } from 'node:crypto'
import type { FailureRates, FailureSequence, LatencyModel, SimulatedFailure, SimulatedFailureName } from '../transport.ts'
import type { SimulatorClock } from './clock.ts'
import { drawFailure, failureInSequence, isSequence, statusOfFailure } from './failure-model.ts'
import { sampleLatency } from './log-normal.ts'
import { type BodyFailure, malformedEvent, pacedBody, planTimes } from './paced-body.ts'
import { createQuotas, type RateLimit } from './quotas.ts'
import { createRandom, type Random } from './random.ts'
import { sseFrame } from './sse.ts'
import { Refusal, type RefusalFacts, type SimulatedVendor, type StreamEvent, type VendorAnswer } from './vendor.ts'

/** What a vendor is told before it answers. */
export interface ResponderOptions {
  readonly vendor: SimulatedVendor
  readonly seed: number
  readonly latency: LatencyModel | 'none'
  readonly failures: FailureSequence | FailureRates
  readonly rateLimit: RateLimit | null
  /** null: any key that is not empty. */
  readonly apiKeys: readonly string[] | null
  readonly clock: SimulatorClock
}

/** One request that was answered; without headers and bodies, so without secrets. */
export interface SimulatedExchange {
  readonly provider: ApiProviderName
  readonly method: string
  /** Below the vendor's base address, e.g. `/chat/completions`. */
  readonly path: string
  /** 0: the connection was cut before an answer. */
  readonly status: number
  readonly failure: SimulatedFailureName | null
}

/** Answers requests as one vendor would. */
export interface Responder {
  readonly respond: (request: Request) => Promise<Response>
  /** In the order in which they were answered. */
  readonly exchanges: readonly SimulatedExchange[]
}

/** Every response says so. */
export const simulatedHeader = { 'x-simulated': 'vitest-hardware' } as const

// without framing of its own, a body that is cut would look as if it had come to its end
const chunked = { 'transfer-encoding': 'chunked' } as const

interface Turn {
  readonly random: Random
  readonly failure: SimulatedFailure | null
  readonly requestId: string
  readonly headers: Record<string, string>
}

/**
 * A vendor without a transport: requests in, responses out. What is drawn for a request depends on the seed, on the request and on how often the same one came
 * before, not on other requests: concurrency does not change it. Only a failure sequence counts all requests.
 */
export function createResponder({ vendor, seed, latency, failures, rateLimit, apiKeys, clock }: ResponderOptions): Responder {
  const exchanges: SimulatedExchange[] = []
  const seen = new Map<string, number>()
  const quotas = rateLimit === null ? null : createQuotas(rateLimit, clock)
  let ordinal = 0

  function beginTurn(method: string, path: string, body: string): Turn {
    const content = createHash('sha256').update(`${method} ${path}\n${body}`).digest('base64')
    const before = seen.get(content) ?? 0
    seen.set(content, before + 1)
    const random = createRandom(`${seed} ${vendor.name} ${content} ${before}`)
    const drawn = isSequence(failures) ? failureInSequence(failures, ordinal++) : drawFailure(failures, random)
    const { id, headers } = vendor.idOf(random)
    return { random, failure: drawn, requestId: id, headers: { ...headers, ...simulatedHeader } }
  }

  function authorize(headers: Headers): void {
    const key = vendor.keyOf(headers)
    if (key === null || (apiKeys !== null && !apiKeys.includes(key))) throw new Refusal(vendor.usualMessage(401))
    vendor.check(headers)
  }

  function answer(request: Request, path: string, text: string, random: Random): VendorAnswer {
    const route = vendor.routes.find((candidate) => candidate.method === request.method && candidate.path.test(path))
    if (route === undefined) {
      const refused = vendor.routes.some((candidate) => candidate.path.test(path)) ? 405 : 404
      throw new Refusal({ status: refused, message: `Invalid URL (${request.method} ${vendor.pathPrefix}${path})`, code: 'unknown_url' })
    }
    const created = Math.floor(clock.epoch() / 1000)
    const body = parseJson(text)
    return route.answer({ method: request.method, path, headers: request.headers, body, random, created }, path.match(route.path)!)
  }

  function refuseFor(waitMs: number | null, what: 'requests' | 'tokens'): void {
    if (waitMs !== null) throw new QuotaExceeded({ ...vendor.usualMessage(429), message: `Rate limit reached for ${what}.` }, waitMs)
  }

  async function respond(request: Request): Promise<Response> {
    const path = new URL(request.url).pathname.slice(vendor.pathPrefix.length)
    const text = await request.text()
    const turn = beginTurn(request.method, path, text)
    const { failure, random } = turn
    const record = (response: Response): Response => {
      exchanges.push({ provider: vendor.name, method: request.method, path, status: response.status, failure: failure?.kind ?? null })
      return response
    }
    if (failure?.kind === 'connection') return record(Response.error())
    if (failure?.kind === 'slow-first-byte') await clock.sleep(failure.delayMs ?? 1000, request.signal)
    try {
      authorize(request.headers)
      if (Buffer.byteLength(text) > vendor.maxBodyBytes) throw new Refusal(vendor.usualMessage(413))
      refuseFor(quotas === null ? null : quotas.takeRequest(), 'requests')
      const answered = answer(request, path, text, random)
      const status = failure === null ? undefined : statusOf(failure)
      if (status !== undefined && (failure?.afterEvents === undefined || answered.kind === 'json'))
        throw new Refusal(vendor.usualMessage(status))
      refuseFor(quotas === null ? null : quotas.takeTokens(answered.inputTokens + answered.outputTokens), 'tokens')
      return record(await send(answered, turn, request.signal))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return record(refuse(error, turn))
    }
  }

  function refuse(refusal: Refusal, { failure, requestId, headers }: Turn): Response {
    const retryAfter = refusal instanceof QuotaExceeded ? Math.ceil(refusal.waitMs / 1000) : failure?.retryAfter
    return Response.json(vendor.errorBody(refusal.facts, requestId), {
      status: refusal.facts.status,
      headers: { ...headers, ...quotaHeaders(), ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
    })
  }

  async function send(answered: VendorAnswer, turn: Turn, signal: AbortSignal): Promise<Response> {
    const { random } = turn
    const headers = { ...turn.headers, ...quotaHeaders() }
    if (latency !== 'none') await clock.sleep(sampleLatency(latency.firstToken, random), signal)
    const hit = turn.failure === null || turn.failure.kind === 'slow-first-byte' ? null : turn.failure
    if (answered.kind === 'stream') {
      const { events } = answered
      const times = planTimes(events, latency, random)
      const failure = hit === null ? null : streamFailure(hit, events, turn.requestId)
      const type = 'text/event-stream; charset=utf-8'
      return new Response(pacedBody(events, { times, failure, clock, signal }), {
        headers: { ...headers, ...chunked, 'content-type': type, 'cache-control': 'no-cache' },
      })
    }
    const tokens = Array.from({ length: answered.outputTokens }, () => ({ token: true, text: '' }))
    await clock.sleep(planTimes(tokens, latency, random).at(-1) ?? 0, signal)
    if (hit === null) return Response.json(answered.body, { headers })
    const whole = JSON.stringify(answered.body)
    const half = Math.ceil(whole.length / 2)
    const halves = [whole.slice(0, half), whole.slice(half)].map((text) => ({ text, token: false }))
    const failure = { kind: hit.kind, at: 1, delayMs: hit.delayMs ?? 1000, replacement: null }
    return new Response(pacedBody(halves, { times: [0, 0], failure, clock, signal }), {
      headers: { ...headers, ...chunked, 'content-type': 'application/json' },
    })
  }

  function streamFailure(failure: SimulatedFailure, events: readonly StreamEvent[], requestId: string): BodyFailure {
    const { kind, delayMs = 1000 } = failure
    const at = Math.min(failure.afterEvents ?? Math.floor(events.length / 2), events.length - 1)
    const status = statusOf(failure)
    if (status === undefined) return { kind, at, delayMs, replacement: malformedEvent(events[at]!.text) }
    const facts: RefusalFacts = vendor.usualMessage(status)
    return { kind, at, delayMs, replacement: sseFrame(vendor.errorBody(facts, requestId), vendor.streamErrorEvent ?? undefined) }
  }

  function quotaHeaders(): Record<string, string> {
    return quotas === null ? {} : vendor.quotaHeaders(quotas.state(), clock.epoch())
  }

  return { respond, exchanges }
}

/** The status that a failure answers with; undefined for those that answer well at first. */
function statusOf({ kind, status }: SimulatedFailure): number | undefined {
  const usual = statusOfFailure[kind]
  return usual === undefined ? undefined : (status ?? usual)
}

class QuotaExceeded extends Refusal {
  readonly waitMs: number

  constructor(facts: RefusalFacts, waitMs: number) {
    super(facts)
    this.waitMs = waitMs
  }
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
