import { DuckDBTimestampValue, TIMESTAMP } from '@duckdb/node-api'

export { BIGINT, BOOLEAN, DOUBLE, type DuckDBType, type DuckDBValue, INTEGER, LIST, listValue, VARCHAR } from '@duckdb/node-api'

/** A UTC time in ISO 8601 as DuckDB's TIMESTAMP. */
export function timestampValueOf(iso: string): DuckDBTimestampValue {
  return new DuckDBTimestampValue(BigInt(Date.parse(iso)) * 1000n)
}
timestampValueOf.type = TIMESTAMP
