import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testIdOf } from '@vitest-hardware/contracts'
import { queryReadOnly } from '@vitest-hardware/results-store'
import { expect, test } from 'vitest'
import { profile, temporaryProject } from './temporary-project.ts'

const suite = `
import { describe, expect, test } from 'vitest'
import { measured, subject } from './recording.js'
describe('bert', () => {
  test('measures', async ({ task }) => { await subject(task); await measured(task) })
  test('agrees', async ({ task }) => { await subject(task); await measured(task, 'agreement'); expect(1).toBe(process.env.BROKEN ? 2 : 1) })
})
test('is skipped', ({ skip }) => skip('no such driver'))
test('sends nonsense', async ({ task }) => {
  const { recordArtifact } = await import('vitest')
  await recordArtifact(task, { type: 'vitest-hardware:measurement', measurement: 'none' })
})
test('is tried again', { retry: 2 }, async ({ task }) => {
  await subject(task, 'flaky')
  await measured(task, task.result.retryCount === 0 ? 'of the failed attempt' : 'of the good attempt')
  expect(task.result.retryCount).toBe(1)
})
`

test('a run leaves its database, page and summaries; the next is compared with it', async () => {
  using project = temporaryProject()
  project.write('a.hardware.test.js', suite)
  project.write('b.plain.test.js', `import { test } from 'vitest'\ntest('plain', () => {})`)

  const first = await project.run()
  expect(first).toMatchObject({ code: 0 })
  expect(first.output).toContain('2 of 2 model × backend pairs pass · 1 skipped (no such driver)')
  expect(first.output).toMatch(/1 artifact was left out because of a wrong format; the first: sends nonsense: /)
  const summary = project.summary()
  expect(summary).toMatchObject({ state: 'passed', counts: { passed: 4, failed: 0, skipped: 1, noBaseline: 3 }, attention: [] })
  expect(Object.values(summary.files).filter((path) => !existsSync(path))).toEqual([])
  expect(project.read('report.html')).toContain('"schema":"vitest-hardware/report@1"')
  const database = join(project.folder, 'results.duckdb')
  expect(
    await queryReadOnly(database, `SELECT name, r.state, r.reason, retries FROM test_results r JOIN tests USING (test_id) ORDER BY name`),
  ).toMatchObject([
    { name: 'bert > agrees', state: 'passed' },
    { name: 'bert > measures', state: 'passed' },
    { name: 'is skipped', state: 'skipped', reason: 'no such driver' },
    { name: 'is tried again', state: 'passed', retries: 1 },
    { name: 'sends nonsense', state: 'passed' },
  ])
  expect(await queryReadOnly(database, `SELECT test_id::VARCHAR AS id FROM tests WHERE name = 'bert > measures'`)).toEqual([
    { id: testIdOf('a.hardware.test.js', 'bert > measures') },
  ])
  expect(await queryReadOnly(database, `SELECT metric FROM measurements ORDER BY metric`)).toEqual([
    { metric: 'agreement' },
    { metric: 'latency' },
    { metric: 'of the good attempt' },
  ])
  // nothing to be judged against yet
  expect(existsSync(join(project.folder, 'baselines.json'))).toBe(false)

  const same = await project.run()
  expect(same).toMatchObject({ code: 0 })
  expect(project.summary().counts).toMatchObject({ regressions: 0, improvements: 0, noBaseline: 0 })
  const { baselines } = JSON.parse(project.read('baselines.json')) as {
    baselines: { metric: string; hardwareProfileId: string; runs: unknown[] }[]
  }
  expect(baselines.map(({ metric }) => metric).sort()).toEqual(['agreement', 'latency', 'of the good attempt'])
  expect(baselines.every(({ runs, hardwareProfileId }) => runs.length === 1 && hardwareProfileId === profile.hardwareProfileId)).toBe(true)

  const slower = await project.run({ env: { SCALE: '2', BROKEN: '1' } })
  expect(slower.code).toBe(1)
  const { attention, counts, state } = project.summary()
  expect(state).toBe('failed')
  expect(counts).toMatchObject({ regressions: 2, failed: 1, pairs: 2, pairsPassed: 1 })
  expect(attention.map(({ kind, test: name, metric }) => [kind, name, metric])).toEqual([
    ['failed', 'bert > agrees', null],
    ['regression', 'bert > measures', 'latency'],
    ['regression', 'is tried again', 'of the good attempt'],
  ])
  expect(attention[1]!.command).toBe('npx vitest run --project hardware-cpu a.hardware.test.js -t "^bert > measures$"')
  expect(slower.output).toContain(attention[1]!.command)
  expect(project.read('summary.md')).toMatch(/\| bert: bert &gt; measures · latency · hardware-cpu \| 10\.1 ms \| 20\.2 ms \| 2\.00/)

  // the numbers of the failed test are no baseline; a filtered run records only what it ran
  const again = await project.run({ args: ['--project', 'hardware-cpu', 'a.hardware.test.js', '-t', '^bert > measures$'] })
  expect(again).toMatchObject({ code: 0 })
  expect(project.summary().counts).toMatchObject({ passed: 1, skipped: 0 })
  expect(await queryReadOnly(database, `SELECT count(*)::INTEGER AS n FROM measurements WHERE metric = 'agreement'`)).toEqual([{ n: 2 }])
})

