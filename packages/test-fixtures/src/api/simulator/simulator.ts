import type { ApiTransport, SimulatorOptions } from '../transport.ts'
import { realClock, type SimulatorClock } from './clock.ts'
import { fetchFromHandlers } from './in-process.ts'
import { loadMsw } from './load-msw.ts'
import { serveHandlers } from './loopback.ts'
import type { RateLimit } from './quotas.ts'
import { createResponder, type Responder, type SimulatedExchange } from './responder.ts'
import { simulatedVendors } from './vendors.ts'

/** All that a simulator can be told. */
export interface SimulatorSettings extends SimulatorOptions {
  /** `in-process`: a `fetch` without sockets; `loopback`: a server on 127.0.0.1, also for other processes. @default 'in-process' */
  readonly form?: 'in-process' | 'loopback'
  /** @default none */
  readonly rateLimit?: RateLimit
  /** The keys that are taken; others are refused with 401. @default any that is not empty */
  readonly apiKeys?: readonly string[]
  /** @default real time */
  readonly clock?: SimulatorClock
}

/** A running simulator. Whatever it answers carries the header `x-simulated: vitest-hardware`. */
export interface Simulator extends ApiTransport {
  /** What was asked and answered so far, without headers and bodies. */
  readonly exchanges: readonly SimulatedExchange[]
}

/**
 * Starts a stand-in for a vendor's API, good enough for the vendor's own client: give that `baseUrl` and, where there is one, `fetch`.
 * Nothing leaves the machine.
 *
 * @throws {UsageError} where msw is not installed.
 */
export async function startSimulator(settings: SimulatorSettings): Promise<Simulator> {
  const msw = await loadMsw()
  const { name, baseUrl } = simulatedVendors[settings.provider]
  const { exchanges, respond } = responderOf(settings)
  // a name that cannot exist (RFC 2606), so a client that goes around `fetch` reaches nobody
  const origin = `http://${name}.simulated.invalid`
  const handlers = [handlerOf(msw.http, origin, respond)]
  const path = new URL(baseUrl).pathname.replace(/\/$/, '')
  if (settings.form === 'loopback') {
    const server = await serveHandlers(msw, handlers, origin)
    return { exchanges, baseUrl: server.origin + path, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
  }
  return { exchanges, baseUrl: origin + path, fetch: fetchFromHandlers(msw, handlers), [Symbol.asyncDispose]: () => Promise.resolve() }
}

/** Settings that a handler has use for: where it answers is msw's business. */
export type HandlerSettings = Omit<SimulatorSettings, 'form'> & {
  /** Origin whose requests are answered. @default the vendor's own */
  readonly origin?: string
}

/** The part of msw's `http` that makes a handler. */
export interface HandlerMaker<Handler> {
  all(path: string, resolver: (info: { readonly request: Request }) => Promise<Response>): Handler
}

/**
 * The same stand-in as handlers for msw's `setupServer` or `setupWorker`: the vendor's client needs no other address then.
 *
 * @param http - msw's own.
 * @example
 * ```ts
 * import { http } from 'msw'
 * const server = setupServer(...simulatorHandlers(http, { provider: 'openai', seed: 1 }))
 * ```
 */
export function simulatorHandlers<Handler>(http: HandlerMaker<Handler>, settings: HandlerSettings): Handler[] {
  const origin = settings.origin ?? new URL(simulatedVendors[settings.provider].baseUrl).origin
  return [handlerOf(http, origin, responderOf(settings).respond)]
}

function handlerOf<Handler>(http: HandlerMaker<Handler>, origin: string, respond: Responder['respond']): Handler {
  return http.all(`${origin}/*`, ({ request }) => respond(request))
}

function responderOf(settings: HandlerSettings): Responder {
  const { provider, seed, profile, failures, latency, rateLimit, apiKeys, clock } = settings
  return createResponder({
    vendor: simulatedVendors[provider],
    seed,
    latency: latency ?? profile?.latency ?? 'none',
    failures: failures ?? profile?.failures ?? [],
    rateLimit: rateLimit ?? null,
    apiKeys: apiKeys ?? null,
    clock: clock ?? realClock,
  })
}
