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

/** What a test says of itself. */
export interface SubjectFacts extends Omit<Subject, 'type' | 'provenance'> {
  /** @default 'measured' */
  readonly provenance?: Subject['provenance']
}

/** What a running test has said of itself. */
interface Said {
  readonly subject: Subject
  readonly profileIds: ReadonlySet<string>
}

const said = new WeakMap<object, Said>()

/** What a running test is about, where it has said so. */
export function subjectOf(task: object): Subject | undefined {
  return said.get(task)?.subject
}

/**
 * Sends what a test is about, once for each test however often it is tried. Where fixtures of several kinds are mixed, each says it: a
 * subject with a model stands over one without, of two with a model the later one stands, and every hardware profile is sent. The last
 * artifact of a test is its subject.
 */
export async function recordSubject(task: RunnerTestCase, facts: SubjectFacts): Promise<void> {
  const before = said.get(task)
  const own: Subject = { type: 'vitest-hardware:subject', provenance: 'measured', ...facts }
  const id = own.profile.hardwareProfileId
  const isBeside = before !== undefined && before.subject.model !== null && own.model === null
  if (before?.profileIds.has(id) === true && (isBeside || sameSubject(before.subject, own))) return
  const standing = isBeside ? before.subject : own
  said.set(task, { subject: standing, profileIds: new Set([...(before?.profileIds ?? []), id]) })
  for (const subject of isBeside ? [own, standing] : [standing])
    await withoutStack(() => recordArtifact<SubjectArtifact>(task, { ...subject }))
}

function sameSubject(a: Subject, b: Subject): boolean {
  return a.model === b.model && a.provenance === b.provenance && a.profile.hardwareProfileId === b.profile.hardwareProfileId
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
