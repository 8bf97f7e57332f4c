import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import type { z } from 'zod'

/** Runs a query and checks each row against its schema: what a file holds is not trusted. */
export async function readRows<Schema extends z.ZodType>(
  connection: DuckDBConnection,
  schema: Schema,
  sql: string,
  values: DuckDBValue[] = [],
): Promise<z.infer<Schema>[]> {
  const reader = await connection.runAndReadAll(sql, values)
  return reader.getRowObjectsJson().map((row) => schema.parse(row))
}

/** A UTC time as ISO 8601, as SQL. */
export function isoTime(column: string): string {
  return `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ')`
}
