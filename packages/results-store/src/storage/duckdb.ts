import { createRequire } from 'node:module'
import type { DuckDBTimestampValue } from '@duckdb/node-api'

export type { DuckDBType, DuckDBValue } from '@duckdb/node-api'

// Required, not imported: of its 180 CommonJS files Node would look for export names in each, which takes as long as all the rest
// of opening a store.
const duckdb = createRequire(import.meta.url)('@duckdb/node-api') as typeof import('@duckdb/node-api')

export const { BIGINT, BOOLEAN, DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, LIST, listValue, VARCHAR } = duckdb

/** A UTC time in ISO 8601 as DuckDB's TIMESTAMP. */
export function timestampValueOf(iso: string): DuckDBTimestampValue {
  return new duckdb.DuckDBTimestampValue(BigInt(Date.parse(iso)) * 1000n)
}
timestampValueOf.type = duckdb.TIMESTAMP
