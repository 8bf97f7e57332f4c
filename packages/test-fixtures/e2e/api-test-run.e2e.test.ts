import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HardwareArtifactSchema, type Measured, type Subject } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { outcomes, type ReportedTest, runProject } from './run-project.ts'

const header = `
import { expect } from 'vitest'
import { apiTest } from '@vitest-hardware/test-fixtures'
for (const name of ['VITEST_HARDWARE_API_MODE', 'OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GROQ_API_KEY']) delete process.env[name]
`

function subjects({ artifacts }: ReportedTest): Subject[] {
  return artifacts.filter((artifact) => artifact.type === 'vitest-hardware:subject')
}

function measurements({ artifacts }: ReportedTest): Measured[] {
  return artifacts.filter((artifact) => artifact.type === 'vitest-hardware:measurement')
}

test('a simulated run sends what contracts describe, and nothing of it as measured', async () => {
  const file = `${header}
const test = apiTest({ provider: 'openai', model: 'gpt-4.1-mini', simulator: { latency: 'none' } })
test('all', async ({ api, measure, record, metrics }) => {
  await api.stream('Say something.').reply()
  await measure('mine', () => api.chat('hi'), { warmup: 0, samples: 3 })
  record('words', [7], { unit: 'words' })
  expect(metrics.samples('total-time')).toHaveLength(4)
})
test('another beside it', async ({ api, openApi }) => {
  const other = await openApi({ provider: 'anthropic', model: 'claude-haiku-4-5', simulator: { latency: 'none' } })
  await api.chat('hi')
  await other.api.chat('hi')
})
test('fails', async ({ api }) => {
  await api.chat('hi')
  expect(1).toBe(2)
})
`
  const { tests } = await runProject({ files: { 'api.hardware.test.ts': file } })
  expect(tests.map(({ name, state }) => `${name}: ${state}`)).toEqual(['all: passed', 'another beside it: passed', 'fails: failed'])
  const [all, another, fails] = tests as [ReportedTest, ReportedTest, ReportedTest]
  for (const { artifacts } of tests) for (const artifact of artifacts) HardwareArtifactSchema.parse(artifact)
  expect(subjects(all)).toMatchObject([
    {
      model: 'gpt-4.1-mini',
      profile: { backend: 'openai', device: 'simulator', deviceKind: 'service', isSoftwareDevice: true, runtime: 'openai' },
    },
  ])
  const sent = measurements(all).map(({ measurement }) => measurement)
  expect(sent.map(({ metric }) => metric).sort()).toEqual([
    'cost',
    'input-tokens',
    'inter-token-latency',
    'mine',
    'output-tokens',
    'retries',
    'time-to-first-token',
    'tokens-per-second',
    'total-time',
    'words',
  ])
  for (const one of tests) for (const { measurement } of measurements(one)) expect(measurement.provenance).toBe('simulated')
  const profileOf = (backend: string) => subjects(another).find(({ profile }) => profile.backend === backend)!.profile.hardwareProfileId
  const totals = measurements(another).filter(({ measurement }) => measurement.metric === 'total-time')
  expect(totals.map(({ hardwareProfileId }) => hardwareProfileId).sort()).toEqual([profileOf('openai'), profileOf('anthropic')].sort())
  // what was measured before a failure is not lost
  expect(measurements(fails).map(({ measurement }) => measurement.metric)).toContain('total-time')
})

