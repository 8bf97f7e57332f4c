import type { DuckDBConnection } from '@duckdb/node-api'
import { type Run, RunSchema } from '@vitest-hardware/contracts'
import { isoTime, readRows } from './read-rows.ts'

export const runColumns: string = `run_id::VARCHAR AS "runId", ${isoTime('started_at')} AS "startedAt", ${isoTime('ended_at')} AS "endedAt", state, command,
  vitest_version AS "vitestVersion", node_version AS "nodeVersion", git_commit AS "gitCommit", git_branch AS "gitBranch", git_dirty AS "gitDirty", is_ci AS "isCi"`

/** All runs, oldest first. */
export function readRuns(connection: DuckDBConnection): Promise<Run[]> {
  return readRows(connection, RunSchema, `SELECT ${runColumns} FROM runs ORDER BY started_at, run_id`)
}
