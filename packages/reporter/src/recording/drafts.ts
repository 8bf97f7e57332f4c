import type { Comparison, HardwareProfile, Measurement, Subject } from '@vitest-hardware/contracts'
import { artifactPrefix } from '@vitest-hardware/contracts/base'
import type { TestArtifact, TestBenchmark } from 'vitest'
import type { TestCase } from 'vitest/node'
import { oneLine } from '../words/plain-text.ts'
import { ofLastAttempt, type Sent } from './attempts.ts'
import { benchmarkMeasurements } from './benchmark.ts'

/** What an artifact or a benchmark says about numbers. */
export interface Numbers {
  /** Null where they are of the hardware that the test is about. */
  readonly hardwareProfileId: string | null
  readonly measurement: Measurement
  readonly comparison: Comparison | null
}

/** What a test sent before its result came. */
export interface Draft {
  subject: Subject | null
  readonly numbers: Sent<Numbers>[]
}

export interface DraftsOptions {
  /** Whether what a test says may be recorded. */
  readonly accepts: (testCase: TestCase) => boolean
  /** Is told of each hardware profile once. */
  readonly onProfile: (profile: HardwareProfile) => void
}

/** Keeps what tests send until their results come. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>()
  readonly #profiles = new Set<string>()
  readonly #options: DraftsOptions
  #malformed = 0
  #firstProblem: string | null = null

  constructor(options: DraftsOptions) {
    this.#options = options
  }

  /** Tests that have sent something and have no result yet. */
  get size(): number {
    return this.#drafts.size
  }

  /** One sentence about artifacts that could not be used; null where there were none. */
  get warning(): string | null {
    if (this.#malformed === 0) return null
    return `${this.#malformed} ${this.#malformed === 1 ? 'artifact was' : 'artifacts were'} left out because of a wrong format; the first: ${this.#firstProblem!}`
  }

  /** Vitest's worker waits for the answer, so that a test's artifacts come in their order and before its result. */
  async artifact(testCase: TestCase, artifact: TestArtifact): Promise<void> {
    const { type } = artifact as { readonly type: unknown }
    if (typeof type !== 'string' || !type.startsWith(artifactPrefix) || !this.#options.accepts(testCase)) return
    // only now: a run without artifacts does without the schemas
    const { HardwareArtifactSchema } = await import('@vitest-hardware/contracts')
    const parsed = HardwareArtifactSchema.safeParse(artifact)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      return this.#reject(testCase, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unreadable'}`)
    }
    const draft = this.#of(testCase)
    if (parsed.data.type === 'vitest-hardware:subject') {
      draft.subject = parsed.data
      return this.#describe(parsed.data.profile)
    }
    const { hardwareProfileId, measurement, comparison } = parsed.data
    if (!this.#profiles.has(hardwareProfileId))
      return this.#reject(testCase, 'hardwareProfileId: no test of this run has described this hardware profile')
    draft.numbers.push({ retry: retriesOf(testCase), value: { hardwareProfileId, measurement, comparison } })
  }

  benchmark(testCase: TestCase, benchmark: TestBenchmark): void {
    if (!this.#options.accepts(testCase)) return
    const retry = retriesOf(testCase)
    const { numbers } = this.#of(testCase)
    for (const measurement of benchmarkMeasurements(benchmark))
      numbers.push({ retry, value: { hardwareProfileId: null, measurement, comparison: null } })
  }

  /** What a test sent; it is forgotten here. */
  take(testCase: TestCase): Draft | undefined {
    const draft = this.#drafts.get(testCase.id)
    if (draft !== undefined) this.#drafts.delete(testCase.id)
    return draft
  }

  #of(testCase: TestCase): Draft {
    let draft = this.#drafts.get(testCase.id)
    if (draft === undefined) this.#drafts.set(testCase.id, (draft = { subject: null, numbers: [] }))
    return draft
  }

  #describe(profile: HardwareProfile): void {
    if (this.#profiles.has(profile.hardwareProfileId)) return
    this.#profiles.add(profile.hardwareProfileId)
    this.#options.onProfile(profile)
  }

  #reject(testCase: TestCase, problem: string): void {
    this.#malformed++
    this.#firstProblem ??= oneLine(`${testCase.fullName}: ${problem}`, 300)
  }
}

/**
 * The numbers of a draft that count. What a failed test measured may come from wrong work, unless the measurement is what failed it; a
 * test that measures one series twice, or is repeated, has one measurement of it: the newest.
 */
export function numbersOf(draft: Draft, { retries, passed }: { readonly retries: number; readonly passed: boolean }): Numbers[] {
  const kept = ofLastAttempt(draft.numbers, retries).filter(({ comparison }) => passed || comparison !== null)
  const last = new Map(
    kept.map((one) => [[one.measurement.metric, one.measurement.batchSize ?? '', one.measurement.precision ?? ''].join('\n'), one]),
  )
  return [...last.values()]
}

/** Retries before the attempt that is on its way. */
function retriesOf(testCase: TestCase): number {
  return testCase.diagnostic()?.retryCount ?? 0
}
