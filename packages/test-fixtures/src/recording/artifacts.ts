import type { Measured, Subject } from '@vitest-hardware/contracts'
import { recordArtifact, type RunnerTestCase } from 'vitest'

const subjectKey: unique symbol = Symbol('vitest-hardware:subject')
const measuredKey: unique symbol = Symbol('vitest-hardware:measurement')

/** What Vitest adds to every artifact. */
interface ArtifactBase {
  attachments?: { contentType?: string; path?: string; body?: string | Uint8Array | undefined }[]
  location?: { file: string; line: number; column: number }
}
export interface SubjectArtifact extends Subject, ArtifactBase {}
export interface MeasuredArtifact extends Measured, ArtifactBase {}

declare module 'vitest' {
  interface TaskMeta {
    /**
     * Where a test of a hardware project ran. Travels with the test's state, while an artifact is a message of its own (about 1 ms a test):
     * plain tests send the profile itself once per file.
     */
    hardwareProfileId?: string
  }
  interface TestArtifactRegistry {
    [subjectKey]: SubjectArtifact
    [measuredKey]: MeasuredArtifact
  }
}

const subjects = new WeakMap<object, Subject>()

/** What a running test is about, where it has said so. */
export function subjectOf(task: object): Subject | undefined {
  return subjects.get(task)
}

/** Sends what a test is about, once for each test however often it is tried. */
export async function recordSubject(task: RunnerTestCase, subject: Omit<Subject, 'type'>): Promise<void> {
  if (subjects.has(task)) return
  const full: Subject = { type: 'vitest-hardware:subject', ...subject }
  subjects.set(task, full)
  await withoutStack(() => recordArtifact<SubjectArtifact>(task, { ...full }))
}

export async function recordMeasured(task: RunnerTestCase, measured: Omit<Measured, 'type'>): Promise<void> {
  await withoutStack(() => recordArtifact<MeasuredArtifact>(task, { type: 'vitest-hardware:measurement', ...measured }))
}

/**
 * `recordArtifact` makes an error and parses its stack to say where in the test file it was called. Fixtures are never called from there, so
 * the search is for nothing; without frames it costs nothing.
 */
function withoutStack<Result>(record: () => Result): Result {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    return record()
  } finally {
    Error.stackTraceLimit = limit
  }
}
