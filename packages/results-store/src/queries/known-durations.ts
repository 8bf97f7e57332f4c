import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { readRows } from './read-rows.ts'

const KnownDurationSchema = z.object({ testId: z.uuid(), hardwareProfileId: z.uuid(), durationMs: z.number().nonnegative() })
export type KnownDuration = z.infer<typeof KnownDurationSchema>

/** Median duration of each test's newest ten passed results, by test and profile. */
export function readKnownDurations(connection: DuckDBConnection): Promise<KnownDuration[]> {
  return readRows(
    connection,
    KnownDurationSchema,
    `
    WITH newest AS (
      SELECT * FROM test_results WHERE state = 'passed' AND hardware_profile_id IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY test_id, hardware_profile_id ORDER BY started_at DESC) <= 10
    )
    SELECT test_id::VARCHAR AS "testId", hardware_profile_id::VARCHAR AS "hardwareProfileId", median(duration_ms) AS "durationMs"
    FROM newest GROUP BY ALL ORDER BY ALL`,
  )
}
