import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { StoreNewerError } from '../errors.ts'
import { migrate, migrations, readSchemaVersion, schemaVersion } from './migrate.ts'
import type { Migration } from './migration.ts'

const first: Migration = { version: 1, name: 'first', sql: 'CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (7);' }
const second: Migration = { version: 2, name: 'second', sql: 'ALTER TABLE a ADD COLUMN y INTEGER DEFAULT 1;' }
const broken: Migration = { version: 2, name: 'broken', sql: 'ALTER TABLE a ADD COLUMN y INTEGER; SELECT no_such_function();' }

async function scratch() {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  const close = async () => {
    connection.closeSync()
    instance.closeSync()
  }
  return { connection, [Symbol.asyncDispose]: close }
}

test('versions count up from one without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(Array.from({ length: schemaVersion }, (_, index) => index + 1))
})

test('an old database gets only the steps that it lacks, and keeps its rows', async () => {
  await using database = await scratch()
  expect(await migrate(database.connection, 'x', [first])).toEqual(['first'])
  expect(await migrate(database.connection, 'x', [first, second])).toEqual(['second'])
  expect(await migrate(database.connection, 'x', [first, second])).toEqual([])
  expect((await database.connection.runAndReadAll('SELECT x, y FROM a')).getRows()).toEqual([[7, 1]])
})

test('a step that fails leaves nothing of itself, and can be tried again', async () => {
  await using database = await scratch()
  await expect(migrate(database.connection, 'x', [first, broken])).rejects.toThrow(/no_such_function/)
  expect(await readSchemaVersion(database.connection)).toBe(1)
  expect(await migrate(database.connection, 'x', [first, second])).toEqual(['second'])
})

test('a newer schema is refused', async () => {
  await using database = await scratch()
  await migrate(database.connection, 'x', [first, second])
  await expect(migrate(database.connection, 'x', [first])).rejects.toThrow(StoreNewerError)
})
