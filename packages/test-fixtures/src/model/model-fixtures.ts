import type { Backend, OpenOptions, Session } from '@vitest-hardware/backends'
import type { HardwareProfile, Measurement } from '@vitest-hardware/contracts'
import type { ModelInputsOptions, ModelRequest, ResolvedModel } from '@vitest-hardware/model-catalogue'
import type { Tensors } from '@vitest-hardware/onnx-graph'
import type { MeasurementHandle } from '../measuring/measurement-handle.ts'
import type { SamplingOptions } from '../measuring/take-samples.ts'
import type { Recorder } from '../recording/recorder.ts'
import type { ReferenceSource } from './reference-source.ts'

export interface ModelTestOptions {
  /**
   * Another model whose outputs are the reference, e.g. the one before quantization: a file's path or a request.
   * @default the outputs that the model brings for these inputs, else the same model on `reference`, in float64
   */
  readonly reference?: string | ModelRequest
  /** How the session is opened. @default the runtime's defaults, all optimizations */
  readonly session?: OpenOptions
  /** Seed and sizes of the inputs. @default the model's own inputs where it brings some, else seed 0 and batch 1 */
  readonly inputs?: ModelInputsOptions
}

/** A backend that runs here. */
export interface HardwareBackend extends Backend {
  /** What decides with which numbers its numbers may be compared. */
  readonly profile: HardwareProfile
}

/** What a measurement is called and how it reads. */
export interface MeasurementFacts {
  /** @default 'lower' */
  readonly direction?: Measurement['direction']
  /** Items per call, part of what makes measurements comparable. @default the batch size of `modelTest`'s inputs where it was given */
  readonly batchSize?: number | null
  /** Of the weights. @default the model's */
  readonly precision?: string | null
}

export interface MeasureOptions extends SamplingOptions, MeasurementFacts {
  /** `s`, `ms`, `us` or `ns`. @default 'ms' */
  readonly unit?: string
}

export interface RecordOptions extends MeasurementFacts {
  /** e.g. `bytes`, `items/s`, `%`. */
  readonly unit: string
  /** Samples before the steady state. @default none */
  readonly warmup?: readonly number[]
}

/**
 * Times a function; the time is per call. Warm-up is found, kept and never judged.
 * @throws {UsageError} a unit that is not one of time, and what the function throws
 */
export type Measure = (metric: string, fn: () => unknown, options?: MeasureOptions) => Promise<MeasurementHandle>

/**
 * Takes in samples that were measured elsewhere, e.g. accuracy, bytes or a throughput.
 * @param samples in the order taken; finite, at least one
 */
export type RecordSamples = (metric: string, samples: readonly number[], options: RecordOptions) => MeasurementHandle

/** What a test of `modelTest` can ask for, besides `measure`, `record` and `sessions`. */
export interface ModelFixtures {
  /** The project's backend; `cpu` outside a hardware project. The test is skipped with the reason where it cannot run here. */
  readonly backend: HardwareBackend
  readonly model: ResolvedModel
  /** The model on the backend. Shared with other tests of the worker; do not dispose it. */
  readonly session: Session
  /** Opens another file as `session` was opened: on the same backend, with the same options, shared and disposed of as it is. */
  readonly open: (path: string) => Promise<Session>
  /** Tensors that fit the model. */
  readonly inputs: Tensors
  /** What the model must give for `inputs`. */
  readonly reference: Tensors
  /** Where `reference` comes from; undefined where a test overrides it. */
  readonly referenceSource: ReferenceSource | undefined
  /** What the test sends to the report. */
  readonly modelRecorder: Recorder
}
