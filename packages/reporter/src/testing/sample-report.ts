import { type Comparison, identifyProfile, newId, type Report, type Verdict } from '@vitest-hardware/contracts'

/** Text that must never become markup, a command or an escape sequence, in every place that data can reach. */
export const hostile =
  '</script><img src=x onerror=alert(1)> | `code` [link](http://x) @someone %0A::error:: $(id) \u001b[31m \u2028 "quoted" \\'

const profile = identifyProfile({
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

export function sampleComparison(verdict: Verdict, ratio: number | null = 1): Comparison {
  return {
    verdict,
    ratio,
    ciLow: ratio === null ? null : ratio * 0.9,
    ciHigh: ratio === null ? null : ratio * 1.1,
    pValue: ratio === null ? null : 0.0001,
    baselineRuns: 5,
    baselineSamples: 150,
    samples: 30,
    minimumDetectableChange: ratio === null ? null : 0.08,
    explanation: `${verdict}.`,
  }
}

export interface SampleTest {
  readonly name: string
  readonly file?: string
  readonly model?: string | null
  readonly state?: Report['results'][number]['state']
  readonly reason?: string | null
  readonly durationMs?: number
  /** Judged measurements of the test. */
  readonly series?: readonly {
    readonly metric?: string
    readonly unit?: string
    readonly direction?: 'lower' | 'higher'
    readonly comparison: Comparison | null
  }[]
}

/** A report with one result, on one profile, for each test. */
export function sampleReport(tests: readonly SampleTest[]): Report {
  const startedAt = '2026-01-01T00:00:00.000Z'
  return {
    schema: 'vitest-hardware/report@1',
    generatedAt: startedAt,
    run: {
      runId: newId(),
      startedAt,
      endedAt: startedAt,
      state: 'passed',
      command: 'vitest run',
      vitestVersion: '5.1.1',
      nodeVersion: '24.9.0',
      gitCommit: null,
      gitBranch: null,
      gitDirty: null,
      isCi: false,
    },
    sentence: 'a sentence',
    counts: {
      pairs: 0,
      pairsPassed: 0,
      passed: 0,
      failed: 0,
      skipped: 0,
      interrupted: 0,
      regressions: 0,
      improvements: 0,
      cannotTell: 0,
      noChange: 0,
      noBaseline: 0,
    },
    skipReasons: [],
    profiles: [profile],
    environmentChanges: [],
    tests: tests.map(({ name, file = 'a.hardware.test.ts', model = 'bert' }) => ({
      testId: newId(),
      file,
      name,
      model,
      modelType: model,
      family: null,
      task: null,
    })),
    results: tests.map(({ state = 'passed', reason = null, durationMs = 10 }, test) => ({
      test,
      profile: 0,
      project: 'hardware-cpu',
      backend: 'cpu',
      state,
      reason,
      startedAtMs: 0,
      durationMs,
      retries: 0,
      provenance: 'measured' as const,
    })),
    measurements: tests.flatMap(({ series = [] }, test) =>
      series.map(({ metric = 'latency', unit = 'ms', direction = 'lower', comparison }) => ({
        metric,
        unit,
        direction,
        batchSize: 1,
        precision: 'fp32',
        samples: [20, 20, 20],
        warmup: [],
        provenance: 'measured' as const,
        test,
        profile: 0,
        comparison,
        baseline: [],
      })),
    ),
  }
}
