import {
  type HardwareProfile,
  identifyProfile,
  newId,
  type Run,
  type StoredMeasurement,
  type Test,
  type TestResult,
  testIdOf,
} from '@vitest-hardware/contracts'
import type { Rows } from '../results-store.ts'

/** Rows for tests; every field can be replaced. */
export const profile: HardwareProfile = identifyProfile({
  backend: 'cpu',
  device: 'a cpu',
  deviceKind: 'cpu',
  isSoftwareDevice: false,
  driver: null,
  runtime: 'onnxruntime-node',
  runtimeVersion: '1.30.0',
  runtimeBuild: null,
  os: 'linux',
  osRelease: '6.1',
  arch: 'x64',
  cpuModel: 'a cpu',
  cores: 2,
  memoryBytes: 25e9,
  host: 'node 24.9.0',
})

export function sampleRun(fields: Partial<Run> = {}): Run {
  return {
    runId: newId(),
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: null,
    state: 'running',
    command: 'vitest run',
    vitestVersion: '5.1.1',
    nodeVersion: '24.9.0',
    gitCommit: null,
    gitBranch: null,
    gitDirty: null,
    isCi: false,
    ...fields,
  }
}

export function sampleTest(name = 'latency', fields: Partial<Test> = {}): Test {
  return {
    testId: testIdOf('a.hardware.test.ts', name),
    file: 'a.hardware.test.ts',
    name,
    model: 'bert',
    modelType: 'bert',
    family: 'encoder-only',
    task: 'fill-mask',
    ...fields,
  }
}

export function sampleResult(run: Run, test: Test, fields: Partial<TestResult> = {}): TestResult {
  return {
    testResultId: newId(),
    runId: run.runId,
    testId: test.testId,
    hardwareProfileId: profile.hardwareProfileId,
    project: 'hardware-cpu',
    backend: 'cpu',
    state: 'passed',
    reason: null,
    startedAt: run.startedAt,
    durationMs: 12.5,
    retries: 0,
    provenance: 'measured',
    ...fields,
  }
}

export function sampleMeasurement(run: Run, test: Test, fields: Partial<StoredMeasurement> = {}): StoredMeasurement {
  return {
    measurementId: newId(),
    runId: run.runId,
    testId: test.testId,
    hardwareProfileId: profile.hardwareProfileId,
    takenAt: run.startedAt,
    metric: 'latency',
    unit: 'ms',
    direction: 'lower',
    batchSize: 1,
    precision: 'fp32',
    samples: [1, 2, 3],
    warmup: [9],
    provenance: 'measured',
    ...fields,
  }
}

/** A test that passed with one measurement. */
export function passedRows(run: Run, name = 'latency', measurement: Partial<StoredMeasurement> = {}): Required<Omit<Rows, 'comparisons'>> {
  const test = sampleTest(name)
  return {
    profiles: [profile],
    tests: [test],
    results: [sampleResult(run, test)],
    measurements: [sampleMeasurement(run, test, measurement)],
  }
}
