import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { calibrate, openCassette, readCassette } from '../src/api/cassette/index.ts'
import { createFakeClock, startSimulator } from '../src/api/simulator/index.ts'
import type { ApiTransport } from '../src/api/transport.ts'
import { anthropicSdk } from './api-simulator/anthropic.ts'
import { groqSdk } from './api-simulator/groq.ts'
import { openaiSdk } from './api-simulator/openai.ts'
import type { Sdk, SdkClient } from './api-simulator/sdk.ts'

const apiKey = 'sk-recorded-0123456789abcdef'
const examples = join(import.meta.dirname, '../../../fixtures/api')

// made up for the examples, so that their streams have times at all; no vendor's
const latency = { firstToken: { median: 80, sigma: 0.3 }, interToken: { median: 5, sigma: 0.4 } }

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'cassettes-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

function connect(sdk: Sdk, { baseUrl, fetch }: ApiTransport): SdkClient {
  return sdk.connect({ apiKey, maxRetries: 0, baseUrl, ...(fetch && { fetch }) })
}

async function converse(client: SdkClient): Promise<unknown[]> {
  const refused = await client.chat('Too soon').catch((error: { status?: number }) => error.status)
  const streams = await Array.fromAsync(['One', 'Two', 'Three'], (text) => Array.fromAsync(client.stream(text)))
  return [
    refused,
    await client.chat('How are you?'),
    streams,
    await client.useTool(false),
    await client.useTool(true),
    (await client.embed?.(['a']))?.[0]?.length,
  ]
}

async function record(sdk: Sdk, path: string): Promise<unknown[]> {
  const clock = createFakeClock()
  await using upstream = await startSimulator({
    provider: sdk.provider,
    seed: 1,
    latency,
    clock,
    failures: [{ kind: 'rate-limit', retryAfter: 1 }],
  })
  await using transport = await openCassette({ path, mode: 'record', provider: sdk.provider, upstream, clock })
  return await converse(connect(sdk, transport))
}

describe.for([openaiSdk, anthropicSdk, groqSdk])("a cassette and the vendor's own client: $provider", (sdk) => {
  test('a whole conversation is recorded and replayed', async () => {
    const path = join(await folder(), 'conversation.jsonl')
    const recorded = await record(sdk, path)
    await using transport = await openCassette({ path, mode: 'replay', provider: sdk.provider, clock: createFakeClock() })
    expect(await converse(connect(sdk, transport))).toEqual(recorded)
  })

  test('the example is what the simulator gives, says so, and calibrates one', async () => {
    const path = join(await folder(), 'conversation.jsonl')
    await record(sdk, path)
    await expect(await readFile(path, 'utf8')).toMatchFileSnapshot(join(examples, `${sdk.provider}-simulated.jsonl`))
    const cassette = await readCassette(path)
    expect(cassette.source).toBe('simulated')
    expect(calibrate(cassette)).toMatchObject({ failures: { rates: { 'rate-limit': 1 / cassette.exchanges.length } } })
  })

  test('neither the key nor a secret of the environment is in it', async () => {
    vi.stubEnv('SOMEBODYS_SECRET_TOKEN', 'canary-5d1f0c77aa')
    onTestFinished(() => void vi.unstubAllEnvs())
    const path = join(await folder(), 'secret.jsonl')
    {
      await using upstream = await startSimulator({ provider: sdk.provider, seed: 1 })
      await using transport = await openCassette({ path, mode: 'record', provider: sdk.provider, upstream })
      await connect(sdk, transport).chat(`Do not repeat canary-5d1f0c77aa nor ${apiKey}`)
    }
    const file = await readFile(path, 'utf8')
    expect(file).toContain('Do not repeat [scrubbed] nor [scrubbed]')
    for (const secret of ['canary-5d1f0c77aa', apiKey]) expect(file).not.toContain(secret)
  })

  test('a request that was not recorded tells the nearest one, as the cause of the error of the client', async () => {
    const path = join(examples, `${sdk.provider}-simulated.jsonl`)
    await using transport = await openCassette({ path, mode: 'replay', provider: sdk.provider, timeScale: 0 })
    const error = await connect(sdk, transport)
      .chat('How is it?')
      .catch((error: Error) => error)
    expect(error).toBeInstanceOf(sdk.connectionError)
    expect((error as Error).cause).toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining('"How is it?" here, "How are you?" there') as string,
    })
  })
})
