import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { DuckDBConnection, Json } from '@duckdb/node-api'
import { UsageError } from '@vitest-hardware/contracts/base'
import { StoreNewerError } from '../errors.ts'
import { readSchemaVersion, schemaVersion } from '../migrations/migrate.ts'
import { firstLine, openDatabase } from '../storage/open-database.ts'

export interface ReadOnlyDatabase extends AsyncDisposable {
  readonly connection: DuckDBConnection
  /** Version of the file's schema. */
  readonly version: number
}

/**
 * Opens a results file for reading.
 * @throws {UsageError} it does not exist, is corrupt, is locked by a writer, or is newer than this version
 */
export async function openReadOnly(path: string): Promise<ReadOnlyDatabase> {
  if (!existsSync(path))
    throw new UsageError('there is no results database', {
      input: resolve(path),
      nextStep: 'run vitest run --project hardware first, or name the file with --db',
    })
  const instance = await openDatabase(path, 'read')
  const connection = await instance.connect()
  const version = await readSchemaVersion(connection)
  const close = async (): Promise<void> => {
    connection.closeSync()
    instance.closeSync()
  }
  if (version > schemaVersion) {
    await close()
    throw new StoreNewerError(resolve(path), version, schemaVersion)
  }
  return { connection, version, [Symbol.asyncDispose]: close }
}

/**
 * Runs one statement of the user's on a read-only connection that reaches no other file.
 * @throws {UsageError} the statement is wrong, or would write
 */
export async function queryReadOnly(path: string, sql: string): Promise<Record<string, Json>[]> {
  await using database = await openReadOnly(path)
  await database.connection.run('SET enable_external_access = false')
  await database.connection.run('SET lock_configuration = true')
  try {
    return (await database.connection.runAndReadAll(sql)).getRowObjectsJson()
  } catch (error) {
    throw new UsageError(`the query failed: ${firstLine(error instanceof Error ? error.message : String(error))}`, {
      input: sql,
      nextStep: 'the database is opened read-only; DESCRIBE lists the tables, DESCRIBE <table> its columns',
      cause: error,
    })
  }
}
