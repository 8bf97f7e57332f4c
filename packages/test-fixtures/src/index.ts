import './hardware/hardware-matchers.ts'
import './matchers/matchers.ts'

export { ApiError, type ApiErrorFacts, type ApiErrorKind, apiErrorKinds } from './api/api-error.ts'
export { calibrate, type Cassette, type CassetteExchange, type CassetteSettings, openCassette, readCassette } from './api/cassette/index.ts'
export type { ApiCall } from './api/client/api-call.ts'
export type { ApiClient, ChatInput, ChatStream, EmbedInput } from './api/client/api-client.ts'
export {
  type ComparedApi,
  type ComparedMetric,
  type ComparedValue,
  compareProviders,
  comparisonText,
  type ProviderComparison,
} from './api/comparison/compare-providers.ts'
export type { RatioInterval } from './api/comparison/ratio-interval.ts'
export type { ApiFixtures, ApiSession } from './api/fixture/api-fixtures.ts'
export { type ApiMode, apiModes } from './api/fixture/api-mode.ts'
export type { ApiTestOptions } from './api/fixture/api-test-options.ts'
export { apiTest, type ApiTestAPI } from './api/fixture/api-test.ts'
export type { ApiPlan } from './api/fixture/plan-api.ts'
export { type ApiMetric, type ApiMetricName, apiMetricNames, type ApiMetrics, apiMetrics } from './api/metrics/api-metrics.ts'
export { listPrices, type Price } from './api/metrics/prices.ts'
export type {
  ApiCapabilities,
  ApiConnection,
  ApiProvider,
  CallOptions,
  ChatEvent,
  ChatMessage,
  ChatReply,
  ChatRequest,
  ConnectOptions,
  ContentPart,
  EmbedReply,
  EmbedRequest,
  ImagePart,
  TokenUsage,
  Tool,
  ToolCall,
} from './api/provider.ts'
export { apiProviders } from './api/providers/registry.ts'
export {
  circuitAllows,
  type CircuitEvent,
  type CircuitOptions,
  type CircuitState,
  closedCircuit,
  transition as circuitTransition,
} from './api/resilience/circuit-breaker.ts'
export { backoffWithFullJitter, decideRetry, type FailedAttempt, type RetryDecision, type RetryPolicy } from './api/resilience/retry.ts'
export {
  createFakeClock,
  type HandlerMaker,
  type HandlerSettings,
  type RateLimit,
  type SimulatedExchange,
  type Simulator,
  type SimulatorClock,
  simulatorHandlers,
  type SimulatorSettings,
  startSimulator,
} from './api/simulator/index.ts'
export type {
  ApiTransport,
  FailureRates,
  FailureSequence,
  LatencyDistribution,
  LatencyModel,
  SimulatedFailure,
  SimulatedFailureName,
  SimulatorOptions,
  SimulatorProfile,
} from './api/transport.ts'
export { BrowserCrashError, BrowserFailure, BrowserHangError, DeviceLostError, PageAbortError } from '@vitest-hardware/backends'
export type { BrowserCapabilities, PageHandle, RunningBrowser, TestPage, WebgpuAdapter } from '@vitest-hardware/backends/browsers'
export type { BrowserFixtures, BrowserModelTestOptions, BrowserTestOptions } from './browser/browser-fixtures.ts'
export { browserTest, type BrowserModelTestAPI, type BrowserTestAPI } from './browser/browser-test.ts'
export { PageProblemError } from './browser/page-errors.ts'
export type { ScreenshotArtifact } from './browser/screenshot.ts'
export { compareOutputs, type OutputComparison, type OutputsComparison } from './comparison/compare-outputs.ts'
export type { Difference, TensorComparison } from './comparison/compare-tensors.ts'
export { type MismatchContext, mismatchMessage } from './comparison/mismatch-message.ts'
export { defaultTolerances, type Tolerance, type ToleranceOptions } from './comparison/tolerance.ts'
export { type ConformanceOptions, conformanceTest } from './conformance/conformance-test.ts'
export { type ConformanceCase, type DataSet, findCases } from './conformance/find-cases.ts'
export type { AcrossBackends, AcrossBackendsOptions } from './hardware/agreement/across-backends.ts'
export type { BackendAgreement, BackendPair } from './hardware/agreement/compare-backends.ts'
export type { Hardware } from './hardware/hardware-facts.ts'
export type { HardwareFixtures, HardwareTestOptions, Requires, TelemetryOptions } from './hardware/hardware-fixtures.ts'
export { hardwareTest, type HardwareTestAPI } from './hardware/hardware-test.ts'
export type { LeakOptions } from './hardware/leak/watch-for-leaks.ts'
export {
  type IterationContext,
  type IterationError,
  LoadError,
  type LoadResult,
  type RecordedLoad,
  type Work,
} from './hardware/load/load-result.ts'
export type { LoadBounds, Soak, SoakOptions, Stress, StressOptions } from './hardware/load/stress.ts'
export type { ByteSize } from './hardware/requirements/byte-size.ts'
export type { HardwareFacts, OneOf, Requirements } from './hardware/requirements/requirements.ts'
export { unmetRequirements } from './hardware/requirements/unmet-requirements.ts'
export type { Telemetry } from './hardware/telemetry/start-telemetry.ts'
export type { TelemetryMetric, TelemetrySeries, TelemetrySourceState } from './hardware/telemetry/telemetry-source.ts'
export type { JudgeMeasurementOptions, MeasurementHandle } from './measuring/measurement-handle.ts'
export { type SamplingOptions, type TakenSamples, takeSamples } from './measuring/take-samples.ts'
export type { ContextOf, Mixed, MixedAPI } from './mixing/mixed.ts'
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
