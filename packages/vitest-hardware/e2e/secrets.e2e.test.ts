import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { queryReadOnly } from '@vitest-hardware/results-store'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryProject } from './temporary-project.ts'

const canaries = {
  OPENAI_API_KEY: 'sk-proj-canaryOPENAI7f3a9c21d84e',
  ANTHROPIC_API_KEY: 'sk-ant-api03-canaryANTHROPIC5b8d01fe',
  GROQ_API_KEY: 'gsk_canaryGROQ92c4e7a6b15d',
}
/** What survives even where a key is cut, masked or encoded. */
const traces = Object.values(canaries).flatMap((key) => [
  key,
  key.slice(8, 24),
  Buffer.from(key).toString('base64').slice(0, 24),
  encodeURIComponent(key),
])

const config = `
import hardware from 'vitest-hardware'
export default { plugins: [hardware({ backends: ['cpu'] })], test: { include: ['src/**/*.test.js'] } }
`

const suite = (mode: string, more: string) => `
import { expect } from 'vitest'
import { apiTest } from 'vitest-hardware/test'
const apis = [
  { provider: 'openai', model: 'gpt-4.1-mini', path: '/v1' },
  { provider: 'anthropic', model: 'claude-haiku-4-5', path: '' },
  { provider: 'groq', model: 'llama-3.1-8b-instant', path: '' },
]
for (const { provider, model, path } of apis) {
  const options = { provider, model, mode: '${mode}', retry: { baseMs: 1 }, ${more} }
  const test = apiTest(options)
  test(provider + ' answers', async ({ api }) => { expect((await api.chat('hi')).text).not.toBe('') })
  test(provider + ' streams', async ({ api }) => { expect((await api.stream('hi').reply()).text).not.toBe('') })
  const failing = apiTest({ ...options, simulator: { latency: 'none', failures: { rates: { authentication: 1 } } } })
  failing(provider + ' fails', async ({ api, annotate }) => {
    await annotate('asking ' + provider)
    console.log('the client:', api)
    await api.chat('hi')
  })
  const cut = apiTest({ ...options, simulator: { latency: 'none', failures: ['stream-cut'] } })
  cut(provider + ' is cut', async ({ api }) => { await api.stream('hi').reply() })
}
`

const database = join('.vitest-hardware', 'results.duckdb')

/** Every row of every table as text: in its file the database compresses what it holds. */
async function databaseText(file: string): Promise<string> {
  const tables = await queryReadOnly(file, "SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE' ORDER BY 1")
  const texts: string[] = []
  for (const table of tables) {
    const rows = await queryReadOnly(file, `SELECT CAST(to_json(one) AS VARCHAR) AS row FROM "${table['table_name'] as string}" AS one`)
    texts.push(...rows.map((row) => row['row'] as string))
  }
  return texts.join('\n')
}

/** Every file below a folder, every row of its database and what ends up in the terminal, searched for each trace. */
async function findTraces(folder: string, output: string): Promise<string[]> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map(({ parentPath, name }) => ({ place: join(parentPath, name), text: readFileSync(join(parentPath, name)) }))
  const rows = existsSync(join(folder, database)) ? await databaseText(join(folder, database)) : ''
  return [...texts, { place: 'the terminal', text: Buffer.from(output) }, { place: 'the database', text: Buffer.from(rows) }].flatMap(
    ({ place, text }) =>
      traces.filter((trace) => text.includes(trace) || text.includes(Buffer.from(trace, 'utf16le'))).map((trace) => `${trace} in ${place}`),
  )
}

/** The page and the database say in plain text what happened, so that searching them means something. */
async function expectReadable(folder: string, said: string): Promise<void> {
  expect(readFileSync(join(folder, '.vitest-hardware', 'report.html'), 'utf8')).toContain(said)
  expect(await databaseText(join(folder, database))).toContain(said)
}

