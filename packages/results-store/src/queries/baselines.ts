import type { DuckDBConnection } from '@duckdb/node-api'
import { type Baseline, BaselineSchema } from '@vitest-hardware/contracts'
import { isoTime, readRows } from './read-rows.ts'

/** See {@link ResultsStore.baselines}. A run counts once for a series, by its newest measurement. */
export function readBaselines(
  connection: DuckDBConnection,
  { window, excludeRun }: { window: number; excludeRun: string | null },
): Promise<Baseline[]> {
  return readRows(
    connection,
    BaselineSchema,
    `
    WITH eligible AS (
      SELECT m.*, u.started_at AS run_started_at
      FROM measurements m JOIN runs u USING (run_id)
      WHERE m.provenance = 'measured' AND ($1 IS NULL OR m.run_id <> $1::UUID)
        AND EXISTS (
          SELECT 1 FROM test_results r
          WHERE r.run_id = m.run_id AND r.test_id = m.test_id AND r.state = 'passed' AND r.hardware_profile_id = m.hardware_profile_id
        )
    ), once AS (
      SELECT * FROM eligible
      QUALIFY row_number() OVER (PARTITION BY test_id, hardware_profile_id, metric, batch_size, "precision", run_id ORDER BY measurement_id DESC) = 1
    ), newest AS (
      SELECT * FROM once
      QUALIFY row_number() OVER (PARTITION BY test_id, hardware_profile_id, metric, batch_size, "precision" ORDER BY run_started_at DESC, run_id DESC) <= $2
    )
    SELECT test_id::VARCHAR AS "testId", hardware_profile_id::VARCHAR AS "hardwareProfileId", metric, batch_size AS "batchSize", "precision",
      arg_max(unit, run_started_at) AS unit, arg_max(direction, run_started_at) AS direction,
      list({ 'runId': run_id::VARCHAR, 'startedAt': ${isoTime('run_started_at')}, 'samples': samples } ORDER BY run_started_at DESC, run_id DESC) AS runs
    FROM newest GROUP BY ALL
    ORDER BY "testId", "hardwareProfileId", metric, batch_size, "precision"`,
    [excludeRun, window],
  )
}
