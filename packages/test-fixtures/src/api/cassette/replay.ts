import { UsageError } from '@vitest-hardware/contracts'
import type { SimulatorClock } from '../simulator/clock.ts'
import type { Cassette, CassetteExchange } from './format.ts'
import { nearestRequest, requestKey } from './request-key.ts'
import { recordedRequest } from './recorded-request.ts'
import { createScrubber, keysOf } from './scrub.ts'

/** What replaying depends on beside the cassette. */
export interface ReplayOptions {
  /** Named in errors. */
  readonly path: string
  /** Where secrets are looked for, to compare requests as they were recorded. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: SimulatorClock
  /** Factor on all recorded times; 0 answers at once. */
  readonly timeScale: number
}

/**
 * A `fetch` that answers from a cassette. The n-th of several equal requests gets the n-th recorded answer, and all after the last get that one.
 * It rejects with a `UsageError` for a request that was not recorded; a vendor's client makes that the cause of its own connection error.
 */
export function replayFetch({ provider, exchanges }: Cassette, { path, environment, clock, timeScale }: ReplayOptions): typeof fetch {
  const byKey = Map.groupBy(exchanges, ({ request }) => requestKey(request))
  const asked = new Map<string, number>()
  return async (input, init) => {
    const request = new Request(input, init)
    const wanted = await recordedRequest(request, createScrubber(environment, keysOf(request.headers)))
    const key = requestKey(wanted)
    const answers = byKey.get(key)
    const ordinal = asked.get(key) ?? 0
    asked.set(key, ordinal + 1)
    const exchange = answers?.[Math.min(ordinal, answers.length - 1)]
    if (exchange === undefined) throw notRecorded(wanted, exchanges, provider, path)
    const { status, headers, headersMs } = exchange.response
    await clock.sleep(headersMs * timeScale, request.signal)
    request.signal.throwIfAborted()
    const body = status === 204 || status === 304 ? null : replayedBody(exchange, clock, timeScale, request.signal)
    return new Response(body, { status, headers: { ...headers, 'x-cassette': 'vitest-hardware' } })
  }
}

function replayedBody(
  { response }: CassetteExchange,
  clock: SimulatorClock,
  timeScale: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const start = clock.now()
  let index = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = response.chunks[index++]
        if (chunk !== undefined) await clock.sleep(start + chunk.ms * timeScale - clock.now(), signal)
        if (signal.aborted) controller.error(signal.reason)
        else if (chunk !== undefined) controller.enqueue(encoder.encode(chunk.text))
        else if (response.end === 'complete') controller.close()
        else controller.error(new TypeError('terminated'))
      },
    },
    { highWaterMark: 0 },
  )
}

function notRecorded(
  wanted: CassetteExchange['request'],
  exchanges: readonly CassetteExchange[],
  provider: string,
  path: string,
): UsageError {
  const nearest = nearestRequest(
    wanted,
    exchanges.map(({ request }) => request),
  )
  const hint =
    nearest === null ? 'nothing is recorded' : `the nearest one, number ${nearest.ordinal + 1}, differs first in ${nearest.difference}`
  return new UsageError(`The cassette has no answer to ${wanted.method} ${wanted.path}; ${hint}`, {
    input: path,
    nextStep: `Record it anew: run the test once with mode 'record' and a key for ${provider}, or send the recorded request.`,
  })
}
