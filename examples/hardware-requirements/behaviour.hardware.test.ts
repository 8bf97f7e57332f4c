import { expect } from 'vitest'
import { hardwareTest, modelTest } from 'vitest-hardware/test'

// the fixtures of both: a model, and the machine that it runs on
const test = modelTest({ model: 'bert' }, { base: hardwareTest() })

test('runs are watched', async ({ session, inputs, telemetry, soak }) => {
  await soak(() => session.run(inputs), { seconds: 1 })
  for (const source of telemetry.sources) if (!source.available) console.log(`${source.name}: ${source.reason}`)
  const series = await telemetry.series()
  expect(series.map(({ name }) => name)).toContain('resident-memory')
})

test('many runs at once', async ({ session, inputs, stress }) => {
  const { iterations, failed } = await stress(() => session.run(inputs), { iterations: 50, concurrency: 4 })
  expect(iterations - failed).toBe(50)
})

test('sessions are given back', async ({ backend, model }) => {
  await expect(async () => {
    await using session = await backend.open({ path: model.path })
    expect(session.inputs).not.toHaveLength(0)
  }).not.toLeak({ iterations: 10 })
})

test('a forgotten session is found', async ({ backend, model }) => {
  const forgotten: AsyncDisposable[] = []
  await expect(async () => {
    forgotten.push(await backend.open({ path: model.path }))
  }).toLeak({ iterations: 10 })
  for (const session of forgotten) await session[Symbol.asyncDispose]()
})

test('backends agree', async ({ acrossBackends, model }) => {
  expect(await acrossBackends({ model, backends: ['cpu', 'wasm', 'directml'], tolerance: 1e-4 })).toAgreePairwise()
})
