import { resolve } from 'node:path'
import { migrate, schemaVersion } from '../migrations/migrate.ts'
import { openDatabase } from '../storage/open-database.ts'

/**
 * Brings a results file to the schema of this version.
 * @returns the steps applied, and the version reached
 */
export async function migrateStore(path: string): Promise<{ applied: string[]; version: number }> {
  const instance = await openDatabase(path, 'write')
  try {
    const connection = await instance.connect()
    const applied = await migrate(connection, resolve(path))
    connection.closeSync()
    return { applied, version: schemaVersion }
  } finally {
    instance.closeSync()
  }
}