test('a run without a hardware project opens, writes and prints nothing', async () => {
  using project = temporaryProject()
  project.write('b.plain.test.js', `import { test } from 'vitest'\ntest('plain', () => {})`)
  const { code, output } = await project.run()
  expect(code).toBe(0)
  expect(output).not.toContain('database')
  expect(existsSync(project.folder)).toBe(false)
})

test('a test that says what it is about is recorded in whatever project it runs, and leaves baselines to the next run', async () => {
  using project = temporaryProject()
  project.write(
    'c.plain.test.js',
    `import { test } from 'vitest'
     import { measured, subject } from './recording.js'
     test('plain', () => {})
     test('tells', async ({ task }) => { await subject(task); await measured(task) })
     test('tells, then is skipped', async ({ task, skip }) => { await subject(task); skip('needs a volcano') })`,
  )
  const first = await project.run()
  expect(first).toMatchObject({ code: 0 })
  expect(project.summary().counts).toMatchObject({ passed: 1, skipped: 1, noBaseline: 1 })
  expect(project.summary().skipReasons).toEqual([{ reason: 'needs a volcano', count: 1 }])
  expect(JSON.parse(project.read('baselines.json'))).toMatchObject({ baselines: [{ metric: 'latency' }] })
  const second = await project.run({ env: { SCALE: '3' } })
  expect(second.output).toContain('1 regression')
  expect(
    await queryReadOnly(
      join(project.folder, 'results.duckdb'),
      'SELECT DISTINCT name, project, backend FROM test_results JOIN tests USING (test_id) ORDER BY name',
    ),
  ).toEqual([
    { name: 'tells', project: 'plain', backend: 'cpu' },
    { name: 'tells, then is skipped', project: 'plain', backend: 'cpu' },
  ])
})

test('where only hardware projects are recorded, what other tests say opens nothing', async () => {
  using project = temporaryProject({ record: 'hardware' })
  project.write(
    'c.plain.test.js',
    `import { test } from 'vitest'\nimport { subject } from './recording.js'\ntest('tells', ({ task }) => subject(task))`,
  )
  expect(await project.run()).toMatchObject({ code: 0, output: expect.not.stringContaining('database') })
  expect(existsSync(project.folder)).toBe(false)
})

test('a file that does not load, a hook that fails and a regression that a test called itself are failures', async () => {
  using project = temporaryProject()
  project.write('broken.hardware.test.js', `throw new Error('cannot load this')`)
  project.write(
    'hooks.hardware.test.js',
    `import { beforeAll, describe, expect, test } from 'vitest'
     import { measured, subject } from './recording.js'
     describe('group', () => { beforeAll(() => { throw new Error('hook is broken') }); test('never runs', () => {}) })
     test('judges itself', async ({ task }) => {
       await subject(task)
       await measured(task, 'latency', { verdict: 'regression', ratio: 2, ciLow: 1.5, ciHigh: 2.5, pValue: 0.00001, baselineRuns: 3, baselineSamples: 90, samples: 30, minimumDetectableChange: 0.1, explanation: 'Slower.' })
       expect.fail('latency: regression\\n  ratio 2')
     })`,
  )
  const { code, output } = await project.run({ env: { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(project.root, 'steps.md') } })
  expect(code).toBe(1)
  expect(project.summary().attention.map(({ kind, test: name, reason }) => [kind, name, reason])).toEqual([
    ['failed', '(the whole file)', 'cannot load this'],
    ['failed', 'group > (hooks of this suite)', 'hook is broken'],
    ['regression', 'judges itself', 'latency: regression\n  ratio 2'],
  ])
  expect(output).toMatch(/::error file=hooks\.hardware\.test\.js,title=bert on hardware-cpu::latency regressed: 2\.00 \[1\.50, 2\.50\]/)
  expect(existsSync(join(project.root, 'steps.md'))).toBe(true)
})

test("results of Vitest's own bench are measurements", async () => {
  using project = temporaryProject()
  project.write(
    'a.hardware.bench.js',
    `import { test } from 'vitest'
     import { subject } from './recording.js'
     test('adds', async ({ task, bench }) => { await subject(task); let sum = 0; await bench('sum', { time: 20, retainSamples: true }, () => { sum += 1 }).run() })`,
  )
  const { code, output } = await project.run()
  expect({ code, output }).toMatchObject({ code: 0 })
  const rows = await queryReadOnly(
    join(project.folder, 'results.duckdb'),
    `SELECT metric, unit, len(samples)::INTEGER AS n, project FROM measurements JOIN test_results USING (run_id, test_id)`,
  )
  expect(rows).toMatchObject([{ metric: 'sum', unit: 'ms', project: 'hardware-cpu (bench)' }])
  expect(rows[0]!['n']).toBeGreaterThan(3)
})
