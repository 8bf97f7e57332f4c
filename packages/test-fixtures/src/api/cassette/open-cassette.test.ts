import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from 'vitest'
import { createFakeClock } from '../simulator/clock.ts'
import { startSimulator, type SimulatorSettings } from '../simulator/index.ts'
import type { ApiTransport } from '../transport.ts'
import { calibrate } from './calibrate.ts'
import { readCassette } from './cassette-file.ts'
import { type CassetteSettings, openCassette } from './open-cassette.ts'

const test = base.extend('folder', async ({ task }, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), `cassette-${task.id}-`))
  onCleanup(() => rm(folder, { recursive: true, force: true }))
  return folder
})

const chat = (content: string, stream = false) => ({ model: 'gpt-5.4', stream, messages: [{ role: 'user', content }] })

async function ask(
  transport: ApiTransport,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await transport.fetch!(`${transport.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer key-0123456789', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

async function record(
  path: string,
  bodies: readonly unknown[],
  simulator: Partial<SimulatorSettings> = {},
  settings: Partial<CassetteSettings> = {},
) {
  const clock = createFakeClock()
  await using upstream = await startSimulator({ provider: 'openai', seed: 1, clock, ...simulator })
  await using transport = await openCassette({ path, mode: 'record', provider: 'openai', upstream, clock, environment: {}, ...settings })
  const answers = []
  for (const body of bodies) answers.push(await ask(transport, body))
  return answers
}

const replay = (path: string, settings: Partial<CassetteSettings> = {}) =>
  openCassette({ path, mode: 'replay', provider: 'openai', environment: {}, clock: createFakeClock(), ...settings })

test('what was recorded is replayed, word for word and with its timing', async ({ folder }) => {
  const path = join(folder, 'sub', 'chat.jsonl')
  const latency = { firstToken: { median: 100, sigma: 0.5 }, interToken: { median: 20, sigma: 0.5 } }
  const recorded = await record(path, [chat('a'), chat('b', true), chat('a')], { latency })
  const clock = createFakeClock()
  await using transport = await replay(path, { clock })
  const replayed = [
    await ask(transport, chat('b', true)),
    await ask(transport, chat('a')),
    await ask(transport, chat('a')),
    await ask(transport, chat('a')),
  ]
  expect(replayed.map(({ text }) => text)).toEqual([recorded[1], recorded[0], recorded[2], recorded[2]].map((answer) => answer!.text))
  expect(replayed[0]!.headers.get('x-cassette')).toBe('vitest-hardware')
  expect(replayed[0]!.headers.get('x-simulated')).toBe('vitest-hardware')
  const { exchanges, source } = await readCassette(path)
  expect(source).toBe('simulated')
  const duration = ({ response }: (typeof exchanges)[number]) => response.headersMs + (response.chunks.at(-1)?.ms ?? 0)
  expect(clock.now()).toBeCloseTo(duration(exchanges[1]!) + duration(exchanges[0]!) + 2 * duration(exchanges[2]!), 0)
})

test('time can be scaled away', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  await record(path, [chat('a', true)], { latency: { firstToken: { median: 100, sigma: 0 }, interToken: { median: 20, sigma: 0 } } })
  const clock = createFakeClock()
  await using transport = await replay(path, { clock, timeScale: 0 })
  await ask(transport, chat('a', true))
  expect(clock.now()).toBe(0)
})

test('failures are replayed: refusals, and streams that are cut', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  await record(path, [chat('a')], { failures: [{ kind: 'rate-limit', retryAfter: 3 }] })
  await expect(record(path, [chat('b', true)], { failures: ['stream-cut'] })).rejects.toThrow('terminated')
  await using transport = await replay(path)
  const refused = await ask(transport, chat('a'))
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3'])
  await expect(ask(transport, chat('b', true))).rejects.toThrow('terminated')
})

test('a body that the client drops is kept all the same', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  await using upstream = await startSimulator({ provider: 'openai', seed: 1, failures: ['server'] })
  {
    await using transport = await openCassette({ path, mode: 'record', provider: 'openai', upstream, environment: {} })
    const response = await transport.fetch!(`${transport.baseUrl}/models`, { headers: { authorization: 'Bearer k' } })
    await response.body!.cancel()
  }
  const [exchange] = (await readCassette(path)).exchanges
  expect(exchange!.response.end).toBe('complete')
  expect(exchange!.response.chunks.map(({ text }) => text).join('')).toContain('server_error')
})

test('recording anew replaces the same request and keeps the others', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  await record(path, [chat('a'), chat('b')], { seed: 1 })
  const before = await readCassette(path)
  await record(path, [chat('b')], { seed: 2 })
  const after = await readCassette(path)
  expect(after.exchanges).toHaveLength(2)
  expect(after.exchanges[0]).toEqual(before.exchanges[0])
  expect(after.exchanges[1]).not.toEqual(before.exchanges[1])
})

test('recordings of one file side by side lose nothing', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  await Promise.all(['a', 'b', 'c', 'd'].map((content) => record(path, [chat(content)])))
  expect((await readCassette(path)).exchanges).toHaveLength(4)
  expect(await readdir(folder)).toEqual(['chat.jsonl'])
})

test('no secret reaches the file', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  const environment = { SOME_SERVICE_TOKEN: 'canary-5d1f0c77', OPENAI_API_KEY: 'canary-key-99' }
  await record(path, [chat('my secrets are canary-5d1f0c77, canary-key-99 and key-0123456789')], {}, { environment })
  const file = await readFile(path, 'utf8')
  for (const secret of ['canary-5d1f0c77', 'canary-key-99', 'key-0123456789', 'authorization', 'Bearer']) expect(file).not.toContain(secret)
  expect(file).toContain('my secrets are [scrubbed], [scrubbed] and [scrubbed]')
  await using transport = await replay(path, { environment })
  expect((await ask(transport, chat('my secrets are canary-5d1f0c77, canary-key-99 and key-0123456789'))).status).toBe(200)
})

test('a secret that the answer spells out keeps the file from being written', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  const upstream = {
    baseUrl: 'http://upstream.invalid/v1',
    fetch: () => {
      const events = ['cana', 'ry-5d1f', '0c77'].map((content) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`)
      return Promise.resolve(new Response(events.join(''), { headers: { 'content-type': 'text/event-stream' } }))
    },
  }
  await expect(record(path, [chat('a', true)], {}, { upstream, environment: { THE_SECRET: 'canary-5d1f0c77' } })).rejects.toThrow(
    'spells out a secret',
  )
  expect(await readdir(folder)).toEqual([])
})