test('a live test without a key is skipped with the reason, and says what it was about', async () => {
  const file = `${header}
for (const [provider, model] of [['openai', 'gpt-4.1-mini'], ['anthropic', 'claude-haiku-4-5'], ['groq', 'llama-3.1-8b-instant']]) {
  const test = apiTest({ provider, model, mode: 'live' })
  test(provider, async ({ api }) => { await api.chat('hi') })
  test(provider + ', not asked', () => {})
}
`
  const { tests } = await runProject({ files: { 'api.hardware.test.ts': file } })
  expect(tests.map(({ state, note }) => [state, note])).toEqual(
    ['openai', 'anthropic', 'groq'].flatMap((name) =>
      Array.from({ length: 2 }, () => ['skipped', `no key for ${name}: ${name.toUpperCase()}_API_KEY is not set`]),
    ),
  )
  expect(subjects(tests[0]!)).toMatchObject([{ model: 'gpt-4.1-mini', profile: { device: 'api.openai.com', isSoftwareDevice: false } }])
})

test('the environment names the mode, and a wrong one is refused with what to do', async () => {
  const file = (mode: string) => `${header}
process.env.VITEST_HARDWARE_API_MODE = '${mode}'
const test = apiTest({ provider: 'openai', model: 'gpt-4.1-mini' })
test('mode', async ({ apiPlan }) => { expect(apiPlan.mode).toBe('${mode}') })
`
  const { tests } = await runProject({ files: { 'a.hardware.test.ts': file('live'), 'b.hardware.test.ts': file('fast') } })
  expect(tests.map(({ state }) => state)).toEqual(['skipped', 'failed'])
  expect(tests[1]!.errors[0]).toMatch(/no mode of apiTest\(\)[\s\S]*fast[\s\S]*simulated, recorded, record, live/)
})

test('a cassette replays what was recorded, without the vendor and without the key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'api-cassettes-'))
  const answer = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'gpt-4.1-mini',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'forty-two', refusal: null } }],
    usage: { prompt_tokens: 5, completion_tokens: 3, total_tokens: 8 },
  }
  const keys: (string | undefined)[] = []
  const server = createServer((request, response) => {
    keys.push(request.headers.authorization)
    request.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer)))
  })
  try {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
    const file = (mode: string, key: string) => `${header}
process.env.OPENAI_API_KEY = '${key}'
const test = apiTest({ provider: 'openai', model: 'gpt-4.1-mini', mode: '${mode}', baseUrl: '${baseUrl}', cassettes: ${JSON.stringify(folder)} })
test('asks', async ({ api }) => { expect((await api.chat('How much?')).text).toBe('forty-two') })
test('another question', async ({ api }) => { expect((await api.chat('How many?')).text).toBe('forty-two') })
`
    const recording = await runProject({ files: { 'api.hardware.test.ts': file('record', 'sk-canary-73a1') } })
    expect(outcomes(recording)).toEqual(['asks: passed', 'another question: passed'])
    expect(measurements(recording.tests[0]!)[0]!.measurement.provenance).toBe('measured')
    expect(keys).toEqual(['Bearer sk-canary-73a1', 'Bearer sk-canary-73a1'])
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))

    const replayed = await runProject({ files: { 'api.hardware.test.ts': file('recorded', '') } })
    expect(outcomes(replayed)).toEqual(['asks: passed', 'another question: passed'])
    expect(subjects(replayed.tests[0]!)).toMatchObject([{ profile: { device: 'cassette', isSoftwareDevice: true } }])
    expect(measurements(replayed.tests[0]!)[0]!.measurement.provenance).toBe('simulated')

    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    const cassettes = files.filter((entry) => entry.isFile())
    expect(cassettes).toHaveLength(2)
    for (const { parentPath, name } of cassettes) expect(await readFile(join(parentPath, name), 'utf8')).not.toContain('canary')
  } finally {
    server.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a cassette that is missing says how to make it', async () => {
  const file = `${header}
const test = apiTest({ provider: 'groq', model: 'llama-3.1-8b-instant', mode: 'recorded' })
test('asks', async ({ api }) => { await api.chat('hi') })
`
  const { tests } = await runProject({ files: { 'api.hardware.test.ts': file } })
  expect(tests[0]!.state).toBe('failed')
  expect(tests[0]!.errors[0]).toMatch(/__cassettes__[\s\S]*next:/)
})
