import type { HardwareBackend } from '../model/model-fixtures.ts'
import type { Recorder } from '../recording/recorder.ts'
import type { Hardware } from './hardware-facts.ts'
import type { Requirements } from './requirements/requirements.ts'
import type { Telemetry } from './telemetry/start-telemetry.ts'

export interface HardwareTestOptions {
  /** What every test of this function needs; a test is skipped with what is needed and what was found where it does not hold. */
  readonly requires?: Requirements
  readonly telemetry?: TelemetryOptions
}

export interface TelemetryOptions {
  /** Milliseconds between two readings, 10 … 60,000. @default 100 */
  readonly everyMs?: number
  /** Also sample during tests that do not ask for `telemetry`. @default false */
  readonly always?: boolean
}

/**
 * Skips the test where something does not hold, with what is needed and what was found.
 * @throws {UsageError} an unknown requirement, a negative number, an amount of bytes without its unit
 */
export type Requires = (requirements: Requirements) => void

/** What a test of `hardwareTest` can ask for, besides `requires`, `acrossBackends`, `stress`, `soak`, `measure` and `record`. */
export interface HardwareFixtures {
  /** The project's backend; `cpu` outside a hardware project. The test is skipped with the reason where it cannot run here. */
  readonly backend: HardwareBackend
  /** The profile of the backend, and what the machine has and has free. */
  readonly hardware: Hardware
  /**
   * Samples the machine while the test runs, in a thread of its own; the samples are the series `telemetry-…`. They are shown beside the test's
   * results and never judged.
   */
  readonly telemetry: Telemetry
  /** What the test sends to the report for the project's backend. */
  readonly hardwareRecorder: Recorder
}
