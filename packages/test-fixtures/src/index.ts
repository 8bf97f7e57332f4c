import './matchers/matchers.ts'

export { compareOutputs, type OutputComparison, type OutputsComparison } from './comparison/compare-outputs.ts'
export type { Difference, TensorComparison } from './comparison/compare-tensors.ts'
export { type MismatchContext, mismatchMessage } from './comparison/mismatch-message.ts'
export { defaultTolerances, type Tolerance, type ToleranceOptions } from './comparison/tolerance.ts'
export { type ConformanceOptions, conformanceTest } from './conformance/conformance-test.ts'
export { type ConformanceCase, type DataSet, findCases } from './conformance/find-cases.ts'
export type { JudgeMeasurementOptions, MeasurementHandle } from './measuring/measurement-handle.ts'
export { type SamplingOptions, type TakenSamples, takeSamples } from './measuring/take-samples.ts'
export type {
  HardwareBackend,
  Measure,
  MeasurementFacts,
  MeasureOptions,
  ModelFixtures,
  ModelTestOptions,
  RecordSamples,
  RecordOptions,
} from './model/model-fixtures.ts'
export { modelTest, type ModelTestAPI } from './model/model-test.ts'
export type { ReferenceSource } from './model/reference-source.ts'
export type { SessionLease } from './model/session-pool.ts'
export type { MeasuredArtifact, SubjectArtifact } from './recording/artifacts.ts'
