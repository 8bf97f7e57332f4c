export type { Backend, Capabilities, Detection, FallbackNode, LoadCost, ModelSource, OpenOptions, Requirement, Session } from './backend.ts'
export { defineBackend } from './define/define-backend.ts'
export type { BackendDefinition, CustomDetection, CustomDevice, LoadedModel, LoadOptions, ModelToLoad } from './define/definition.ts'
export { BackendUnavailableError, type LoadFailure, ModelLoadError, NodeFallbackError, RunError, UnsupportedError } from './errors.ts'
export { type FallbackOptions, NoBackendError, openWithFallback, type RanOn, type TriedBackend } from './fallback/open-with-fallback.ts'
export {
  BrowserCrashError,
  BrowserFailure,
  BrowserHangError,
  BrowserUnavailableError,
  DeviceLostError,
  PageAbortError,
} from './browsers/errors.ts'
export { type BrowserBackendName, browserBackendNames } from './browsers/runtime-choice.ts'
export { backends, detectAll, getBackend } from './find.ts'
export { openSessionCount } from './onnxruntime/open-sessions.ts'
export { nodePlacement, requireNoNodeFallback } from './placement/node-placement.ts'
export type { PlacedNode, Placement } from './placement/placement.ts'
export { type Precision, precisions, type PrecisionSupport } from './precision/precision.ts'
export { precisionSupport } from './precision/precision-support.ts'
export type { CoremlOptions } from './provider-options/coreml.ts'
export type { CpuOptions } from './provider-options/cpu.ts'
export type { CudaOptions } from './provider-options/cuda.ts'
export type { DirectmlOptions } from './provider-options/directml.ts'
export type { ProviderOptions } from './provider-options/provider-options.ts'
export type { QnnOptions } from './provider-options/qnn.ts'
export type { WasmOptions } from './provider-options/wasm.ts'
export type { BufferCacheMode, WebgpuOptions } from './provider-options/webgpu.ts'
export type { WebnnOptions } from './provider-options/webnn.ts'
export { transportMilliseconds } from './transport-time.ts'
