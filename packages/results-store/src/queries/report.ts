import type { DuckDBConnection } from '@duckdb/node-api'
import {
  CountsSchema,
  HardwareProfileSchema,
  type Report,
  type Run,
  RunSchema,
  TestResultSchema,
  TestSchema,
  UsageError,
} from '@vitest-hardware/contracts'
import { z } from 'zod'
import type { StoredReport } from '../results-store.ts'
import { readEnvironmentChanges } from './environment-changes.ts'
import { readRows } from './read-rows.ts'
import { readMeasurements } from './report-measurements.ts'
import { runColumns } from './runs.ts'

/** See {@link ResultsStore.report}. */
export async function readReport(connection: DuckDBConnection, runId: string): Promise<StoredReport> {
  const run = await findRun(connection, runId)
  const tests = await readRows(
    connection,
    TestSchema,
    `SELECT test_id::VARCHAR AS "testId", file, name, model, model_type AS "modelType", family, task FROM tests
     WHERE test_id IN (SELECT test_id FROM test_results WHERE run_id = $1::UUID UNION SELECT test_id FROM measurements WHERE run_id = $1::UUID) ORDER BY file, name, test_id`,
    [runId],
  )
  const profiles = await readProfiles(connection, runId)
  const testIndex = new Map(tests.map((test, index) => [test.testId, index]))
  const profileIndex = new Map(profiles.map((profile, index) => [profile.hardwareProfileId, index]))
  const counts = await readCounts(connection, runId)
  return {
    run,
    counts,
    skipReasons: await readSkipReasons(connection, runId),
    profiles,
    environmentChanges: await readEnvironmentChanges(connection, run),
    tests,
    results: await readResults(connection, runId, testIndex, profileIndex),
    measurements: await readMeasurements(connection, runId, testIndex, profileIndex),
  }
}

async function findRun(connection: DuckDBConnection, runId: string): Promise<Run> {
  const [run] = await readRows(connection, RunSchema, `SELECT ${runColumns} FROM runs WHERE run_id::VARCHAR = $1`, [runId])
  if (run === undefined)
    throw new UsageError('there is no such run in the database', {
      input: runId,
      nextStep: 'npx vitest-hardware db query "FROM runs" lists them',
    })
  return run
}

function readProfiles(connection: DuckDBConnection, runId: string): Promise<Report['profiles']> {
  return readRows(
    connection,
    HardwareProfileSchema,
    `SELECT hardware_profile_id::VARCHAR AS "hardwareProfileId", backend, device, device_kind AS "deviceKind", is_software_device AS "isSoftwareDevice", driver, runtime,
       runtime_version AS "runtimeVersion", runtime_build AS "runtimeBuild", os, os_release AS "osRelease", arch, cpu_model AS "cpuModel", cores, memory_bytes::DOUBLE AS "memoryBytes",
       device_memory_bytes::DOUBLE AS "deviceMemoryBytes", power_mode AS "powerMode", host
     FROM hardware_profiles
     WHERE hardware_profile_id IN (SELECT hardware_profile_id FROM test_results WHERE run_id = $1::UUID UNION SELECT hardware_profile_id FROM measurements WHERE run_id = $1::UUID)
     ORDER BY backend, device, hardware_profile_id`,
    [runId],
  )
}

async function readCounts(connection: DuckDBConnection, runId: string): Promise<Report['counts']> {
  const [counts] = await readRows(
    connection,
    CountsSchema,
    `
    WITH mine AS (SELECT r.*, t.model FROM test_results r JOIN tests t USING (test_id) WHERE run_id = $1::UUID),
    pair AS (SELECT model, backend, replace(project, ' (bench)', '') AS place, bool_and(state = 'passed') AS ok FROM mine WHERE model IS NOT NULL AND state <> 'skipped' GROUP BY ALL),
    judged AS (SELECT verdict FROM comparisons WHERE run_id = $1::UUID)
    SELECT (SELECT count(*) FROM pair)::INTEGER AS pairs, (SELECT count(*) FROM pair WHERE ok)::INTEGER AS "pairsPassed",
      (SELECT count(*) FROM mine WHERE state = 'passed')::INTEGER AS passed, (SELECT count(*) FROM mine WHERE state = 'failed')::INTEGER AS failed,
      (SELECT count(*) FROM mine WHERE state = 'skipped')::INTEGER AS skipped, (SELECT count(*) FROM mine WHERE state = 'interrupted')::INTEGER AS interrupted,
      (SELECT count(*) FROM judged WHERE verdict = 'regression')::INTEGER AS regressions, (SELECT count(*) FROM judged WHERE verdict = 'improvement')::INTEGER AS improvements,
      (SELECT count(*) FROM judged WHERE verdict = 'cannot-tell')::INTEGER AS "cannotTell", (SELECT count(*) FROM judged WHERE verdict = 'no-change')::INTEGER AS "noChange",
      (SELECT count(*) FROM judged WHERE verdict = 'no-baseline')::INTEGER AS "noBaseline"`,
    [runId],
  )
  return counts!
}

function readSkipReasons(connection: DuckDBConnection, runId: string): Promise<Report['skipReasons']> {
  return readRows(
    connection,
    z.object({ reason: z.string(), count: z.int() }),
    `SELECT coalesce(reason, 'no reason given') AS reason, count(*)::INTEGER AS count FROM test_results WHERE run_id = $1::UUID AND state = 'skipped' GROUP BY 1 ORDER BY count DESC, reason`,
    [runId],
  )
}

const ResultRowSchema = TestResultSchema.pick({
  testId: true,
  hardwareProfileId: true,
  project: true,
  backend: true,
  state: true,
  reason: true,
  durationMs: true,
  retries: true,
  provenance: true,
}).extend({ startedAtMs: z.number() })

async function readResults(
  connection: DuckDBConnection,
  runId: string,
  tests: ReadonlyMap<string, number>,
  profiles: ReadonlyMap<string, number>,
): Promise<Report['results']> {
  const rows = await readRows(
    connection,
    ResultRowSchema,
    `SELECT test_id::VARCHAR AS "testId", hardware_profile_id::VARCHAR AS "hardwareProfileId", project, backend, state, reason, epoch_ms(started_at)::DOUBLE AS "startedAtMs",
       round(duration_ms, 3) AS "durationMs", retries, provenance
     FROM test_results WHERE run_id = $1::UUID ORDER BY started_at, test_result_id`,
    [runId],
  )
  return rows.map(({ testId, hardwareProfileId, ...row }) => ({
    test: tests.get(testId)!,
    profile: hardwareProfileId === null ? -1 : profiles.get(hardwareProfileId)!,
    ...row,
  }))
}
