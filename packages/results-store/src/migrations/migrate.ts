import type { DuckDBConnection } from '@duckdb/node-api'
import { StoreNewerError } from '../errors.ts'
import { initial } from './0001-initial.ts'
import { deviceMemoryAndPowerMode } from './0002-device-memory-and-power-mode.ts'
import type { Migration } from './migration.ts'

/** In the order of their versions. */
export const migrations: readonly Migration[] = [initial, deviceMemoryAndPowerMode]

/** Version of the schema that this package writes. */
export const schemaVersion: number = migrations.at(-1)!.version

/** Version of a database's schema; 0 for a new file. */
export async function readSchemaVersion(connection: DuckDBConnection, catalogue?: string): Promise<number> {
  const prefix = catalogue === undefined ? '' : `${catalogue}.`
  const where = catalogue === undefined ? 'current_database()' : `'${catalogue}'`
  const found = await connection.runAndReadAll(
    `SELECT 1 FROM duckdb_tables() WHERE table_name = 'schema_migrations' AND database_name = ${where}`,
  )
  if (found.currentRowCount === 0) return 0
  const version = await connection.runAndReadAll(`SELECT max(version) FROM ${prefix}schema_migrations`)
  return Number(version.getRows()[0]?.[0] ?? 0)
}

/**
 * Brings a database to {@link schemaVersion}, each step in a transaction of its own.
 * @returns the names of the steps applied
 * @throws {StoreNewerError} a database that a newer version of this package wrote; it is left as it is
 */
export async function migrate(connection: DuckDBConnection, path: string, steps: readonly Migration[] = migrations): Promise<string[]> {
  const from = await readSchemaVersion(connection)
  const target = steps.at(-1)?.version ?? 0
  if (from > target) throw new StoreNewerError(path, from, target)
  const applied: string[] = []
  for (const step of steps.filter((candidate) => candidate.version > from)) {
    await connection.run('BEGIN')
    try {
      await connection.run(
        'CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name VARCHAR NOT NULL, applied_at TIMESTAMP NOT NULL)',
      )
      await connection.run(step.sql)
      await connection.run(`INSERT INTO schema_migrations VALUES ($1, $2, (now() AT TIME ZONE 'UTC'))`, [step.version, step.name])
      await connection.run('COMMIT')
    } catch (error) {
      await connection.run('ROLLBACK').catch(() => {})
      throw error
    }
    applied.push(step.name)
  }
  return applied
}
