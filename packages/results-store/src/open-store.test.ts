import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { ReportSchema } from '@vitest-hardware/contracts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreNewerError } from './errors.ts'
import { openStore } from './open-store.ts'
import { passedRows, profile, sampleMeasurement, sampleResult, sampleRun, sampleTest } from './testing/sample-rows.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-store-'))
  path = join(folder, 'results.duckdb')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function query(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}

test('what goes in comes out', async () => {
  const run = sampleRun()
  {
    await using store = await openStore(path)
    store.beginRun(run)
    store.add(passedRows(run))
    await store.finishRun(run.runId, 'passed', '2026-01-01T00:01:00.000Z')
    expect(await store.runs()).toEqual([{ ...run, state: 'passed', endedAt: '2026-01-01T00:01:00.000Z' }])
    const report = await store.report(run.runId)
    expect(ReportSchema.omit({ schema: true, generatedAt: true, sentence: true }).parse(report)).toEqual(report)
    expect(report.counts).toMatchObject({ pairs: 1, pairsPassed: 1, passed: 1, failed: 0, skipped: 0 })
    expect(report.measurements).toMatchObject([
      { metric: 'latency', samples: [1, 2, 3], warmup: [9], test: 0, profile: 0, baseline: [], comparison: null },
    ])
  }
  expect(await query('SELECT model_type, family FROM tests')).toEqual([['bert', 'encoder-only']])
  expect(
    await query('SELECT backend, state, provenance FROM compatibility_matrix JOIN (SELECT provenance FROM test_results) ON true'),
  ).toEqual([['cpu', 'passed', 'measured']])
  expect(await query('SELECT median, n, device FROM series')).toEqual([[2, '3', 'a cpu']])
})

test('baselines: newest first, measured, passed, the same profile, at most the window', async () => {
  await using store = await openStore(path)
  const days = [1, 2, 3, 4].map((day) => sampleRun({ startedAt: `2026-01-0${day}T00:00:00.000Z` }))
  for (const [index, run] of days.entries()) {
    store.beginRun(run)
    store.add(passedRows(run, 'latency', { samples: [index + 1] }))
  }
  const [first, , , last] = days as [ReturnType<typeof sampleRun>, never, never, ReturnType<typeof sampleRun>]
  const simulated = sampleTest('simulated')
  store.add({
    tests: [simulated],
    results: [sampleResult(first, simulated)],
    measurements: [sampleMeasurement(first, simulated, { provenance: 'simulated' })],
  })
  const failed = sampleTest('failed')
  store.add({
    tests: [failed],
    results: [sampleResult(first, failed, { state: 'failed' })],
    measurements: [sampleMeasurement(first, failed)],
  })
  await store.flush()
  const baselines = await store.baselines({ window: 2, excludeRun: last.runId })
  expect(baselines).toHaveLength(1)
  expect(baselines[0]).toMatchObject({ metric: 'latency', batchSize: 1, precision: 'fp32', unit: 'ms', direction: 'lower' })
  expect(baselines[0]!.runs.map((run) => run.samples)).toEqual([[3], [2]])
})

test('a test that was first skipped gets its model later, and never loses it', async () => {
  {
    await using store = await openStore(path)
    const run = sampleRun()
    store.beginRun(run)
    store.add({ tests: [sampleTest('x', { model: null, modelType: null, family: null, task: null })] })
    store.add({ tests: [sampleTest('x')] })
    await store.flush()
    store.add({ tests: [sampleTest('x', { model: null, modelType: null, family: null, task: null })] })
    await store.flush()
  }
  expect(await query('SELECT model, model_type FROM tests')).toEqual([['bert', 'bert']])
})

test('the second run names what changed in the environment', async () => {
  await using store = await openStore(path)
  const before = sampleRun()
  const after = sampleRun({ startedAt: '2026-01-02T00:00:00.000Z' })
  store.beginRun(before)
  store.beginRun(after)
  store.add(passedRows(before))
  const newer = {
    ...profile,
    hardwareProfileId: '11111111-1111-8111-8111-111111111111',
    runtimeVersion: '1.31.0',
    powerMode: 'powersave, on battery',
    deviceMemoryBytes: 2 ** 40,
  }
  const latency = sampleTest()
  store.add({ profiles: [newer], results: [sampleResult(after, latency, { hardwareProfileId: newer.hardwareProfileId })] })
  const { environmentChanges, profiles } = await store.report(after.runId)
  expect(environmentChanges).toEqual([
    {
      backend: 'cpu',
      fields: [
        { field: 'device memory (bytes)', before: 'none', after: '1099511627776' },
        { field: 'power mode', before: 'none', after: 'powersave, on battery' },
        { field: 'runtime version', before: '1.30.0', after: '1.31.0' },
      ],
    },
  ])
  expect(profiles).toEqual([newer])
})

test('a run that a dead process left is marked interrupted', async () => {
  const run = sampleRun()
  {
    await using store = await openStore(path)
    store.beginRun(run)
    store.add(passedRows(run))
  }
  await using store = await openStore(path)
  expect(await store.runs()).toMatchObject([{ runId: run.runId, state: 'interrupted' }])
})

test('a corrupt file is kept aside, byte for byte, and a new one begun', async () => {
  writeFileSync(path, 'this is not a database, but it is long enough to be mistaken for one'.repeat(100))
  const before = readFileSync(path)
  {
    await using store = await openStore(path)
    expect(store.notices).toHaveLength(1)
    expect(store.notices[0]).toMatch(/could not be read .* kept as .*results\.corrupt-/)
    store.beginRun(sampleRun())
  }
  const aside = readdirSync(folder).find((name) => name.includes('corrupt'))!
  expect(readFileSync(join(folder, aside))).toEqual(before)
  expect(existsSync(path)).toBe(true)
})

test('a newer schema is refused and left alone', async () => {
  await (await openStore(path))[Symbol.asyncDispose]()
  await query("INSERT INTO schema_migrations VALUES (999, 'from the future', now())")
  const before = readFileSync(path)
  await expect(openStore(path)).rejects.toThrow(StoreNewerError)
  await expect(openStore(path)).rejects.toThrow(/schema 999.*knows \d+/)
  expect(readFileSync(path)).toEqual(before)
})

test('a folder that is a file', async () => {
  writeFileSync(join(folder, 'file'), '')
  await expect(openStore(join(folder, 'file', 'results.duckdb'))).rejects.toThrow(/cannot be written/)
})
