import { describe, expect, test } from 'vitest'
import { ApiError } from '../api-error.ts'
import { scriptedApi, scriptedReply } from '../testing/scripted-api.ts'

const ask = { messages: [{ role: 'user', content: 'hi' }] } as const

describe('chat', () => {
  test('tells what a call took', async () => {
    const { api, calls } = scriptedApi(['ok'])
    expect(await api.chat('hi')).toBe(scriptedReply)
    expect(calls).toEqual([
      {
        operation: 'chat',
        model: 'm',
        totalMs: 100,
        attemptMs: 100,
        timeToFirstTokenMs: null,
        gapsMs: [],
        retries: 0,
        waitedMs: 0,
        usage: scriptedReply.usage,
        costUsd: 0.25,
        error: null,
      },
    ])
  })
  test('tries again with growing waits, and counts both', async () => {
    const { api, calls, waits } = scriptedApi(['server', 'rate-limit', 'ok'])
    await api.chat(ask)
    expect(waits).toEqual([250, 500])
    expect(calls).toMatchObject([{ retries: 2, waitedMs: 750, totalMs: 1050, attemptMs: 100, error: null }])
  })
  test('waits as long as the vendor asks', async () => {
    const { api, waits } = scriptedApi(['rate-limit'], { retryAfterMs: 9_000 })
    await api.chat(ask)
    expect(waits).toEqual([9_000])
  })
  test('gives up where the wait would pass the deadline', async () => {
    const { api, waits, attempts } = scriptedApi(['rate-limit'], { retryAfterMs: 61_000 })
    await expect(api.chat(ask)).rejects.toMatchObject({ kind: 'rate-limit', retryAfterMs: 61_000 })
    expect(waits).toEqual([])
    expect(attempts()).toBe(1)
  })
  test('gives the last failure where the retries are used up', async () => {
    const { api, calls, attempts } = scriptedApi(['server', 'server', 'overloaded', 'ok'])
    await expect(api.chat(ask)).rejects.toMatchObject({ kind: 'overloaded' })
    expect(attempts()).toBe(3)
    expect(calls).toMatchObject([{ retries: 2, error: 'overloaded', usage: null, costUsd: null }])
  })
  test('is aborted also while it waits', async () => {
    const { api, calls } = scriptedApi(['server', 'ok'])
    await expect(api.chat(ask, { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted' })
    expect(calls).toMatchObject([{ error: 'aborted' }])
  })
})

describe('stream', () => {
  test('times the first piece and the gaps', async () => {
    const { api, calls } = scriptedApi(['ok'])
    expect(await api.stream('hi').reply()).toBe(scriptedReply)
    expect(calls).toMatchObject([{ operation: 'stream', timeToFirstTokenMs: 10, gapsMs: [10, 10], totalMs: 30, error: null }])
  })
  test('is opened again where it fails before the first piece', async () => {
    const { api, calls } = scriptedApi(['overloaded', 'ok'])
    await api.stream(ask).reply()
    expect(calls).toMatchObject([{ retries: 1, waitedMs: 250, timeToFirstTokenMs: 10, error: null }])
  })
  test('is not opened again after it: the reader has seen it', async () => {
    const { api, calls, attempts } = scriptedApi([{ pieces: 2, last: 'connection' }])
    const seen: string[] = []
    const reading = (async () => {
      for await (const event of api.stream(ask)) seen.push(event.type)
    })()
    await expect(reading).rejects.toMatchObject({ kind: 'connection' })
    expect(seen).toEqual(['text', 'text'])
    expect(attempts()).toBe(1)
    expect(calls).toMatchObject([{ error: 'connection', gapsMs: [10] }])
  })
  test('that stalls is a time-out', async () => {
    const { api, calls } = scriptedApi([{ pieces: 1, last: 'hang' }], { stallMs: 5 })
    await expect(api.stream(ask).reply()).rejects.toMatchObject({ kind: 'timeout', message: expect.stringContaining('5 ms') as string })
    expect(calls).toMatchObject([{ error: 'timeout' }])
  })
  test('that its reader leaves counts as aborted, once', async () => {
    const { api, calls } = scriptedApi(['ok'])
    for await (const event of api.stream(ask)) if (event.type === 'text') break
    expect(calls).toMatchObject([{ error: 'aborted', timeToFirstTokenMs: 10 }])
  })
  test('is read once', async () => {
    const { api } = scriptedApi(['ok'])
    const stream = api.stream(ask)
    await stream.reply()
    await expect(stream.reply()).rejects.toThrow('read already')
  })
})

describe('circuit', () => {
  const once = { failures: 2, openMs: 1000, probes: 1 }
  test('opens after failures in a row, and then sends nothing', async () => {
    const { api, attempts, calls } = scriptedApi(['server', 'server', 'ok'], {
      circuit: once,
      policy: { retries: 0, baseMs: 1, capMs: 1, deadlineMs: 1e6 },
    })
    await expect(api.chat(ask)).rejects.toMatchObject({ kind: 'server' })
    await expect(api.chat(ask)).rejects.toMatchObject({ kind: 'server' })
    expect(api.circuit.status).toBe('open')
    await expect(api.chat(ask)).rejects.toMatchObject({ kind: 'circuit-open', retryAfterMs: 1000 })
    await expect(api.stream(ask).reply()).rejects.toMatchObject({ kind: 'circuit-open' })
    expect(attempts()).toBe(2)
    expect(calls.map(({ error }) => error)).toEqual(['server', 'server', 'circuit-open', 'circuit-open'])
  })
  test('closes by a probe that succeeds', async () => {
    const { api } = scriptedApi(['server', 'server', 'ok'], {
      circuit: { ...once, openMs: 0 },
      policy: { retries: 2, baseMs: 1, capMs: 1, deadlineMs: 1e6 },
    })
    await api.chat(ask)
    expect(api.circuit.status).toBe('closed')
  })
  test('does not count a wrong request or a limit', async () => {
    const { api } = scriptedApi(['bad-request', 'rate-limit', 'authentication', 'not-found'], {
      circuit: once,
      policy: { retries: 0, baseMs: 1, capMs: 1, deadlineMs: 1e6 },
    })
    for (let call = 0; call < 4; call++) await expect(api.chat(ask)).rejects.toBeInstanceOf(ApiError)
    expect(api.circuit).toMatchObject({ status: 'closed', failuresInARow: 0 })
  })
})

describe('the end of a test', () => {
  test('ends what is under way, and nothing is tried after it', async () => {
    const ending = new AbortController()
    const { api, calls, attempts } = scriptedApi([{ pieces: 1, last: 'hang' }], { signal: ending.signal })
    const reading = (async () => {
      for await (const event of api.stream(ask)) if (event.type === 'text') setImmediate(() => ending.abort())
    })()
    await expect(reading).rejects.toMatchObject({ kind: 'aborted' })
    await expect(api.chat(ask)).rejects.toMatchObject({ kind: 'aborted' })
    expect(attempts()).toBeLessThanOrEqual(2)
    expect(calls.map(({ error }) => error)).toEqual(['aborted', 'aborted'])
  })
  test('ends a call whose vendor never answers', async () => {
    const ending = new AbortController()
    const never = { chat: () => new Promise<never>(() => {}), async *stream() {} }
    const { api } = scriptedApi([], { signal: ending.signal, connection: never })
    const asked = api.chat(ask)
    setImmediate(() => ending.abort())
    await expect(asked).rejects.toMatchObject({ kind: 'aborted' })
  })
})

test('a failure that is none of an API is passed on as it is', async () => {
  const broken = { chat: () => Promise.reject(new TypeError('a fault of ours')), async *stream() {} }
  const { api, calls } = scriptedApi([], { connection: broken })
  await expect(api.chat(ask)).rejects.toThrow(TypeError)
  expect(calls).toEqual([])
})

test('embeddings that the vendor does not offer are refused', async () => {
  await expect(scriptedApi([]).api.embed('x')).rejects.toThrow('offers no embeddings')
})
