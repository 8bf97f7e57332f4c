import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '@vitest-hardware/contracts/base'
import { migrate, schemaVersion } from '../migrations/migrate.ts'
import { openDatabase } from '../storage/open-database.ts'

/**
 * Brings a results file to the schema of this version.
 * @returns the steps applied, and the version reached
 * @throws {UsageError} there is no such file, or it is corrupt, locked or newer
 */
export async function migrateStore(path: string): Promise<{ applied: string[]; version: number }> {
  if (!existsSync(path)) throw new UsageError('there is no results database', { input: resolve(path), nextStep: 'check the path' })
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
