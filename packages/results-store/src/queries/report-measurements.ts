import type { DuckDBConnection } from '@duckdb/node-api'
import { ComparisonSchema, MeasurementSchema, type Report } from '@vitest-hardware/contracts'
import { z } from 'zod'
import { isoTime, readRows } from './read-rows.ts'

/** Baseline runs that the page draws beside a measurement. */
const shownRuns = 5

/** Most samples of one baseline run that the page draws. */
const mostSamples = 40

/** Baseline samples of a whole page, about; keeps one of 10,000 tests within its 2 MB. */
const samplesOfAllBaselines = 60_000

/** Warm-up samples that the page draws. */
const shownWarmup = 40

const BaselineSchema = z.array(z.object({ startedAt: z.iso.datetime(), n: z.int(), samples: z.array(z.number()) }))

const MeasurementRowSchema = MeasurementSchema.extend({
  testId: z.uuid(),
  hardwareProfileId: z.uuid(),
  comparison: ComparisonSchema.nullable(),
  /** JSON, which is read several times faster than lists in lists. */
  baseline: z.string().nullable(),
})

/** A run's measurements, in the order taken, with the newest earlier runs of their series. Numbers have five significant digits. */
export async function readMeasurements(
  connection: DuckDBConnection,
  runId: string,
  tests: ReadonlyMap<string, number>,
  profiles: ReadonlyMap<string, number>,
): Promise<Report['measurements']> {
  const amount = Number(
    (await connection.runAndReadAll('SELECT count(*) FROM measurements WHERE run_id = $1::UUID', [runId])).getRows()[0]![0],
  )
  const rows = await readRows(connection, MeasurementRowSchema, query(samplesOfEach(amount)), [runId])
  return rows.map(({ testId, hardwareProfileId, baseline, comparison, ...row }) => ({
    ...row,
    samples: row.samples.map(rounded),
    warmup: row.warmup.map(rounded),
    test: tests.get(testId)!,
    profile: profiles.get(hardwareProfileId)!,
    comparison: comparison === null ? null : roundedComparison(comparison),
    baseline:
      baseline === null ? [] : BaselineSchema.parse(JSON.parse(baseline)).map((run) => ({ ...run, samples: run.samples.map(rounded) })),
  }))
}

/** How many samples of each baseline run to draw: all that are worth drawing, fewer where a page has many measurements. */
export function samplesOfEach(measurements: number): number {
  return Math.max(1, Math.min(mostSamples, Math.floor(samplesOfAllBaselines / (Math.max(1, measurements) * shownRuns))))
}

function query(samples: number): string {
  // evenly spaced quantiles stand for a run with more samples than can be drawn: they keep its middle and its spread
  const quantiles = Array.from({ length: samples }, (_, index) => (index + 0.5) / samples)
  return `
    WITH mine AS (SELECT * FROM measurements WHERE run_id = $1::UUID),
    wanted AS (SELECT DISTINCT test_id, hardware_profile_id, metric FROM mine),
    passed AS (SELECT DISTINCT run_id, test_id, hardware_profile_id FROM test_results WHERE state = 'passed'),
    earlier AS (
      SELECT m.test_id, m.hardware_profile_id, m.metric, m.batch_size, m."precision", m.samples, u.started_at
      FROM measurements m JOIN runs u USING (run_id) SEMI JOIN wanted USING (test_id, hardware_profile_id, metric) SEMI JOIN passed USING (run_id, test_id, hardware_profile_id)
      WHERE m.provenance = 'measured' AND u.started_at < (SELECT started_at FROM runs WHERE run_id = $1::UUID)
      QUALIFY row_number() OVER (PARTITION BY m.test_id, m.hardware_profile_id, m.metric, m.batch_size, m."precision" ORDER BY u.started_at DESC, m.measurement_id DESC) <= ${shownRuns}
    ),
    thinned AS (
      SELECT * EXCLUDE (samples), len(samples) AS n,
        CASE WHEN len(samples) <= ${samples} THEN samples ELSE list_aggregate(samples, 'quantile_cont', [${quantiles.join(', ')}]) END AS samples
      FROM earlier
    ),
    grouped AS (
      SELECT test_id, hardware_profile_id, metric, batch_size, "precision",
        to_json(list({ 'startedAt': ${isoTime('started_at')}, 'n': n, 'samples': samples } ORDER BY started_at DESC))::VARCHAR AS baseline
      FROM thinned GROUP BY ALL
    )
    SELECT m.test_id::VARCHAR AS "testId", m.hardware_profile_id::VARCHAR AS "hardwareProfileId", m.metric, m.unit, m.direction, m.batch_size AS "batchSize", m."precision",
      m.samples, m.warmup[:${shownWarmup}] AS warmup, m.provenance, g.baseline,
      CASE WHEN c.verdict IS NULL THEN NULL ELSE {
        'verdict': c.verdict, 'ratio': c.ratio, 'ciLow': c.ci_low, 'ciHigh': c.ci_high, 'pValue': c.p_value, 'baselineRuns': c.baseline_runs, 'baselineSamples': c.baseline_samples,
        'samples': c.samples, 'minimumDetectableChange': c.minimum_detectable_change, 'explanation': c.explanation
      } END AS comparison
    FROM mine m
    LEFT JOIN comparisons c USING (measurement_id)
    LEFT JOIN grouped g ON g.test_id = m.test_id AND g.hardware_profile_id = m.hardware_profile_id AND g.metric = m.metric
      AND g.batch_size IS NOT DISTINCT FROM m.batch_size AND g."precision" IS NOT DISTINCT FROM m."precision"
    ORDER BY m.taken_at, m.measurement_id`
}

type Comparison = z.infer<typeof ComparisonSchema>

function roundedComparison(comparison: Comparison): Comparison {
  const { ratio, ciLow, ciHigh, pValue, minimumDetectableChange } = comparison
  const short = (value: number | null): number | null => (value === null ? null : rounded(value))
  return {
    ...comparison,
    ratio: short(ratio),
    ciLow: short(ciLow),
    ciHigh: short(ciHigh),
    pValue: short(pValue),
    minimumDetectableChange: short(minimumDetectableChange),
  }
}

/** Five significant digits: what a page can show. */
function rounded(value: number): number {
  return Number(value.toPrecision(5))
}
