import type { Comparison, Measurement } from '@vitest-hardware/contracts'
import { judge } from '@vitest-hardware/statistics'
import { findBaseline } from './baselines.ts'

export interface JudgeMeasurementOptions {
  /** Smallest relative change worth calling, above 0. @default 0.05 */
  readonly threshold?: number
}

/** A measurement with what identifies its series; judge it with `expect(…).toHaveNoRegression()`. */
export interface MeasurementHandle extends Readonly<Measurement> {
  readonly testId: string
  readonly hardwareProfileId: string
  /** What {@link judge} said last; null before. Travels to the report with the measurement. */
  readonly comparison: Comparison | null
  /** Compares with the earlier runs of the series on this hardware profile. */
  judge(options?: JudgeMeasurementOptions): Comparison
}

export interface MeasurementOrigin {
  readonly testId: string
  readonly hardwareProfileId: string
  /** Absolute path of the baseline file. */
  readonly baselineFile: string
}

export function measurementHandle(measurement: Measurement, origin: MeasurementOrigin): MeasurementHandle {
  return new JudgedMeasurement(measurement, origin)
}

/** The plain data of a handle, as contracts has it. */
export function measurementOf(handle: MeasurementHandle): Measurement {
  const { metric, unit, direction, batchSize, precision, samples, warmup, provenance } = handle
  return { metric, unit, direction, batchSize, precision, samples: [...samples], warmup: [...warmup], provenance }
}

/** Compares with the earlier runs of the series; nothing is recorded. */
export function compareWithBaseline(
  measurement: Readonly<Measurement>,
  { baselineFile, ...identity }: MeasurementOrigin,
  { threshold }: { readonly threshold?: number | undefined } = {},
): Comparison {
  const { metric, batchSize, precision, unit, direction } = measurement
  const baseline = findBaseline(baselineFile, { ...identity, metric, batchSize, precision })
  // numbers in another unit are another series, whatever their name
  const runs = baseline?.unit === unit && baseline.direction === direction ? baseline.runs : []
  return judge(measurement, runs, { direction, ...(threshold === undefined ? {} : { threshold }) })
}

class JudgedMeasurement implements MeasurementHandle {
  readonly metric: string
  readonly unit: string
  readonly direction: Measurement['direction']
  readonly batchSize: number | null
  readonly precision: string | null
  readonly samples: number[]
  readonly warmup: number[]
  readonly provenance: Measurement['provenance']
  readonly testId: string
  readonly hardwareProfileId: string
  readonly #baselineFile: string
  #comparison: Comparison | null = null

  constructor(measurement: Measurement, origin: MeasurementOrigin) {
    this.metric = measurement.metric
    this.unit = measurement.unit
    this.direction = measurement.direction
    this.batchSize = measurement.batchSize
    this.precision = measurement.precision
    this.samples = measurement.samples
    this.warmup = measurement.warmup
    this.provenance = measurement.provenance
    this.testId = origin.testId
    this.hardwareProfileId = origin.hardwareProfileId
    this.#baselineFile = origin.baselineFile
  }

  get comparison(): Comparison | null {
    return this.#comparison
  }

  judge({ threshold }: JudgeMeasurementOptions = {}): Comparison {
    const { testId, hardwareProfileId } = this
    this.#comparison = compareWithBaseline(this, { testId, hardwareProfileId, baselineFile: this.#baselineFile }, { threshold })
    return this.#comparison
  }
}
