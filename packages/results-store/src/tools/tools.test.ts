import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../open-store.ts'
import { passedRows, sampleRun } from '../testing/sample-rows.ts'
import { checkStore } from './check-store.ts'
import { exportTables } from './export-tables.ts'
import { mergeStores } from './merge-stores.ts'
import { queryReadOnly } from './read-only.ts'
import { storedReport } from './stored-report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-tools-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function storeWith(name: string, day: number): Promise<string> {
  const path = join(folder, name)
  const run = sampleRun({ startedAt: `2026-01-0${day}T00:00:00.000Z` })
  await using store = await openStore(path)
  store.beginRun(run)
  store.add(passedRows(run))
  await store.finishRun(run.runId, 'passed', run.startedAt)
  return path
}

test('a merge is a union, and again changes nothing', async () => {
  const [a, b] = [await storeWith('a.duckdb', 1), await storeWith('b.duckdb', 2)]
  const target = join(folder, 'all.duckdb')
  expect((await mergeStores(target, [a, b])).map((result) => result.added)).toMatchObject([
    { runs: 1, tests: 1, test_results: 1, measurements: 1, hardware_profiles: 1 },
    { runs: 1, tests: 0, test_results: 1, measurements: 1, hardware_profiles: 0 },
  ])
  expect((await mergeStores(target, [a, b])).every((result) => Object.values(result.added).every((rows) => rows === 0))).toBe(true)
  expect(await checkStore(target)).toMatchObject({ rows: { runs: 2, measurements: 2 }, issues: [] })
})

test('an export merges back, from a folder whose name is hostile', async () => {
  const source = await storeWith('a.duckdb', 1)
  const exported = join(folder, "it's; DROP TABLE runs; --")
  await exportTables(source, exported, 'parquet')
  const target = join(folder, 'b.duckdb')
  expect((await mergeStores(target, [exported]))[0]!.added).toMatchObject({ runs: 1, measurements: 1 })
  expect((await storedReport(target)).measurements[0]!.samples).toEqual([1, 2, 3])
})

test('the name of a folder is no pattern', async () => {
  await exportTables(await storeWith('a.duckdb', 1), join(folder, 'x*'), 'parquet')
  await exportTables(await storeWith('b.duckdb', 2), join(folder, 'xyz'), 'parquet')
  expect((await mergeStores(join(folder, 'c.duckdb'), [join(folder, 'x*')]))[0]!.added.runs).toBe(1)
})

test.each(['csv', 'json'] as const)('exports %s', async (format) => {
  const files = await exportTables(await storeWith('a.duckdb', 1), join(folder, 'out'), format)
  expect(readdirSync(join(folder, 'out'))).toHaveLength(files.length)
})

test('a query reads and never writes, nor reaches other files', async () => {
  const path = await storeWith('a.duckdb', 1)
  expect(await queryReadOnly(path, 'SELECT count(*)::INTEGER AS n FROM runs')).toEqual([{ n: 1 }])
  const secret = join(folder, 'secret.csv')
  writeFileSync(secret, 'a\n1\n')
  for (const sql of [
    'DELETE FROM runs',
    `COPY runs TO '${folder}/x.csv'`,
    `SELECT * FROM read_csv('${secret}')`,
    `ATTACH '${folder}/y.duckdb'`,
    'SELEC',
  ]) {
    await expect(queryReadOnly(path, sql)).rejects.toThrow(/the query failed/)
  }
})

test('what cannot be merged is named, and nothing is taken', async () => {
  const target = await storeWith('a.duckdb', 1)
  const text = join(folder, 'text.duckdb')
  writeFileSync(text, 'x'.repeat(10_000))
  // DuckDB would download an extension that reads it
  const sqlite = join(folder, 'sqlite.duckdb')
  writeFileSync(sqlite, `SQLite format 3\0${'\0'.repeat(4096)}`)
  for (const source of [join(folder, 'missing.duckdb'), text, sqlite, folder, target])
    await expect(mergeStores(target, [source])).rejects.toThrow(source)
  expect(await checkStore(target)).toMatchObject({ rows: { runs: 1 }, issues: [] })
})
