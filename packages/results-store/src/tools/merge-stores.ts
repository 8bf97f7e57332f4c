import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { UsageError } from '@vitest-hardware/contracts/base'
import { StoreNewerError } from '../errors.ts'
import { migrate, readSchemaVersion, schemaVersion } from '../migrations/migrate.ts'
import { explain, openDatabase } from '../storage/open-database.ts'
import { type StoredTable, storedTables, tables } from '../storage/tables.ts'
import { fileLiteral, literal } from './sql-text.ts'

export interface MergeResult {
  readonly source: string
  /** Rows that the source had and the target did not, by table. */
  readonly added: Readonly<Record<StoredTable, number>>
}

const keys: Readonly<Record<StoredTable, string>> = {
  runs: 'run_id',
  hardware_profiles: 'hardware_profile_id',
  tests: 'test_id',
  test_results: 'test_result_id',
  measurements: 'measurement_id',
  comparisons: 'comparison_id',
  change_points: 'change_point_id',
  model_types: 'model_type',
}

/**
 * Takes the rows of other databases, or of folders that `exportTables` wrote as Parquet, into `target`; it is made where it does not exist.
 * Each source is one transaction. Rows that are there already stay as they are, so a merge can be run again.
 * @throws {UsageError} a source that does not exist, is no results database, or is newer than this version; nothing of it is taken
 */
export async function mergeStores(target: string, sources: readonly string[]): Promise<MergeResult[]> {
  const absolute = resolve(target)
  for (const source of sources)
    if (resolve(source) === absolute)
      throw new UsageError('a database cannot be merged into itself', { input: source, nextStep: 'name other files as sources' })
  const instance = await openDatabase(absolute, 'write')
  try {
    const connection = await instance.connect()
    await migrate(connection, absolute)
    const results: MergeResult[] = []
    for (const source of sources) results.push({ source, added: await mergeOne(connection, resolve(source)) })
    connection.closeSync()
    return results
  } finally {
    instance.closeSync()
  }
}

async function mergeOne(connection: DuckDBConnection, source: string): Promise<Record<StoredTable, number>> {
  if (!existsSync(source)) throw new UsageError('there is nothing to merge', { input: source, nextStep: 'check the path' })
  return statSync(source).isDirectory() ? mergeFolder(connection, source) : mergeDatabase(connection, source)
}

async function mergeDatabase(connection: DuckDBConnection, source: string): Promise<Record<StoredTable, number>> {
  await connection.run(`ATTACH ${literal(source)} AS source (READ_ONLY, TYPE duckdb)`).catch((error: unknown) => {
    throw explain(source, error)
  })
  try {
    const version = await readSchemaVersion(connection, 'source')
    if (version > schemaVersion) throw new StoreNewerError(source, version, schemaVersion)
    if (version === 0) throw notResults(source, 'it has no schema_migrations table')
    return await insertAll(connection, source, (table) => `source.${table}`)
  } finally {
    await connection.run('DETACH source')
  }
}

async function mergeFolder(connection: DuckDBConnection, source: string): Promise<Record<StoredTable, number>> {
  const files = new Set(readdirSync(source))
  if (!storedTables.some((table) => files.has(`${table}.parquet`))) throw notResults(source, 'it holds no <table>.parquet')
  return insertAll(connection, source, (table) =>
    files.has(`${table}.parquet`) ? `read_parquet(${fileLiteral(join(source, `${table}.parquet`))})` : null,
  )
}

async function insertAll(
  connection: DuckDBConnection,
  source: string,
  from: (table: StoredTable) => string | null,
): Promise<Record<StoredTable, number>> {
  const added = Object.fromEntries(storedTables.map((table) => [table, 0])) as Record<StoredTable, number>
  await connection.run('BEGIN')
  try {
    for (const table of storedTables) {
      const relation = from(table)
      if (relation === null) continue
      const before = await count(connection, table)
      await connection.run(`INSERT INTO ${table} BY NAME SELECT * FROM ${relation} ON CONFLICT (${keys[table]}) ${onConflict(table)}`)
      added[table] = (await count(connection, table)) - before
    }
    await connection.run('COMMIT')
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => {})
    throw notResults(source, error instanceof Error ? error.message.split('\n')[0]! : String(error), error)
  }
  return added
}

function onConflict(table: StoredTable): string {
  if (table !== 'tests') return 'DO NOTHING'
  return `DO UPDATE SET ${tables.tests.fillsIn.map((column) => `"${column}" = coalesce(tests."${column}", excluded."${column}")`).join(', ')}`
}

async function count(connection: DuckDBConnection, table: StoredTable): Promise<number> {
  return Number((await connection.runAndReadAll(`SELECT count(*) FROM ${table}`)).getRows()[0]![0])
}

function notResults(source: string, reason: string, cause?: unknown): UsageError {
  return new UsageError(`not a results database or export that can be merged: ${reason}`, {
    input: source,
    nextStep: 'name a results.duckdb or a folder that "db export" wrote',
    cause,
  })
}
