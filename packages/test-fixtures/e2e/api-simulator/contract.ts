import { describe, expect, test } from 'vitest'
import type { SimulatorSettings } from '../../src/api/simulator/index.ts'
import type { OpenPlace } from './places.ts'
import { type Sdk, type SdkClient, weatherTool } from './sdk.ts'

const apiKey = 'sk-contract-0123456789abcdef'
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** What a vendor's client must be able to do with a simulator of its vendor, whichever way it is reached. */
export function simulatorContract(sdk: Sdk, open: OpenPlace): void {
  async function withClient(
    settings: Partial<SimulatorSettings>,
    use: (client: SdkClient) => Promise<void>,
    options: { maxRetries?: number; timeout?: number; apiKey?: string } = {},
  ): Promise<void> {
    await using place = await open({ provider: sdk.provider, seed: 1, ...settings })
    await use(
      sdk.connect({
        apiKey,
        maxRetries: 0,
        ...options,
        ...(place.baseUrl && { baseUrl: place.baseUrl }),
        ...(place.fetch && { fetch: place.fetch }),
      }),
    )
  }

  async function wholeStream(settings: Partial<SimulatorSettings> = {}): Promise<string> {
    let text = ''
    await withClient(settings, async (client) => {
      for await (const piece of client.stream('Tell me')) text += piece
    })
    return text
  }

  async function expectPart(text: string): Promise<void> {
    const whole = await wholeStream()
    expect(text).not.toBe('')
    expect(text.length).toBeLessThan(whole.length)
    expect(whole.slice(0, text.length)).toBe(text)
  }

  async function failureOf(call: () => Promise<unknown>): Promise<Error & { status?: number; headers?: Headers }> {
    return call().then(
      () => expect.fail('the call did not fail'),
      (error: Error) => error,
    )
  }

  describe('answers', () => {
    test('a chat, with its usage, and says that it is simulated', () =>
      withClient({}, async (client) => {
        const answer = await client.chat('How are you?')
        expect(answer.text).toMatch(/^[A-Z][\w .]+\.$/)
        expect(answer).toMatchObject({ inputTokens: 4, finish: expect.stringMatching(/^(stop|end_turn)$/) as string })
        expect(answer.outputTokens).toBeGreaterThan(5)
        expect((await client.chatHeaders('Hello')).get('x-simulated')).toBe('vitest-hardware')
      }))

    test('the same for the same seed, else for another', async () => {
      const [first, again, other] = [await wholeStream({ seed: 1 }), await wholeStream({ seed: 1 }), await wholeStream({ seed: 2 })]
      expect(first).toBe(again)
      expect(first).not.toBe(other)
    })

    test('a stream in pieces, and its usage', () =>
      withClient({}, async (client) => {
        const pieces = (await Array.fromAsync(client.stream('Tell me'))).filter((piece) => piece !== '')
        expect(pieces.length).toBeGreaterThan(5)
        expect(pieces.join('')).toMatch(/^[A-Z][\w .]+\.$/)
        const usage = await client.streamUsage('Tell me')
        expect(usage.inputTokens).toBe(2)
        expect(usage.outputTokens).toBeGreaterThan(5)
      }))

    if (sdk.offers.has('collector'))
      test("what the client's own collector makes whole", () =>
        withClient({}, async (client) => {
          const collected = await client.collect!('Tell me')
          expect(collected.text).toMatch(/^[A-Z][\w .]+\.$/)
          expect(collected).toMatchObject({ inputTokens: 2, finish: expect.stringMatching(/^(stop|end_turn)$/) as string })
          expect(collected.outputTokens).toBeGreaterThan(5)
        }))

    test('no more tokens than asked for', () =>
      withClient({}, async (client) => {
        const answer = await client.chat('Tell me', { maxTokens: 3 })
        expect(answer).toMatchObject({ outputTokens: 3, finish: expect.stringMatching(/^(length|max_tokens)$/) as string })
      }))

    test.for([false, true])('a tool call, then its result (streamed: %s)', (streamed) =>
      withClient({}, async (client) => {
        const { call, text } = await client.useTool(streamed)
        expect(call).toMatchObject({ name: weatherTool.name })
        const { city, days, unit } = call.input as { city: string; days: number; unit: string }
        expect(city).toBeTypeOf('string')
        expect([1, 2, 3, 4, 5, 6, 7]).toContain(days)
        expect(['celsius', 'kelvin']).toContain(unit)
        expect(text).toMatch(/^[A-Z][\w .]+\.$/)
      }),
    )

    test('an image, and refuses one that is none', () =>
      withClient({}, async (client) => {
        const seen = await client.chat('What is it?', { image: { mediaType: 'image/png', base64: pixel } })
        expect(seen.inputTokens).toBe(4 + 85)
        const error = await failureOf(() => client.chat('What is it?', { image: { mediaType: 'image/png', base64: 'bm8gaW1hZ2U=' } }))
        expect(error).toBeInstanceOf(sdk.errors[400])
        expect(error.message).toContain('image')
      }))

    if (sdk.offers.has('embeddings'))
      test('embeddings of unit length, the same in both encodings', () =>
        withClient({}, async (client) => {
          const embed = client.embed!
          const [automatic, floats, base64] = [await embed(['a', 'b']), await embed(['a', 'b'], 'float'), await embed(['a'], 'base64')]
          expect(automatic).toHaveLength(2)
          expect(Math.hypot(...automatic[0]!)).toBeCloseTo(1, 5)
          expect(automatic[0]).not.toEqual(automatic[1])
          expect(automatic).toEqual(floats)
          expect(base64[0]).toEqual(floats[0])
        }))
  })

  describe('refuses', () => {
    test.for([400, 401, 403, 404, 408, 409, 413, 422, 429, 500, 503, 529])('with %i, as the class that the client has for it', (status) =>
      withClient({ failures: [{ kind: 'server', status, retryAfter: 7 }] }, async (client) => {
        const error = await failureOf(() => client.chat('Hello'))
        expect(error).toBeInstanceOf(sdk.errors[status] ?? sdk.errors.otherwise)
        expect(error.constructor.name).not.toBe('Error')
        expect(error.status).toBe(status)
        expect(error.headers?.get('retry-after')).toBe('7')
        expect(error.message.length).toBeGreaterThan(10)
      }),
    )

    test('a wrong key, without repeating it', () =>
      withClient({ apiKeys: ['sk-another'] }, async (client) => {
        const error = await failureOf(() => client.chat('Hello'))
        expect(error).toBeInstanceOf(sdk.errors[401])
        expect(JSON.stringify([error, error.message])).not.toContain(apiKey)
      }))

    test('a model that does not exist', () =>
      withClient({}, async (client) => {
        const error = await failureOf(() => client.chat('Hello', { model: 'no-such-model' }))
        expect(error).toBeInstanceOf(sdk.errors[404])
        expect(error.message).toContain('no-such-model')
      }))

    test.for([...sdk.demanded])('a chat without %s', (field) =>
      withClient({}, async (client) => {
        const error = await failureOf(() => client.chatWithout(field))
        expect(error).toBeInstanceOf(sdk.errors[400])
        expect(error.message).toContain(field)
      }),
    )

    test('a connection', () =>
      withClient({ failures: ['connection'] }, async (client) => {
        expect(await failureOf(() => client.chat('Hello'))).toBeInstanceOf(sdk.connectionError)
        expect((await client.chat('Hello')).text).not.toBe('')
      }))
  })

  describe('fails in the middle', () => {
    async function readUntilFailure(client: SdkClient): Promise<{ text: string; error: Error }> {
      let text = ''
      const error = await failureOf(async () => {
        for await (const piece of client.stream('Tell me')) text += piece
      })
      return { text, error }
    }

    test('a stream that is cut', async () => {
      let cut = ''
      await withClient({ failures: [{ kind: 'stream-cut', afterEvents: 8 }] }, async (client) => {
        cut = (await readUntilFailure(client)).text
      })
      await expectPart(cut)
    })

    test('an answer that is cut', () =>
      withClient({ failures: ['stream-cut'] }, async (client) => {
        await failureOf(() => client.chat('Hello'))
        expect((await client.chat('Hello')).text).not.toBe('')
      }))

    test('a malformed event', () =>
      withClient({ failures: [{ kind: 'stream-malformed', afterEvents: 8 }] }, async (client) => {
        const { text, error } = await readUntilFailure(client)
        expect(text).not.toBe('')
        expect(error).toBeInstanceOf(SyntaxError)
      }))

    test('an error event', () =>
      withClient({ failures: [{ kind: 'overloaded', afterEvents: 8 }] }, async (client) => {
        const { text, error } = await readUntilFailure(client)
        expect(text).not.toBe('')
        expect(error).toBeInstanceOf(sdk.errors.otherwise)
        expect(error.message).toMatch(/overloaded/i)
      }))

    test('a stream that stalls, and goes on', () =>
      withClient({ failures: [{ kind: 'stream-stall', afterEvents: 8, delayMs: 30 }] }, async (client) => {
        expect((await Array.fromAsync(client.stream('Tell me'))).join('')).toMatch(/^[A-Z][\w .]+\.$/)
      }))

    test('a stream that stalls, until the client leaves', async () => {
      let text = ''
      await withClient({ failures: [{ kind: 'stream-stall', afterEvents: 8, delayMs: 600_000 }] }, async (client) => {
        const leave = new AbortController()
        try {
          for await (const piece of client.stream('Tell me', leave.signal)) {
            text += piece
            if (text !== '') leave.abort()
          }
        } catch (error) {
          expect(error).toHaveProperty('name', expect.stringMatching(/Abort|Error/))
        }
        expect((await client.chat('Hello')).text).not.toBe('')
      })
      await expectPart(text)
    })

    test('a first byte that comes later than the client waits', () =>
      withClient(
        { failures: [{ kind: 'slow-first-byte', delayMs: 600_000 }] },
        async (client) => expect(await failureOf(() => client.chat('Hello'))).toBeInstanceOf(sdk.timeoutError),
        { timeout: 50 },
      ))
  })

  describe('is asked again', () => {
    test("by the client's own retry", () =>
      withClient(
        { failures: [{ kind: 'overloaded', retryAfter: 0.01 }] },
        async (client) => expect((await client.chat('Hello')).text).not.toBe(''),
        {
          maxRetries: 1,
        },
      ))

    // the client's own backoff is half a second at most, so without Retry-After the one retry would come too early
    test('after as long as Retry-After says', () =>
      withClient(
        { rateLimit: { requestsPerMinute: 66, burst: 1 } },
        async (client) => {
          await client.chat('Hello')
          expect((await client.chat('Hello')).text).not.toBe('')
        },
        { maxRetries: 1 },
      ))
  })
}
