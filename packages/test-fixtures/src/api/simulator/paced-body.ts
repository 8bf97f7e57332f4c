import type { LatencyModel, SimulatedFailure } from '../transport.ts'
import type { SimulatorClock } from './clock.ts'
import { sampleLatency } from './log-normal.ts'
import type { Random } from './random.ts'
import type { StreamEvent } from './vendor.ts'

/** When each event is due, milliseconds after the first one: a token waits for the model, everything else goes with what precedes it. */
export function planTimes(events: readonly StreamEvent[], latency: LatencyModel | 'none', random: Random): number[] {
  let due = 0
  let tokens = 0
  return events.map(({ token }) => {
    // the wait for the first token is before the headers
    if (token && latency !== 'none' && tokens++ > 0) due += sampleLatency(latency.interToken, random)
    return due
  })
}

/** What happens to a body on its way, and after how many events. */
export interface BodyFailure {
  readonly kind: SimulatedFailure['kind']
  readonly at: number
  readonly delayMs: number
  /** What comes instead of the event that is hit, where the failure changes it; null ends the body before it. */
  readonly replacement: string | null
}

/** A response body that sends its events when they are due, whether or not anybody reads, and suffers at most one failure. */
export function pacedBody(
  events: readonly StreamEvent[],
  { times, failure, clock, signal }: { times: readonly number[]; failure: BodyFailure | null; clock: SimulatorClock; signal: AbortSignal },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const start = clock.now()
  let index = 0
  let stalled = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const event = events[index]
        if (event === undefined) {
          controller.close()
          return
        }
        await clock.sleep(start + stalled + (times[index] ?? 0) - clock.now(), signal)
        if (failure?.at === index && failure.kind === 'stream-stall') {
          await clock.sleep(failure.delayMs, signal)
          stalled += failure.delayMs
        }
        if (signal.aborted) {
          controller.error(signal.reason)
          return
        }
        const hit = failure?.at === index && failure.kind !== 'stream-stall'
        if (hit && failure.kind === 'stream-cut') {
          // undici's own words for a connection that ends in the middle of a body
          controller.error(new TypeError('terminated'))
          return
        }
        index = hit && failure.kind !== 'stream-malformed' ? events.length : index + 1
        const text = hit ? failure.replacement : event.text
        if (text === null) controller.close()
        else controller.enqueue(encoder.encode(text))
      },
    },
    { highWaterMark: 0 },
  )
}

/** Half of an event: its name stays, its data ends in the middle. */
export function malformedEvent(text: string): string {
  const at = text.indexOf('data: ') + 'data: '.length
  const data = text.slice(at).trimEnd()
  return `${text.slice(0, at)}${data.slice(0, Math.ceil(data.length / 2))}\n\n`
}
