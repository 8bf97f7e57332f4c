import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { median, quantile } from '@vitest-hardware/statistics'
import OpenAI from 'openai'
import { afterAll } from 'vitest'

// As its users have it: built, and loaded by Node. Sources that Vitest transforms pay for each access to an import.
const { apiTest, startSimulator } = createRequire(import.meta.url)('@vitest-hardware/test-fixtures') as typeof import('../index.ts')

const rounds = 200
const callsPerRound = 10

const answer = JSON.stringify({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'gpt-4.1-mini',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'yes', refusal: null } }],
  usage: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 },
})
const pieces = Array.from({ length: 32 }, () => ({ content: 'word ' }))
const events = [
  ...[{ role: 'assistant' }, ...pieces].map((delta) => ({ choices: [{ index: 0, delta, finish_reason: null }] })),
  { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  { choices: [], usage: { prompt_tokens: 5, completion_tokens: 32, total_tokens: 37 } },
].map(
  (event) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'gpt-4.1-mini', ...event })}\n\n`,
)
const stream = `${events.join('')}data: [DONE]\n\n`

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text: string) => (body += text))
  request.once('end', () => {
    const streams = body.includes('"stream":true')
    response.writeHead(200, { 'content-type': streams ? 'text/event-stream' : 'application/json' }).end(streams ? stream : answer)
  })
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
server.unref()
process.env['OPENAI_API_KEY'] ??= 'no-key-needed'
const simulator = await startSimulator({ provider: 'openai', seed: 1, form: 'loopback' })
const places = [
  { place: 'a local server that answers at once', baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` },
  { place: 'the simulator without latency', baseUrl: simulator.baseUrl },
]
afterAll(() => simulator[Symbol.asyncDispose]())

const messages = [{ role: 'user' as const, content: 'hi' }]

/** Milliseconds that some calls in sequence take. */
async function timed(call: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < callsPerRound; index += 1) await call()
  return performance.now() - start
}

async function compare(what: string, bare: () => Promise<unknown>, ours: () => Promise<unknown>): Promise<void> {
  for (let round = 0; round < 10; round += 1) {
    await timed(bare)
    await timed(ours)
  }
  const ratios: number[] = []
  const milliseconds: number[] = []
  // interleaved, the order changing, so that drift of the machine meets both alike
  for (let round = 0; round < rounds; round += 1) {
    const bareFirst = round % 2 === 0
    const a = await timed(bareFirst ? bare : ours)
    const b = await timed(bareFirst ? ours : bare)
    ratios.push(bareFirst ? b / a : a / b)
    milliseconds.push((bareFirst ? a : b) / callsPerRound)
  }
  const at = (share: number): string => quantile(ratios, share).toFixed(3)
  const amount = `n = ${rounds} rounds of ${callsPerRound}; bare ${median(milliseconds).toFixed(2)} ms a call`
  console.log(`${what} ÷ bare openai: ${median(ratios).toFixed(3)} [quartiles ${at(0.25)}, ${at(0.75)}], ${amount}`)
}

const body = { model: 'gpt-4.1-mini', messages, max_completion_tokens: 1024 }

for (const { place, baseUrl } of places) {
  const test = apiTest({ provider: 'openai', model: 'gpt-4.1-mini', mode: 'live', baseUrl })
  const client = () => new OpenAI({ baseURL: baseUrl, maxRetries: 0, logLevel: 'off' })

  test(`api.chat against the bare client, ${place}`, async ({ api }) => {
    const bare = client()
    await compare(
      `api.chat, ${place},`,
      () => bare.chat.completions.create(body),
      () => api.chat({ messages }),
    )
  }, 240_000)

  test(`api.stream against the bare client, ${place}`, async ({ api }) => {
    const bare = client()
    const read = async (): Promise<void> => {
      const chunks = await bare.chat.completions.create({ ...body, stream: true, stream_options: { include_usage: true } })
      let text = ''
      for await (const { choices } of chunks) text += choices[0]?.delta.content ?? ''
      if (text === '') throw new Error('the stream is empty')
    }
    await compare(`api.stream, ${place},`, read, () => api.stream({ messages }).reply())
  }, 240_000)
}
