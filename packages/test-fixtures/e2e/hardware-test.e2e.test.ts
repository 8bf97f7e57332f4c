import { HardwareArtifactSchema, type Measured, UsageError } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { outcomes, type ProjectRun, type ReportedTest, runProject } from './run-project.ts'

const header = `
import { setTimeout } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { hardwareTest } from '@vitest-hardware/test-fixtures'
`

function find({ tests, output }: ProjectRun, name: string): ReportedTest {
  const found = tests.find((one) => one.name === name)
  if (found === undefined) throw new UsageError(`no test ${name}`, { input: name, nextStep: output })
  return found
}

function measurements(one: ReportedTest): Measured['measurement'][] {
  return one.artifacts.flatMap((artifact) => (artifact.type === 'vitest-hardware:measurement' ? [artifact.measurement] : []))
}

test('requirements: what does not hold is a skip that says what is needed and what was found', async () => {
  const suite = `${header}
const test = hardwareTest()
test('holds', ({ requires, hardware }) => {
  requires({ cores: 1, memory: '1 MiB', freeDisk: 0, precision: 'fp32', os: process.platform, arch: process.arch, backend: 'cpu', browser: null })
  expect(hardware.usableMemoryBytes).toBeLessThanOrEqual(hardware.memoryBytes)
  expect(hardware.precisions).toContain('fp32')
})
test('too much', ({ requires }) => {
  requires({ memory: '900 TiB', cores: 100000 })
  throw new Error('not reached')
})
test('wrong use', ({ requires }) => requires({ ram: '1 GiB' }))
hardwareTest({ requires: { device: 'gpu' } })('no such device', () => { throw new Error('not reached') })
hardwareTest({ requires: { cores: 1 } })('enough', ({ task }) => {})
`
  const run = await runProject({ files: { 'requires.hardware.test.ts': suite }, backend: 'cpu' })
  expect(run.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'holds: passed',
    'too much: skipped',
    'wrong use: failed',
    'no such device: skipped',
    'enough: passed',
  ])
  expect(find(run, 'too much').note).toMatch(
    /^needs 900 TiB of memory, this machine has [\d.]+ [MGT]iB; needs 100000 cores, this process may use \d+$/,
  )
  expect(find(run, 'no such device').note).toMatch(/^needs gpu as the device, this is .+ \(cpu\)$/)
  expect(find(run, 'wrong use').errors[0]).toMatch(/there is no requirement 'ram'[^]*use backend, precision/)
  for (const one of run.tests) {
    expect(one.artifacts.filter(({ type }) => type === 'vitest-hardware:subject')).toHaveLength(1)
    for (const artifact of one.artifacts) HardwareArtifactSchema.parse(artifact)
  }
})

test('telemetry: sent where it is asked for, with every source or its reason', async () => {
  const suite = `${header}
const test = hardwareTest({ telemetry: { everyMs: 20 } })
test('asked for', async ({ telemetry }) => {
  await setTimeout(200)
  expect(telemetry.sources.length).toBeGreaterThan(5)
  for (const source of telemetry.sources) if (!source.available) expect(source.reason.length).toBeGreaterThan(10)
  expect((await telemetry.series()).map(({ name }) => name)).toContain('resident-memory')
})
test('not asked for', () => {})
hardwareTest({ telemetry: { always: true } })('always', async () => { await setTimeout(120) })
`
  const run = await runProject({ files: { 'telemetry.hardware.test.ts': suite }, backend: 'cpu' })
  expect(outcomes(run)).toEqual(['asked for: passed', 'not asked for: passed', 'always: passed'])
  for (const name of ['asked for', 'always']) {
    const sent = measurements(find(run, name))
    expect(sent).toContainEqual(expect.objectContaining({ metric: 'telemetry-resident-memory', unit: 'bytes', provenance: 'measured' }))
    expect(sent).toContainEqual(expect.objectContaining({ metric: 'telemetry-cpu', unit: '%', direction: 'lower' }))
    for (const { samples } of sent.filter(({ metric }) => metric === 'telemetry-cpu'))
      for (const share of samples) expect(share).toBeGreaterThanOrEqual(0)
  }
  expect(measurements(find(run, 'not asked for'))).toEqual([])
})

