export { readBaselines } from './baselines.ts'
export { readKnownDurations } from './known-durations.ts'
export { readReport } from './report.ts'
export { readRuns } from './runs.ts'
