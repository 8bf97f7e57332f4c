import type { DuckDBConnection } from '@duckdb/node-api'
import { DuckDBDataChunk, type DuckDBType, type DuckDBValue } from './duckdb.ts'
import type { Table } from './tables.ts'

/** Rows in one data chunk: DuckDB's own vector size. */
const chunkSize = 2048

/**
 * Adds rows to a table, through a staging table. Of rows that other runs may have brought, one that is there already changes nothing
 * (but fills in what it left null). Runs inside the caller's transaction.
 *
 * Columns in which all rows are alike, as most are in a run, travel as one parameter each: that halves the work.
 * @param rows of one key at most one
 */
export async function appendRows<Row>(connection: DuckDBConnection, table: Table<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const filled = table.columns.map((column) => ({ ...column, values: rows.map(column.value) }))
  const isStaged = ({ name, values }: Filled): boolean => name === table.key || values.some((value) => value !== values[0])
  const staged = filled.filter(isStaged)
  const alike = filled.filter((column) => !isStaged(column))
  const staging = `staging_${table.name}`
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${staging} (${staged.map(({ name, type }) => `"${name}" ${type.toString()}`).join(', ')})`,
  )
  await fill(connection, staging, staged)
  const selected = [
    ...staged.map(({ name }) => `"${name}"`),
    ...alike.map(({ name, type }, index) => `$${index + 1}::${type.toString()} AS "${name}"`),
  ]
  const incoming = `(SELECT ${selected.join(', ')} FROM ${staging}) AS incoming`
  await connection.run(
    insertion(table, rows, incoming),
    alike.map(({ values }) => values[0]!),
    alike.map(({ type }) => type),
  )
  await connection.run(`DROP TABLE ${staging}`)
}

/** A column with the values of a batch. */
interface Filled {
  readonly name: string
  readonly type: DuckDBType
  readonly values: readonly DuckDBValue[]
}

async function fill(connection: DuckDBConnection, staging: string, columns: readonly Filled[]): Promise<void> {
  const types = columns.map(({ type }) => type)
  const length = columns[0]!.values.length
  const appender = await connection.createAppender(staging)
  try {
    for (let start = 0; start < length; start += chunkSize) {
      const end = Math.min(start + chunkSize, length)
      const chunk = DuckDBDataChunk.create(types, end - start)
      chunk.setColumns(columns.map(({ values }) => values.slice(start, end)))
      appender.appendDataChunk(chunk)
    }
  } finally {
    appender.closeSync()
  }
}

/** The cheapest statement that is right: a check for conflicts costs more than the insertion. */
function insertion<Row>(table: Table<Row>, rows: readonly Row[], incoming: string): string {
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const insert = `INSERT INTO ${table.name} (${columns}) SELECT ${columns} FROM ${incoming}`
  if (table.isOfOneRun) return insert
  const fillsIn = table.columns.filter(({ name }) => table.fillsIn.includes(name))
  if (rows.some((row) => fillsIn.some(({ value }) => value(row) !== null))) return upsert(table, `FROM ${incoming}`)
  return `${insert} WHERE NOT EXISTS (SELECT 1 FROM ${table.name} t WHERE t.${table.key} = incoming.${table.key}::UUID)`
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
