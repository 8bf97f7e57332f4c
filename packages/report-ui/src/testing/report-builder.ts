import type { BackendName, Comparison, HardwareProfile, Report, TestState, Verdict } from '@vitest-hardware/contracts'

/**
 * Made-up reports for the tests of this package. No number here was measured; nothing outside tests imports this file,
 * so none of it is in the page.
 */
export interface ReportPlan {
  readonly models: readonly string[]
  readonly backends: readonly BackendName[]
  /** Backends on which every test is skipped, with the reason. @default none */
  readonly skipped?: Partial<Record<BackendName, string>>
  /** What happened on a pair. @default no change */
  readonly outcome?: (model: string, backend: BackendName) => Outcome
  /** @default 30 */
  readonly samples?: number
}

export interface Outcome {
  readonly state?: TestState
  readonly reason?: string
  /** Factor by which the new samples differ. @default 1 */
  readonly effect?: number
  readonly verdict?: Verdict
  readonly simulated?: boolean
}

type Measured = Report['measurements'][number]

const startMs = Date.UTC(2026, 10, 20, 9, 30)

export function buildReport(plan: ReportPlan): Report {
  const profiles = plan.backends.map(profileOf)
  const report = emptyReport(profiles)
  const random = mulberry32(7)
  let clock = startMs
  for (const [modelIndex, model] of plan.models.entries()) {
    for (const name of ['matches the reference', 'latency']) {
      report.tests.push({
        testId: uuid(report.tests.length),
        file: `models/${model}.hardware.test.ts`,
        name,
        model,
        modelType: model,
        family: 'encoder-only',
        task: 'feature-extraction',
      })
      const test = report.tests.length - 1
      for (const [profile, backend] of plan.backends.entries()) {
        const outcome = plan.outcome?.(model, backend) ?? {}
        const failed = outcome.state === 'failed' && name !== 'latency'
        const state = outcome.state === 'failed' && !failed ? 'passed' : (outcome.state ?? 'passed')
        const base = 0.4 * (1 + modelIndex) * (1 + profile * 1.7)
        const durationMs = base * (60 + 40 * random())
        report.results.push({
          test,
          profile,
          project: `hardware-${backend}`,
          backend,
          state,
          reason: state === 'passed' ? null : (outcome.reason ?? null),
          startedAtMs: clock,
          durationMs,
          retries: 0,
          provenance: 'measured',
        })
        clock += durationMs
        if (name === 'latency' && state === 'passed')
          report.measurements.push(measure(test, profile, base, outcome, plan.samples ?? 30, random))
      }
      for (const [backend, reason] of Object.entries(plan.skipped ?? {}) as [BackendName, string][]) {
        report.results.push({
          test,
          profile: -1,
          project: `hardware-${backend}`,
          backend,
          state: 'skipped',
          reason,
          startedAtMs: clock,
          durationMs: 0,
          retries: 0,
          provenance: 'measured',
        })
      }
    }
  }
  return { ...report, counts: count(report), skipReasons: skipReasons(report) }
}

export function emptyReport(profiles: HardwareProfile[] = []): Report {
  return {
    schema: 'vitest-hardware/report@1',
    generatedAt: new Date(startMs + 60_000).toISOString(),
    run: {
      runId: uuid(900_000),
      startedAt: new Date(startMs).toISOString(),
      endedAt: new Date(startMs + 50_000).toISOString(),
      state: 'passed',
      command: 'vitest run --project hardware',
      vitestVersion: '5.1.1',
      nodeVersion: '24.9.0',
      gitCommit: '0123456789abcdef0123456789abcdef01234567',
      gitBranch: 'main',
      gitDirty: false,
      isCi: true,
    },
    sentence: 'No test ran.',
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
    profiles,
    environmentChanges: [],
    tests: [],
    results: [],
    measurements: [],
  }
}

