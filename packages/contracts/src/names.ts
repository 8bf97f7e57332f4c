/** Key under which the plugin provides the hardware context to each project's test workers (`inject`). */
export const hardwareContextKey = 'vitestHardware'

/** Prefix of the `type` of every test artifact of this project. */
export const artifactPrefix = 'vitest-hardware:'

/** Longest list of samples that one measurement may carry. */
export const maxSamples = 100_000

/** Prefix of metrics that say what else went on at a machine during a test: shown beside its results, never judged themselves. */
export const telemetryPrefix = 'telemetry-'
