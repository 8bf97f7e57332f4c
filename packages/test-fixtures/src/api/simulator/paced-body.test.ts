import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFakeClock } from './clock.ts'
import { type BodyFailure, malformedEvent, pacedBody, planTimes } from './paced-body.ts'
import { createRandom } from './random.ts'
import { sseFrame } from './sse.ts'

const latency = { firstToken: { median: 100, sigma: 0.5 }, interToken: { median: 20, sigma: 0.7 } }
const flags = fc.array(fc.boolean(), { maxLength: 30 })
const eventsOf = (tokens: readonly boolean[]) => tokens.map((token, index) => ({ token, text: `${index};` }))

async function read(body: ReadableStream<Uint8Array>, at: () => number): Promise<{ text: string; times: number[]; error: unknown }> {
  const decoder = new TextDecoder()
  const times: number[] = []
  let text = ''
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk)
      times.push(at())
    }
  } catch (error) {
    return { text, times, error }
  }
  return { text, times, error: null }
}

function send(failure: BodyFailure | null, signal = new AbortController().signal) {
  const clock = createFakeClock()
  const events = eventsOf([true, true, true, true])
  return read(pacedBody(events, { times: [0, 10, 30, 60], failure, clock, signal }), () => clock.now())
}

test('times never go back, only tokens but the first wait, and the seed decides them', () => {
  fc.assert(
    fc.property(fc.integer(), flags, (seed, tokens) => {
      const plan = () => planTimes(eventsOf(tokens), latency, createRandom(String(seed)))
      const times = plan()
      expect(times).toEqual(plan())
      const first = tokens.indexOf(true)
      for (const [index, time] of times.entries()) {
        const before = times[index - 1] ?? 0
        if (tokens[index] && index > first) expect(time).toBeGreaterThan(before)
        else expect(time).toBe(before)
      }
    }),
  )
})

test('without latency all is due at once', () => expect(planTimes(eventsOf([true, true]), 'none', createRandom('1'))).toEqual([0, 0]))

test('events come when they are due', async () => {
  expect(await send(null)).toEqual({ text: '0;1;2;3;', times: [0, 10, 30, 60], error: null })
})

test('a reader that is late waits for nothing', async () => {
  const clock = createFakeClock()
  const body = pacedBody(eventsOf([true, true]), { times: [0, 10], failure: null, clock, signal: new AbortController().signal })
  await clock.sleep(500)
  expect((await read(body, () => clock.now())).times).toEqual([500, 500])
})

test('a cut ends in an error, a stall is made up for by nobody, a replacement ends or goes on', async () => {
  expect(await send({ kind: 'stream-cut', at: 2, delayMs: 0, replacement: null })).toMatchObject({
    text: '0;1;',
    error: expect.any(TypeError) as Error,
  })
  expect(await send({ kind: 'stream-stall', at: 2, delayMs: 1000, replacement: null })).toMatchObject({
    text: '0;1;2;3;',
    times: [0, 10, 1030, 1060],
  })
  expect(await send({ kind: 'stream-malformed', at: 2, delayMs: 0, replacement: '?;' })).toMatchObject({ text: '0;1;?;3;', error: null })
  expect(await send({ kind: 'overloaded', at: 2, delayMs: 0, replacement: 'E;' })).toMatchObject({ text: '0;1;E;', error: null })
})

test('a client that left is told its own reason', async () => {
  const left = new Error('left')
  expect(await send(null, AbortSignal.abort(left))).toMatchObject({ text: '', error: left })
})

test('a malformed event keeps its name and loses half of its data', () => {
  const broken = malformedEvent(sseFrame({ type: 'ping', value: 1 }, 'ping'))
  expect(broken).toMatch(/^event: ping\ndata: \{"type":.*\n\n$/)
  expect(() => JSON.parse(broken.split('data: ')[1]!) as unknown).toThrow(SyntaxError)
})