function measure(test: number, profile: number, base: number, outcome: Outcome, samples: number, random: () => number): Measured {
  const draw = (count: number, factor: number) =>
    Array.from({ length: count }, () => base * factor * (0.96 + 0.06 * random() + (random() > 0.93 ? 0.25 * random() : 0)))
  const verdict = outcome.verdict ?? 'no-change'
  const effect = outcome.effect ?? 1
  const baseline =
    verdict === 'no-baseline'
      ? []
      : [1, 2, 3].map((daysAgo) => ({
          startedAt: new Date(startMs - daysAgo * 86_400_000).toISOString(),
          n: samples,
          samples: draw(samples, 1),
        }))
  return {
    metric: 'latency',
    unit: 'ms',
    direction: 'lower',
    batchSize: 1,
    precision: 'fp32',
    samples: draw(samples, effect),
    warmup: draw(5, 1.4 * effect),
    provenance: outcome.simulated === true ? 'simulated' : 'measured',
    test,
    profile,
    baseline,
    comparison: compare(verdict, effect, samples),
  }
}

function compare(verdict: Verdict, effect: number, samples: number): Comparison {
  const spread = verdict === 'cannot-tell' ? 0.15 : 0.04
  const judged = verdict !== 'no-baseline'
  return {
    verdict,
    ratio: judged ? effect : null,
    ciLow: judged ? effect * (1 - spread) : null,
    ciHigh: judged ? effect * (1 + spread) : null,
    pValue: judged ? (Math.abs(effect - 1) > spread ? 0.0004 : 0.42) : null,
    baselineRuns: judged ? 3 : 0,
    baselineSamples: judged ? 3 * samples : 0,
    samples,
    minimumDetectableChange: judged ? 0.03 + spread / 2 : null,
    explanation: judged
      ? `The median is ${effect.toFixed(2)} times the baseline's; ${verdict}.`
      : 'This series has no earlier measurement on this hardware profile.',
  }
}

function profileOf(backend: BackendName, index: number): HardwareProfile {
  const software = backend === 'webgpu'
  return {
    hardwareProfileId: uuid(800_000 + index),
    backend,
    device: software ? 'swiftshader' : 'AMD EPYC 7B13',
    deviceKind: software ? 'gpu' : 'cpu',
    isSoftwareDevice: software,
    driver: software ? 'SwiftShader 5.0.0' : null,
    runtime: backend === 'wasm' ? 'onnxruntime-web' : 'onnxruntime-node',
    runtimeVersion: '1.30.0',
    runtimeBuild: software ? 'native' : null,
    os: 'linux',
    osRelease: '6.6.0',
    arch: 'x64',
    cpuModel: 'AMD EPYC 7B13',
    cores: 2,
    memoryBytes: 8 * 2 ** 30,
    deviceMemoryBytes: null,
    powerMode: null,
    host: 'node 24.9.0',
  }
}

function count(report: Report): Report['counts'] {
  const state = (wanted: TestState) => report.results.filter((result) => result.state === wanted).length
  const verdict = (wanted: Verdict) => report.measurements.filter((measurement) => measurement.comparison?.verdict === wanted).length
  const pairs = new Map<string, boolean>()
  for (const result of report.results) {
    if (result.state === 'skipped') continue
    const key = `${report.tests[result.test]?.model} ${result.backend}`
    pairs.set(key, (pairs.get(key) ?? true) && result.state === 'passed')
  }
  return {
    pairs: pairs.size,
    pairsPassed: [...pairs.values()].filter(Boolean).length,
    passed: state('passed'),
    failed: state('failed'),
    skipped: state('skipped'),
    interrupted: state('interrupted'),
    regressions: verdict('regression'),
    improvements: verdict('improvement'),
    cannotTell: verdict('cannot-tell'),
    noChange: verdict('no-change'),
    noBaseline: verdict('no-baseline'),
  }
}

function skipReasons(report: Report): Report['skipReasons'] {
  const counts = new Map<string, number>()
  for (const { state, reason } of report.results)
    if (state === 'skipped' && reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, n]) => ({ reason, count: n })).sort((a, b) => b.count - a.count)
}

function uuid(index: number): string {
  return `019a0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
