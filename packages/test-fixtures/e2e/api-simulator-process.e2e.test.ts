import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startSimulator } from '../src/api/simulator/index.ts'

const run = promisify(execFile)

const program = `
import OpenAI from 'openai'
const stream = await new OpenAI().chat.completions.create({ model: 'gpt-5.4', stream: true, messages: [{ role: 'user', content: 'Hello' }] })
let text = ''
for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? ''
console.log(JSON.stringify({ text }))
`

test('another process reaches the simulator by the environment alone', async () => {
  await using simulator = await startSimulator({ provider: 'openai', seed: 1, form: 'loopback' })
  const env = { ...process.env, OPENAI_BASE_URL: simulator.baseUrl, OPENAI_API_KEY: 'any' }
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: import.meta.dirname, env })
  expect(JSON.parse(stdout)).toEqual({ text: expect.stringMatching(/^[A-Z][\w .]+\.$/) as string })
  expect(simulator.exchanges).toEqual([{ provider: 'openai', method: 'POST', path: '/chat/completions', status: 200, failure: null }])
})

test('a simulator that is disposed of answers nobody, even in the middle of a stream', async () => {
  const simulator = await startSimulator({
    provider: 'openai',
    seed: 1,
    form: 'loopback',
    failures: [{ kind: 'stream-stall', delayMs: 600_000 }],
  })
  const response = await fetch(`${simulator.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer any' },
    body: JSON.stringify({ model: 'gpt-5.4', stream: true, messages: [{ role: 'user', content: 'Hello' }] }),
  })
  const body = response.text()
  await Promise.all([expect(body).rejects.toThrow(TypeError), simulator[Symbol.asyncDispose]()])
  await expect(fetch(`${simulator.baseUrl}/models`)).rejects.toThrow('fetch failed')
})

test.for(['GET http://[ HTTP/1.1', 'TRACE / HTTP/1.1', 'GET //elsewhere.invalid/v1/models HTTP/1.1', 'no HTTP'])(
  'a client that sends %j does no harm',
  async (line) => {
    await using simulator = await startSimulator({ provider: 'openai', seed: 1, form: 'loopback' })
    const socket = connect(Number(new URL(simulator.baseUrl).port), '127.0.0.1')
    socket.end(`${line}\r\nhost: x\r\nconnection: close\r\n\r\n`)
    await once(socket.resume(), 'close')
    expect((await fetch(`${simulator.baseUrl}/models`, { headers: { authorization: 'Bearer any' } })).status).toBe(200)
  },
)
