import type { DuckDBConnection } from '@duckdb/node-api'
import type { Report, Run } from '@vitest-hardware/contracts'
import { z } from 'zod'
import { readRows } from './read-rows.ts'

/** Columns of a profile under the names that people read. */
const fields: Readonly<Record<string, string>> = {
  device: 'device',
  driver: 'driver',
  runtime: 'runtime',
  runtime_version: 'runtime version',
  runtime_build: 'runtime build',
  os: 'operating system',
  os_release: 'operating system release',
  arch: 'architecture',
  cpu_model: 'CPU',
  cores: 'cores',
  memory_bytes: 'memory (bytes)',
  device_memory_bytes: 'device memory (bytes)',
  power_mode: 'power mode',
  host: 'host',
}

const RowSchema = z.object({ backend: z.string(), field: z.string(), before: z.string(), after: z.string() })

/** Fields in which this run's profile of a backend differs from that of the newest earlier run which had the backend. */
export async function readEnvironmentChanges(connection: DuckDBConnection, run: Run): Promise<Report['environmentChanges']> {
  const changed = Object.entries(fields)
    .map(
      ([column, label]) =>
        `SELECT a.place AS backend, '${label}' AS field, coalesce(b.${column}::VARCHAR, 'none') AS before, coalesce(a.${column}::VARCHAR, 'none') AS after FROM now a JOIN before b USING (place) WHERE a.${column} IS DISTINCT FROM b.${column}`,
    )
    .join(' UNION ALL ')
  const rows = await readRows(
    connection,
    RowSchema,
    `
    WITH seen AS (
      SELECT DISTINCT u.run_id, u.started_at, h.*, CASE WHEN split_part(h.host, ' ', 1) IN ('', 'node') THEN h.backend ELSE split_part(h.host, ' ', 1) || '-' || h.backend END AS place
      FROM test_results r JOIN runs u USING (run_id) JOIN hardware_profiles h USING (hardware_profile_id)
    ),
    now AS (SELECT * FROM seen WHERE run_id = $1::UUID QUALIFY row_number() OVER (PARTITION BY place ORDER BY hardware_profile_id) = 1),
    before AS (
      SELECT * FROM seen WHERE run_id <> $1::UUID AND started_at <= (SELECT started_at FROM runs WHERE run_id = $1::UUID)
      QUALIFY row_number() OVER (PARTITION BY place ORDER BY started_at DESC, hardware_profile_id) = 1
    )
    SELECT * FROM (${changed}) ORDER BY backend, field`,
    [run.runId],
  )
  const byBackend = new Map<string, Report['environmentChanges'][number]['fields']>()
  for (const { backend, ...change } of rows) byBackend.set(backend, [...(byBackend.get(backend) ?? []), change])
  return [...byBackend].map(([backend, changes]) => ({ backend, fields: changes }))
}