/** A vendor that repeats the key it was sent in its refusals, as some do. In a thread, because a run of Vitest blocks this one. */
const vendorScript = `
const { createServer } = require('node:http')
const { parentPort } = require('node:worker_threads')
let asked = 0
const server = createServer((request, response) => {
  asked++
  const key = (request.headers.authorization ?? '').replace('Bearer ', '') || request.headers['x-api-key']
  const body = { type: 'error', error: { type: 'authentication_error', code: 'invalid_api_key', message: 'Incorrect API key provided: ' + key } }
  const headers = { 'content-type': 'application/json', 'x-request-id': 'req_1', 'set-cookie': 'session=' + key }
  request.resume().once('end', () => response.writeHead(401, headers).end(JSON.stringify(body)))
})
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
parentPort.on('message', () => parentPort.postMessage(asked))
`
let vendor: Worker
let vendorUrl = ''

async function tellOf(worker: Worker): Promise<number> {
  const [told] = (await once(worker, 'message')) as [number]
  return told
}

beforeAll(async () => {
  vendor = new Worker(vendorScript, { eval: true })
  vendorUrl = `http://127.0.0.1:${await tellOf(vendor)}`
})
afterAll(async () => void (await vendor.terminate()))

const reporters = [
  '--reporter=default',
  '--reporter=json',
  '--reporter=junit',
  '--outputFile.json=out/report.json',
  '--outputFile.junit=out/report.xml',
]

test('simulated: no key is in a file, a log, a report, the database or an error', async () => {
  using project = temporaryProject({ 'vitest.config.js': config, 'src/api.hardware.test.js': suite('simulated', '') })
  const run = project.vitest(['--project', 'hardware-cpu', ...reporters], canaries)
  expect(run.output).toMatch(/Tests\s+6 failed \| 6 passed \(12\)/)
  expect(run.output).toContain('the client:')
  const rows = await queryReadOnly(
    join(project.folder, database),
    "SELECT count(*)::INTEGER AS measurements, count(*) FILTER (provenance = 'measured')::INTEGER AS measured FROM measurements",
  )
  expect(rows).toMatchObject([{ measured: 0 }])
  expect(rows[0]!['measurements']).toBeGreaterThan(0)
  await expectReadable(project.folder, 'claude-haiku-4-5')
  expect(await findTraces(project.folder, run.output)).toEqual([])
})

test('live and recording, refused by a vendor that repeats the key: it is in no file, log, report, database, cassette or error', async () => {
  const file = (mode: string) => suite(mode, `baseUrl: '${vendorUrl}' + path, cassettes: 'cassettes'`)
  using project = temporaryProject({
    'vitest.config.js': config,
    'src/live.hardware.test.js': file('live'),
    'src/record.hardware.test.js': file('record'),
  })
  const recording = project.vitest(['--project', 'hardware-cpu', ...reporters], {
    ...canaries,
    OPENAI_LOG: 'debug',
    ANTHROPIC_LOG: 'debug',
    GROQ_LOG: 'debug',
  })
  expect(recording.output).toMatch(/Tests\s+24 failed \(24\)/)
  expect(recording.output).toContain('Incorrect API key provided: [key]')
  vendor.postMessage('how often?')
  expect(await tellOf(vendor)).toBe(24)
  expect(readdirSync(join(project.folder, 'cassettes'))).not.toEqual([])
  await expectReadable(project.folder, 'Incorrect API key provided: [key]')
  expect(await findTraces(project.folder, recording.output)).toEqual([])

  // the cassettes hold the refusals, and replay them
  project.write('src/record.hardware.test.js', file('recorded'))
  const replayed = project.vitest(['--project', 'hardware-cpu', 'src/record', ...reporters], canaries)
  expect(replayed.output).toMatch(/Tests\s+12 failed \(12\)/)
  expect(replayed.output).toContain('401')
  expect(await findTraces(project.folder, replayed.output)).toEqual([])
})

test('the search finds a key where one is', async () => {
  using project = temporaryProject({ 'kept.log': `authorization: Bearer ${canaries.GROQ_API_KEY}` })
  expect((await findTraces(project.folder, '')).length).toBeGreaterThan(0)
  expect((await findTraces(project.folder, canaries.OPENAI_API_KEY)).some((found) => found.endsWith('the terminal'))).toBe(true)
})
