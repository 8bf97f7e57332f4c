import {
  BOOLEAN,
  DOUBLE,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  BIGINT,
  LIST,
  listValue,
  timestampValueOf,
  VARCHAR,
} from './duckdb.ts'
import type { Rows } from '../results-store.ts'

type RowOf<Kind extends keyof Rows> = NonNullable<Rows[Kind]>[number]

interface Column<Row> {
  readonly name: string
  /** Type in the staging table; ids and times are cast on their way into the real one. */
  readonly type: DuckDBType
  readonly value: (row: Row) => DuckDBValue
}

/** How rows of one kind reach their table. */
export interface Table<Row> {
  readonly name: string
  readonly key: string
  readonly columns: readonly Column<Row>[]
  /** Whether a row belongs to the run that brings it, under an id that nobody else has. */
  readonly isOfOneRun: boolean
  /** Columns that a later row may fill in where an earlier one left null. */
  readonly fillsIn: readonly string[]
}

const text = <Row>(name: string, value: (row: Row) => string | null): Column<Row> => ({ name, type: VARCHAR, value })
const double = <Row>(name: string, value: (row: Row) => number | null): Column<Row> => ({ name, type: DOUBLE, value })
const integer = <Row>(name: string, value: (row: Row) => number | null): Column<Row> => ({ name, type: INTEGER, value })
const bigint = <Row>(name: string, value: (row: Row) => number | null): Column<Row> => ({
  name,
  type: BIGINT,
  value: (row) => {
    const number = value(row)
    return number === null ? null : BigInt(number)
  },
})
const boolean = <Row>(name: string, value: (row: Row) => boolean | null): Column<Row> => ({ name, type: BOOLEAN, value })
const time = <Row>(name: string, value: (row: Row) => string): Column<Row> => ({
  name,
  type: timestampValueOf.type,
  value: (row) => timestampValueOf(value(row)),
})
const doubles = <Row>(name: string, value: (row: Row) => readonly number[]): Column<Row> => ({
  name,
  type: LIST(DOUBLE),
  value: (row) => listValue([...value(row)]),
})

const profiles: Table<RowOf<'profiles'>> = {
  name: 'hardware_profiles',
  key: 'hardware_profile_id',
  isOfOneRun: false,
  fillsIn: [],
  columns: [
    text('hardware_profile_id', (row) => row.hardwareProfileId),
    text('backend', (row) => row.backend),
    text('device', (row) => row.device),
    text('device_kind', (row) => row.deviceKind),
    boolean('is_software_device', (row) => row.isSoftwareDevice),
    text('driver', (row) => row.driver),
    text('runtime', (row) => row.runtime),
    text('runtime_version', (row) => row.runtimeVersion),
    text('runtime_build', (row) => row.runtimeBuild),
    text('os', (row) => row.os),
    text('os_release', (row) => row.osRelease),
    text('arch', (row) => row.arch),
    text('cpu_model', (row) => row.cpuModel),
    integer('cores', (row) => row.cores),
    bigint('memory_bytes', (row) => row.memoryBytes),
    bigint('device_memory_bytes', (row) => row.deviceMemoryBytes),
    text('power_mode', (row) => row.powerMode),
    text('host', (row) => row.host),
  ],
}

const tests: Table<RowOf<'tests'>> = {
  name: 'tests',
  key: 'test_id',
  isOfOneRun: false,
  fillsIn: ['model', 'model_type', 'family', 'task'],
  columns: [
    text('test_id', (row) => row.testId),
    text('file', (row) => row.file),
    text('name', (row) => row.name),
    text('model', (row) => row.model),
    text('model_type', (row) => row.modelType),
    text('family', (row) => row.family),
    text('task', (row) => row.task),
  ],
}

const results: Table<RowOf<'results'>> = {
  name: 'test_results',
  key: 'test_result_id',
  isOfOneRun: true,
  fillsIn: [],
  columns: [
    text('test_result_id', (row) => row.testResultId),
    text('run_id', (row) => row.runId),
    text('test_id', (row) => row.testId),
    text('hardware_profile_id', (row) => row.hardwareProfileId),
    text('project', (row) => row.project),
    text('backend', (row) => row.backend),
    text('state', (row) => row.state),
    text('reason', (row) => row.reason),
    time('started_at', (row) => row.startedAt),
    double('duration_ms', (row) => row.durationMs),
    integer('retries', (row) => row.retries),
    text('provenance', (row) => row.provenance),
  ],
}

const measurements: Table<RowOf<'measurements'>> = {
  name: 'measurements',
  key: 'measurement_id',
  isOfOneRun: true,
  fillsIn: [],
  columns: [
    text('measurement_id', (row) => row.measurementId),
    text('run_id', (row) => row.runId),
    text('test_id', (row) => row.testId),
    text('hardware_profile_id', (row) => row.hardwareProfileId),
    text('metric', (row) => row.metric),
    text('unit', (row) => row.unit),
    text('direction', (row) => row.direction),
    integer('batch_size', (row) => row.batchSize),
    text('precision', (row) => row.precision),
    doubles('samples', (row) => row.samples),
    doubles('warmup', (row) => row.warmup),
    text('provenance', (row) => row.provenance),
    time('taken_at', (row) => row.takenAt),
  ],
}

const comparisons: Table<RowOf<'comparisons'>> = {
  name: 'comparisons',
  key: 'comparison_id',
  isOfOneRun: true,
  fillsIn: [],
  columns: [
    text('comparison_id', (row) => row.comparisonId),
    text('measurement_id', (row) => row.measurementId),
    text('run_id', (row) => row.runId),
    text('verdict', (row) => row.verdict),
    double('ratio', (row) => row.ratio),
    double('ci_low', (row) => row.ciLow),
    double('ci_high', (row) => row.ciHigh),
    double('p_value', (row) => row.pValue),
    integer('baseline_runs', (row) => row.baselineRuns),
    integer('baseline_samples', (row) => row.baselineSamples),
    integer('samples', (row) => row.samples),
    double('minimum_detectable_change', (row) => row.minimumDetectableChange),
    text('explanation', (row) => row.explanation),
  ],
}

/** One table for each kind of row that a run queues. */
export const tables: { readonly [Kind in keyof Required<Rows>]: Table<RowOf<Kind>> } = {
  profiles,
  tests,
  results,
  measurements,
  comparisons,
}

/** Every table that holds results, in the order in which a merge fills them. */
export const storedTables = [
  'runs',
  'hardware_profiles',
  'tests',
  'test_results',
  'measurements',
  'comparisons',
  'change_points',
  'model_types',
] as const
export type StoredTable = (typeof storedTables)[number]
