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
