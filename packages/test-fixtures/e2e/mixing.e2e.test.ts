import { expect, test } from 'vitest'
import { outcomes, runProject } from './run-project.ts'

const header = `
import { describe, expect, test as plain } from 'vitest'
import { hardwareTest, modelTest } from '@vitest-hardware/test-fixtures'
`

const body = `
test('has the fixtures of both', async ({ model, session, inputs, reference, hardware, telemetry, requires, measure, label }) => {
  requires({ cores: 1 })
  expect(label).toBe('label of ' + hardware.backend)
  expect(await session.run(inputs)).toMatchOutputs(reference)
  expect((await measure('latency', () => session.run(inputs), { samples: 3, warmup: 0 })).precision).toBe(model.precision)
})
`
const own = `plain.extend('label', () => 'label of cpu')`

test.each([
  ['model over hardware', `const test = modelTest({ model: 'bert' }, { base: hardwareTest({ base: ${own} }) })`],
  ['hardware over model', `const test = hardwareTest({ base: modelTest({ model: 'bert' }, { base: ${own} }) })`],
  [
    'own fixtures on top',
    `const test = hardwareTest({ base: modelTest({ model: 'bert' }) }).extend('label', ({ hardware }) => 'label of ' + hardware.backend)`,
  ],
])('%s: one subject with the model, measurements of both', async (_, definition) => {
  const run = await runProject({ files: { 'mixed.hardware.test.ts': `${header}${definition}\n${body}` }, backend: 'cpu' })
  expect(outcomes(run)).toEqual(['has the fixtures of both: passed'])
  const { artifacts } = run.tests[0]!
  const subjects = artifacts.filter((artifact) => artifact.type === 'vitest-hardware:subject')
  expect(subjects.at(-1)).toMatchObject({ model: 'bert', profile: { backend: 'cpu' } })
  const metrics = artifacts.flatMap((artifact) => (artifact.type === 'vitest-hardware:measurement' ? [artifact.measurement.metric] : []))
  expect(metrics).toEqual(expect.arrayContaining(['session-load', 'latency', 'telemetry-resident-memory']))
  expect(new Set(metrics).size).toBe(metrics.length)
})

test('requirements of a base skip before a model is looked for', async () => {
  const suite = `${header}
const test = modelTest({ model: 'no such model' }, { base: hardwareTest({ requires: { memory: '900 TiB' } }) })
test('never', ({ session }) => { throw new Error('not reached') })
test.describe('below', () => { test('neither', () => { throw new Error('not reached') }) })
`
  const run = await runProject({ files: { 'skip.hardware.test.ts': suite }, backend: 'cpu' })
  for (const one of run.tests) expect(one).toMatchObject({ state: 'skipped', note: expect.stringContaining('needs 900 TiB of memory') })
})

test('all four upon each other: local model, hosted model, page and machine in one test', async () => {
  const suite = `
import { expect, test as plain } from 'vitest'
import { apiTest, browserTest, hardwareTest, modelTest } from '@vitest-hardware/test-fixtures'
const own = plain.extend('label', () => 'mine')
const hosted = apiTest({ provider: 'openai', model: 'gpt-4.1-mini', mode: 'simulated', base: browserTest({ base: own }) })
const test = modelTest({ model: 'bert' }, { base: hardwareTest({ base: hosted }) })
test('everything', async ({ label, page, capabilities, api, metrics, hardware, requires, telemetry, model, session, inputs, reference }) => {
  requires({ cores: 1 })
  expect(label).toBe('mine')
  expect(await page.evaluate(() => 6 * 7)).toBe(42)
  expect(capabilities).toBeDefined()
  expect((await api.chat('Say yes.')).finishReason).toBe('stop')
  expect(hardware.backend).toBe('cpu')
  expect(await session.run(inputs)).toMatchOutputs(reference)
  expect(metrics.samples('total-time')).toHaveLength(1)
})
`
  const run = await runProject({ files: { 'four.hardware.test.ts': suite }, backend: 'cpu' })
  expect(outcomes(run)).toEqual(['everything: passed'])
  const { artifacts } = run.tests[0]!
  const subjects = artifacts.filter((artifact) => artifact.type === 'vitest-hardware:subject')
  // the outermost model stands, and the service's measurements keep the service's profile
  expect(subjects.at(-1)).toMatchObject({ model: 'bert', profile: { backend: 'cpu' } })
  const service = subjects.find(({ profile }) => profile.backend === 'openai')!
  const profiles = new Map(
    artifacts.flatMap((artifact) =>
      artifact.type === 'vitest-hardware:measurement' ? [[artifact.measurement.metric, artifact.hardwareProfileId]] : [],
    ),
  )
  expect(profiles.get('total-time')).toBe(service.profile.hardwareProfileId)
  expect(profiles.get('telemetry-resident-memory')).toBe(subjects.at(-1)!.profile.hardwareProfileId)
})