test('a planted leak of sessions and one of memory are caught, clean work is not', async () => {
  const suite = `${header}
import { resolveModel } from '@vitest-hardware/model-catalogue'
const test = hardwareTest().extend('path', async () => (await resolveModel({ model: 'bert' }, { root: '.', cacheFolder: './cache' })).path)
const kept = []
const once = { iterations: 10, warmup: 3 }
test('sessions', async ({ backend, path }) => {
  await expect(async () => { kept.push(await backend.open({ path })) }).not.toLeak(once)
})
test('memory', async () => {
  await expect(() => { kept.push(new Array(100_000).fill(0.5)) }).not.toLeak(once)
})
test('clean', async ({ backend, path }) => {
  await expect(async () => { await using session = await backend.open({ path }) }).not.toLeak(once)
})
`
  const run = await runProject({ files: { 'leak.hardware.test.ts': suite }, backend: 'cpu' })
  expect(run.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual(['sessions: failed', 'memory: failed', 'clean: passed'])
  expect(find(run, 'sessions').errors[0]).toMatch(/^the work leaks\n {2}sessions: 10 more than before 10 iterations/)
  expect(find(run, 'memory').errors[0]).toMatch(/JavaScript memory grows by 7\d\d(\.\d)? KiB per iteration/)
})

test('stress and soak: bounded, recorded, and a failure names its iteration', async () => {
  const suite = `${header}
const test = hardwareTest()
test('stress', async ({ stress }) => {
  let most = 0, now = 0
  const result = await stress(async () => { most = Math.max(most, ++now); await setTimeout(1); now-- }, { iterations: 30, concurrency: 3 })
  expect(most).toBe(3)
  expect(result).toMatchObject({ iterations: 30, failed: 0, endedBy: 'iterations' })
  expect(result.latency).toHaveNoRegression()
})
test('soak', async ({ soak }) => {
  const result = await soak(() => setTimeout(1), { seconds: 0.3, everyMs: 20 })
  expect(result.endedBy).toBe('seconds')
  // without the pause there would be ten times as many
  expect(result.iterations).toBeLessThan(40)
})
test('fails', async ({ stress }) => {
  await stress(({ iteration }) => { if (iteration === 7) throw new Error('device lost') }, { iterations: 50, concurrency: 1 })
})
test('hangs', { timeout: 300 }, async ({ soak }) => { await soak(() => new Promise(() => {}), { seconds: 3600 }) })
test('starves', { timeout: 300 }, async ({ stress }) => { await stress(() => Promise.resolve(), { seconds: 3600 }) })
test('unbounded', async ({ soak }) => { await soak(() => {}, { seconds: Infinity }) })
`
  const run = await runProject({ files: { 'load.hardware.test.ts': suite }, backend: 'cpu' })
  expect(run.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual([
    'stress: passed',
    'soak: passed',
    'fails: failed',
    'hangs: failed',
    'starves: failed',
    'unbounded: failed',
  ])
  expect(measurements(find(run, 'stress'))).toMatchObject([{ metric: 'stress-latency', unit: 'ms' }])
  expect(measurements(find(run, 'stress'))[0]?.samples).toHaveLength(30)
  expect(measurements(find(run, 'soak'))).toMatchObject([{ metric: 'soak-latency' }])
  expect(find(run, 'fails').errors[0]).toBe('stress: iteration 7 failed: device lost\n  1 of 8 iterations failed')
  expect(find(run, 'hangs').errors[0]).toMatch(/timed out in 300ms/)
  expect(find(run, 'starves').errors[0]).toMatch(/timed out in 300ms/)
  expect(find(run, 'unbounded').errors[0]).toMatch(/soak: seconds cannot be Infinity/)
})

test('across backends: those that run agree, too few are a skip with the reasons', async () => {
  const suite = `${header}
const test = hardwareTest()
test('agree', async ({ acrossBackends }) => {
  const agreement = await acrossBackends({ model: { model: 'bert' }, backends: ['cpu', 'wasm', 'directml'], tolerance: 1e-4 })
  expect(agreement.pairs.map(({ expected, actual }) => [expected, actual])).toEqual([['cpu', 'wasm']])
  expect(agreement).toAgreePairwise()
})
test('too few', async ({ acrossBackends }) => {
  await acrossBackends({ model: { model: 'bert' }, backends: ['cpu', 'directml'] })
  throw new Error('not reached')
})
test('too strict', async ({ acrossBackends }) => {
  expect(await acrossBackends({ model: { model: 'bert' }, backends: ['cpu', 'wasm'], tolerance: 0 })).toAgreePairwise()
})
`
  const run = await runProject({ files: { 'across.hardware.test.ts': suite }, backend: 'cpu' })
  expect(run.tests.map(({ name, state }) => `${name}: ${state}`)).toEqual(['agree: passed', 'too few: skipped', 'too strict: failed'])
  expect(find(run, 'too few').note).toMatch(/^fewer than two backends can run here: directml skipped: .{10}/)
  expect(find(run, 'too strict').errors[0]).toMatch(/^1 of 1 pairs of backends part on bert\n\nwasm and cpu part at [\w, ]+:/)
})

test('outside a hardware project it runs on cpu, and says so', async () => {
  const suite = `${header}
const test = hardwareTest({ requires: { backend: 'cpu', browser: null } }).extend('half', ({ hardware }) => hardware.cores / 2)
test('own fixture', ({ half, hardware, record }) => {
  expect(half * 2).toBe(hardware.cores)
  record('accuracy', [0.5], { unit: '%', direction: 'higher' })
})
`
  const run = await runProject({ files: { 'plain.hardware.test.ts': suite } })
  expect(outcomes(run)).toEqual(['own fixture: passed'])
  const [only] = run.tests
  expect(only?.artifacts[0]).toMatchObject({ type: 'vitest-hardware:subject', profile: { backend: 'cpu' }, model: null })
  expect(measurements(only!)).toMatchObject([{ metric: 'accuracy', samples: [0.5], direction: 'higher', precision: null }])
})

test('on a backend that cannot run here every test is skipped with its reason', async () => {
  const suite = `${header}
hardwareTest({ requires: { memory: '900 TiB' } })('never', ({ hardware }) => { throw new Error('not reached') })
`
  const run = await runProject({ files: { 'absent.hardware.test.ts': suite }, backend: 'coreml' })
  expect(run.tests).toMatchObject([{ state: 'skipped', note: expect.not.stringContaining('needs') }])
})
