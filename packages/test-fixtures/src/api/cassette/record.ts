import { UsageError } from '@vitest-hardware/contracts'
import type { SimulatorClock } from '../simulator/clock.ts'
import type { CassetteExchange } from './format.ts'
import { recordedRequest } from './recorded-request.ts'
import { createScrubber, keysOf } from './scrub.ts'
import { scrubChunks, spokenText } from './scrub-chunks.ts'

/** What recording depends on. */
export interface RecordOptions {
  /** Named in errors. */
  readonly path: string
  readonly upstream: typeof fetch
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: SimulatorClock
}

/** A recording under way. */
export interface Recording {
  /** Lets requests through and keeps them and their answers. */
  readonly fetch: typeof fetch
  /** What was recorded, in the order of the requests. Answers still under way are left out: nobody read them to their end. @throws {UsageError} where an answer spells out a secret. */
  finish(): Promise<CassetteExchange[]>
}

/** Records requests, their answers and when each piece came. Secrets are taken out before anything is kept. */
export function startRecording({ path, upstream, environment, clock }: RecordOptions): Recording {
  const recorded: (CassetteExchange | null)[] = []
  const problems: UsageError[] = []
  const drains: Promise<void>[] = []
  const recordingFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const scrubber = createScrubber(environment, keysOf(request.headers))
    const kept = await recordedRequest(request, scrubber)
    const at = recorded.push(null) - 1
    const start = clock.now()
    const response = await upstream(request)
    checkType(response, path)
    const headersAt = clock.now()
    const facts = { status: response.status, headers: scrubber.responseHeaders(response.headers), headersMs: round(headersAt - start) }
    const keep = (chunks: CassetteExchange['response']['chunks'], end: CassetteExchange['response']['end']): void => {
      if (scrubber.finds(spokenText(chunks))) problems.push(spelledOut(kept, path))
      else recorded[at] = { kind: 'exchange', request: kept, response: { ...facts, chunks: scrubChunks(chunks, scrubber), end } }
    }
    if (response.body === null) {
      keep([], 'complete')
      return response
    }
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true
    const drain = isStream ? null : (rest: Promise<void>): unknown => drains.push(rest)
    return new Response(tappedBody(response.body, { elapsed: () => round(clock.now() - headersAt), keep, drain }), {
      status: response.status,
      statusText: response.statusText,
      headers: withoutEncoding(response.headers),
    })
  }
  return {
    fetch: recordingFetch,
    async finish() {
      await Promise.all(drains)
      if (problems[0] !== undefined) throw problems[0]
      return recorded.filter((exchange) => exchange !== null)
    },
  }
}

interface Tap {
  readonly elapsed: () => number
  readonly keep: (chunks: CassetteExchange['response']['chunks'], end: CassetteExchange['response']['end']) => void
  /** Told of the reading of what the client did not want; null where that may never end. */
  readonly drain: ((rest: Promise<void>) => unknown) | null
}

function tappedBody(body: ReadableStream<Uint8Array>, { elapsed, keep, drain }: Tap): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  const chunks: CassetteExchange['response']['chunks'] = []
  const add = (text: string): void => {
    if (text !== '') chunks.push({ ms: elapsed(), text })
  }
  const read = async (): Promise<Uint8Array | null> => {
    try {
      const { done, value } = await reader.read()
      add(done ? decoder.decode() : decoder.decode(value, { stream: true }))
      if (done) keep(chunks, 'complete')
      return done ? null : value
    } catch (error) {
      keep(chunks, 'cut')
      throw error
    }
  }
  const readRest = async (): Promise<void> => {
    while ((await read().catch(() => null)) !== null);
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const value = await read()
        if (value === null) controller.close()
        else controller.enqueue(value)
      },
      async cancel(reason) {
        // clients drop the bodies of errors that they retry, and a later test may want to read them
        if (drain !== null) drain(readRest())
        else {
          keep(chunks, hasEnded(chunks) ? 'complete' : 'cut')
          await reader.cancel(reason)
        }
      },
    },
    { highWaterMark: 0 },
  )
}

/** Clients leave a stream at its last event, before its body ends: OpenAI-like ones at `[DONE]`, Anthropic's at `message_stop`. */
function hasEnded(chunks: CassetteExchange['response']['chunks']): boolean {
  const tail = chunks
    .slice(-2)
    .map(({ text }) => text)
    .join('')
  return /^(?:data: ?\[DONE\]|event: ?(?:message_stop|response\.(?:completed|incomplete|failed)))\s*$/m.test(tail)
}

/** The body was decompressed on its way here. */
function withoutEncoding(headers: Headers): Headers {
  const plain = new Headers(headers)
  plain.delete('content-encoding')
  plain.delete('content-length')
  return plain
}

function checkType(response: Response, path: string): void {
  const type = response.headers.get('content-type') ?? 'application/json'
  if (/^(?:text\/|application\/(?:[\w.-]+\+)?json)/.test(type)) return
  // what a server calls its answer may spell out a key: only the kind is named
  const kind = /^[a-z]+(?=\/)/.exec(type)?.[0] ?? 'of another kind'
  throw new UsageError(
    `A cassette keeps text, and the answer is ${['image', 'audio', 'video', 'application'].includes(kind) ? `${kind}/…` : 'of another kind'}`,
    { input: path, nextStep: 'Send such requests in live mode.' },
  )
}

function spelledOut({ method, path: asked }: CassetteExchange['request'], path: string): UsageError {
  return new UsageError(
    `The answer to ${method} ${asked} spells out a secret of the environment, piece by piece, so nothing was recorded`,
    {
      input: path,
      nextStep: 'Keep the secret out of the prompt, and change it: the vendor has seen it.',
    },
  )
}

/** A microsecond is finer than any of these times. */
function round(milliseconds: number): number {
  return Math.round(Math.max(0, milliseconds) * 1000) / 1000
}
