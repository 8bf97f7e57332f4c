import { z } from 'zod'
import { ComparisonSchema } from './comparison.ts'
import { HardwareProfileSchema } from './hardware-profile.ts'
import { MeasurementSchema } from './measurement.ts'
import { AnyBackendNameSchema, ProvenanceSchema, RunStateSchema, TestStateSchema } from './vocabulary.ts'

export const RunSchema = z.object({
  runId: z.uuid(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  state: RunStateSchema,
  /** What was typed. */
  command: z.string(),
  vitestVersion: z.string(),
  nodeVersion: z.string(),
  gitCommit: z.string().nullable(),
  gitBranch: z.string().nullable(),
  gitDirty: z.boolean().nullable(),
  isCi: z.boolean(),
})
export type Run = z.infer<typeof RunSchema>

/** Identity of a test over runs, machines and backends: its file (relative to the root, with `/`) and its full name. */
export const TestSchema = z.object({
  testId: z.uuid(),
  file: z.string(),
  name: z.string(),
  model: z.string().nullable(),
  modelType: z.string().nullable(),
  family: z.string().nullable(),
  task: z.string().nullable(),
})
export type Test = z.infer<typeof TestSchema>

export const TestResultSchema = z.object({
  testResultId: z.uuid(),
  runId: z.uuid(),
  testId: z.uuid(),
  /** Null where the test ended before its backend was opened. */
  hardwareProfileId: z.uuid().nullable(),
  /** Vitest project: `hardware-cpu` … */
  project: z.string(),
  backend: AnyBackendNameSchema.nullable(),
  state: TestStateSchema,
  /** Why it was skipped or failed. */
  reason: z.string().nullable(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  retries: z.int().nonnegative(),
  /** `simulated`: a simulation stood in for what was tested. */
  provenance: ProvenanceSchema,
})
export type TestResult = z.infer<typeof TestResultSchema>

export const StoredMeasurementSchema = MeasurementSchema.extend({
  measurementId: z.uuid(),
  runId: z.uuid(),
  testId: z.uuid(),
  hardwareProfileId: z.uuid(),
  takenAt: z.iso.datetime(),
})
export type StoredMeasurement = z.infer<typeof StoredMeasurementSchema>

export const StoredComparisonSchema = ComparisonSchema.extend({
  comparisonId: z.uuid(),
  measurementId: z.uuid(),
  runId: z.uuid(),
})
export type StoredComparison = z.infer<typeof StoredComparisonSchema>

export const CountsSchema = z.object({
  /** Model × backend pairs with at least one result that is not a skip. */
  pairs: z.int(),
  pairsPassed: z.int(),
  passed: z.int(),
  failed: z.int(),
  skipped: z.int(),
  interrupted: z.int(),
  regressions: z.int(),
  improvements: z.int(),
  cannotTell: z.int(),
  noChange: z.int(),
  noBaseline: z.int(),
})
export type Counts = z.infer<typeof CountsSchema>

/** What of the model types that upstream has the catalogue builds, and what it does not. */
export const CatalogueCoverageSchema = z.object({
  /** Cumulative: each tier holds those before it. */
  tiers: z.array(z.object({ tier: z.string(), types: z.int(), built: z.int() })),
  /** Classes of upstream's. */
  heads: z.object({ total: z.int(), built: z.int() }),
  inventory: z.array(
    z.object({
      type: z.string(),
      family: z.string(),
      tier: z.string().nullable(),
      task: z.string(),
      class: z.string(),
      /** What loads it; null for a gap. */
      loader: z.string().nullable(),
    }),
  ),
  /** Those of the highest tiers first; `task` is null where the whole type is missing. */
  gaps: z.array(z.object({ type: z.string(), tier: z.string().nullable(), task: z.string().nullable(), reason: z.string() })),
})
export type CatalogueCoverage = z.infer<typeof CatalogueCoverageSchema>

/** What the page shows: one run with its baseline's samples. Embedded as JSON, so lists are flat and short-named ids are indexes. */
export const ReportSchema = z.object({
  schema: z.literal('vitest-hardware/report@1'),
  generatedAt: z.iso.datetime(),
  run: RunSchema,
  /** The run's verdict in one sentence. */
  sentence: z.string(),
  counts: CountsSchema,
  /** Skip reasons with how many results each explains, most first. */
  skipReasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  profiles: z.array(HardwareProfileSchema),
  /** Profiles of the previous run on the same backend that differ, with the fields. In a browser's page a backend is another one: `chromium-webgpu`. */
  environmentChanges: z.array(
    z.object({ backend: z.string().min(1), fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })) }),
  ),
  tests: z.array(TestSchema),
  /** `test` and `profile` index the lists above; `profile` is -1 where there is none. */
  results: z.array(
    z.object({
      test: z.int(),
      profile: z.int(),
      project: z.string(),
      backend: AnyBackendNameSchema.nullable(),
      state: TestStateSchema,
      reason: z.string().nullable(),
      startedAtMs: z.number(),
      durationMs: z.number(),
      retries: z.int(),
      provenance: ProvenanceSchema,
    }),
  ),
  measurements: z.array(
    MeasurementSchema.extend({
      test: z.int(),
      profile: z.int(),
      comparison: ComparisonSchema.nullable(),
      /** Samples of the baseline runs, newest run first; may be thinned, `n` is the true count. */
      baseline: z.array(z.object({ startedAt: z.iso.datetime(), n: z.int(), samples: z.array(z.number()) })),
    }),
  ),
  /** Absent where the run tested no type of the catalogue. */
  catalogue: CatalogueCoverageSchema.optional(),
})
export type Report = z.infer<typeof ReportSchema>

/** `summary.json`. */
export const SummarySchema = z.object({
  schema: z.literal('vitest-hardware/summary@1'),
  runId: z.uuid(),
  state: RunStateSchema,
  sentence: z.string(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  counts: CountsSchema,
  skipReasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  attention: z.array(
    z.object({
      kind: z.enum(['failed', 'regression', 'improvement', 'cannot-tell']),
      test: z.string(),
      file: z.string(),
      project: z.string(),
      model: z.string().nullable(),
      metric: z.string().nullable(),
      comparison: ComparisonSchema.nullable(),
      reason: z.string().nullable(),
      /** The command that reproduces it. */
      command: z.string(),
    }),
  ),
  files: z.object({ database: z.string(), page: z.string(), markdown: z.string() }),
})
export type Summary = z.infer<typeof SummarySchema>
