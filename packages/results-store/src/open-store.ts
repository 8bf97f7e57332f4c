import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { newId } from '@vitest-hardware/contracts/base'
import { StoreCorruptError, StoreLockedError, StoreNewerError } from './errors.ts'
import { migrate } from './migrations/migrate.ts'
import type { OpenStoreOptions, ResultsStore } from './results-store.ts'
import { explain, keepAside, openDatabase } from './storage/open-database.ts'
import { DuckDbStore } from './storage/duckdb-store.ts'

/**
 * Opens a results file for writing, and makes or migrates it where that is needed.
 * A corrupt file is moved aside, never overwritten, and a new one is begun. Runs that a killed process left are marked `interrupted`.
 * @throws {StoreLockedError} another process writes it, unless `onLocked` is `'side-file'`
 * @throws {StoreNewerError} a newer version wrote it; it is left as it is
 * @throws {StoreUnwritableError} the folder cannot be written
 */
export async function openStore(path: string, options: OpenStoreOptions = {}): Promise<ResultsStore> {
  const { onLocked = 'error', flushEveryMs = 500 } = options
  const absolute = resolve(path)
  try {
    return await openOrBeginAnew(absolute, flushEveryMs)
  } catch (error) {
    if (!(error instanceof StoreLockedError) || onLocked === 'error') throw error
    const side = sideFileOf(absolute)
    const store = await openOrBeginAnew(side, flushEveryMs)
    const merge = `npx vitest-hardware db merge ${JSON.stringify(absolute)} ${JSON.stringify(side)}`
    return store.withNotice(`${error.message.split('\n')[0]!}; this run goes to ${side}. When that run has ended: ${merge}`)
  }
}

async function openOrBeginAnew(path: string, flushEveryMs: number): Promise<DuckDbStore> {
  const notices: string[] = []
  let instance: DuckDBInstance
  try {
    instance = await openMigrated(path)
  } catch (error) {
    if (!(error instanceof StoreCorruptError) || !existsSync(path)) throw error
    notices.push(
      `${path} could not be read (${error.message.split('\n')[0]!}); it was kept as ${keepAside(path, new Date())}, and a new database is begun`,
    )
    instance = await openMigrated(path)
  }
  return DuckDbStore.begin(path, instance, { notices, flushEveryMs })
}

async function openMigrated(path: string): Promise<DuckDBInstance> {
  const instance = await openDatabase(path, 'write')
  try {
    const connection = await instance.connect()
    await migrate(connection, path)
    await connection.run(
      `UPDATE runs SET state = 'interrupted', ended_at = coalesce((SELECT max(started_at) FROM test_results r WHERE r.run_id = runs.run_id), started_at) WHERE state = 'running'`,
    )
    connection.closeSync()
    return instance
  } catch (error) {
    instance.closeSync()
    throw error instanceof StoreNewerError ? error : explain(path, error)
  }
}

/** A file beside the locked one; its name sorts by time. */
function sideFileOf(path: string): string {
  return join(dirname(path), `${basename(path, '.duckdb')}.side-${newId()}.duckdb`)
}
