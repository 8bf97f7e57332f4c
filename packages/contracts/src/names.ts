/** Key under which the plugin provides the hardware context to each project's test workers (`inject`). */
export const hardwareContextKey = 'vitestHardware'

/** Prefix of the `type` of every test artifact of this project. */
export const artifactPrefix = 'vitest-hardware:'

/** Longest list of samples that one measurement may carry. */
export const maxSamples = 100_000

/** Prefix of metrics that say what else went on at a machine during a test: shown beside its results, never judged themselves. */
export const telemetryPrefix = 'telemetry-'

/** One way to execute a model; `reference` is this project's own float64 evaluator. */
export const backendNames = [
  'cpu',
  'cuda',
  'rocm',
  'openvino',
  'coreml',
  'qnn',
  'directml',
  'webgpu',
  'webnn',
  'wasm',
  'reference',
] as const

/** Architecture families; a model type belongs to exactly one. */
export const families = [
  'encoder-only',
  'decoder-only',
  'encoder-decoder',
  'vision',
  'vision-text',
  'speech',
  'diffusion',
  'mixture-of-experts',
  'state-space',
  'time-series',
  'graph',
] as const