test('a request that was not recorded names itself, the nearest one and the next step', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  await record(path, [chat('a'), { ...chat('b'), temperature: 1 }])
  await using transport = await replay(path)
  await expect(ask(transport, chat('c'))).rejects.toThrow(
    /no answer to POST \/v1\/chat\/completions; the nearest one, number 1, differs first in messages\[0\]\.content: "c" here, "a" there[\s\S]*chat\.jsonl[\s\S]*mode 'record'/,
  )
})

test('what is no cassette of this vendor is refused, also before it is written over', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  await expect(replay(path)).rejects.toThrow('There is no cassette')
  await record(path, [chat('a')])
  await expect(replay(path, { provider: 'groq' })).rejects.toThrow('recorded from openai, not from groq')
  await writeFile(path, 'precious\n')
  await expect(record(path, [chat('a')])).rejects.toThrow('is not a cassette')
  expect(await readFile(path, 'utf8')).toBe('precious\n')
})

test.for(['chat.jsonl', '/tmp/../etc/chat.jsonl', '/tmp/chat.txt', '/tmp/chat\0.jsonl'])('the path %j is refused', async (path) => {
  await expect(replay(path)).rejects.toThrow('The path of a cassette')
  await expect(openCassette({ path, mode: 'record', provider: 'openai' })).rejects.toThrow('The path of a cassette')
})

test('folders and links are refused', async ({ folder }) => {
  await mkdir(join(folder, 'a.jsonl'))
  await symlink('/etc/hostname', join(folder, 'b.jsonl'))
  for (const name of ['a.jsonl', 'b.jsonl']) await expect(replay(join(folder, name))).rejects.toThrow('not a regular file')
})

test('a simulator calibrated from a recording behaves as what was recorded', async ({ folder }) => {
  const path = join(folder, 'chat.jsonl')
  const latency = { firstToken: { median: 250, sigma: 0.4 }, interToken: { median: 12, sigma: 0.6 } }
  const count = 60
  await record(
    path,
    Array.from({ length: count }, (_, index) => chat(String(index), true)),
    { latency },
  )
  await record(
    path,
    Array.from({ length: count / 3 }, (_, index) => chat(`more ${index}`)),
    { failures: { rates: { overloaded: 1 } } },
  )
  const { latency: fitted, failures } = calibrate(await readCassette(path))
  const error = (sigma: number, samples: number) => (6 * sigma) / Math.sqrt(samples)
  expect(Math.abs(Math.log(fitted.firstToken.median / 250))).toBeLessThan(error(0.4, count))
  expect(Math.abs(Math.log(fitted.interToken.median / 12))).toBeLessThan(error(0.6, count * 8))
  expect(Math.abs(fitted.interToken.sigma - 0.6)).toBeLessThan(error(0.6, 2 * count * 8))
  expect(failures).toEqual({ rates: { overloaded: 0.25 } })
})

test('nothing streamed, nothing calibrated', () => expect(() => calibrate({ exchanges: [] })).toThrow('nothing to calibrate'))
