import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckDBDataChunk } from './duckdb.ts'
import type { Table } from './tables.ts'

/** Rows in one data chunk: DuckDB's own vector size. */
const chunkSize = 2048

/**
 * Adds rows to a table, through a staging table. Of rows that other runs may have brought, one that is there already changes nothing
 * (but fills in what it left null). Runs inside the caller's transaction.
 * @param rows of one key at most one
 */
export async function appendRows<Row>(connection: DuckDBConnection, table: Table<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const staging = `staging_${table.name}`
  const types = table.columns.map((column) => column.type)
  await connection.run(
    `CREATE TEMP TABLE IF NOT EXISTS ${staging} (${table.columns.map((column) => `"${column.name}" ${column.type.toString()}`).join(', ')})`,
  )
  const appender = await connection.createAppender(staging)
  try {
    for (let start = 0; start < rows.length; start += chunkSize) {
      const part = rows.slice(start, start + chunkSize)
      const chunk = DuckDBDataChunk.create(types, part.length)
      chunk.setColumns(table.columns.map((column) => part.map(column.value)))
      appender.appendDataChunk(chunk)
    }
  } finally {
    appender.closeSync()
  }
  await connection.run(insertion(table, rows, staging))
  await connection.run(`DELETE FROM ${staging}`)
}

/** The cheapest statement that is right: a check for conflicts costs more than the insertion. */
function insertion<Row>(table: Table<Row>, rows: readonly Row[], staging: string): string {
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = `INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM ${staging}`
  if (table.isOfOneRun) return insert
  const fillsIn = table.columns.filter(({ name }) => table.fillsIn.includes(name))
  if (rows.some((row) => fillsIn.some(({ value }) => value(row) !== null))) return upsert(table, `FROM ${staging}`)
  return `${insert} WHERE NOT EXISTS (SELECT 1 FROM ${table.name} t WHERE t.${table.key} = ${staging}.${table.key}::UUID)`
}

/** `INSERT … SELECT … ON CONFLICT` by the table's key; of several rows with one key the first wins. */
export function upsert(
  table: { name: string; key: string; columns: readonly { name: string }[]; fillsIn: readonly string[] },
  from: string,
): string {
  const columns = table.columns.map((column) => `"${column.name}"`).join(', ')
  const onConflict =
    table.fillsIn.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${table.fillsIn.map((name) => `"${name}" = coalesce(excluded."${name}", "${name}")`).join(', ')}`
  return `INSERT INTO ${table.name} (${columns}) SELECT ${columns} ${from} QUALIFY row_number() OVER (PARTITION BY ${table.key}) = 1 ON CONFLICT (${table.key}) ${onConflict}`
}
