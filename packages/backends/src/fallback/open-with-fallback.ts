import { type BackendName, type LocalBackendName, UsageError } from '@vitest-hardware/contracts'
import type { Backend, ModelSource, OpenOptions, Session } from '../backend.ts'
import { BackendUnavailableError, type LoadFailure, ModelLoadError, NodeFallbackError } from '../errors.ts'
import { getBackend } from '../find.ts'

/** A backend that was asked before the one that ran, and why it did not. */
export interface TriedBackend {
  readonly backend: LocalBackendName
  /** `unavailable`: it is not on this machine. `refused`: it is, but it does not take the model. */
  readonly outcome: 'unavailable' | 'refused'
  /** One line. */
  readonly reason: string
}

/** What was asked, what ran, and why. */
export interface RanOn {
  /** The first of the chain. */
  readonly asked: LocalBackendName
  /** The one that opened the session. */
  readonly backend: LocalBackendName
  /** Those before it, in the order of the chain; empty where nothing fell back. */
  readonly tried: readonly TriedBackend[]
}

export interface FallbackOptions extends OpenOptions {
  /**
   * `chain` goes on to the next backend; `none` tries the first alone, and no node of its model may fall back either.
   * @default 'chain'
   */
  readonly fallback?: 'chain' | 'none'
}

/** No backend of a chain opened the model. */
export class NoBackendError extends UsageError {
  override readonly name = 'NoBackendError'
  readonly tried: readonly TriedBackend[]

  constructor(tried: readonly TriedBackend[], options: { left: readonly string[]; input: string; cause: unknown }) {
    const lines = tried.map(({ backend, outcome, reason }) => `    ${backend} (${outcome}): ${reason}`)
    const left = options.left.length === 0 ? [] : [`    not tried, because fallback is 'none': ${options.left.join(', ')}`]
    super(`no backend opened the model:\n${[...lines, ...left].join('\n')}`, {
      input: options.input,
      nextStep:
        left.length > 0 ? "mend the first, or allow the fallback (fallback: 'chain')" : 'add a backend that takes the model, e.g. cpu',
      cause: options.cause,
    })
    this.tried = tried
  }
}

/** Failures for which the model is to blame, not the backend: another backend would fail alike, or hide the mistake. */
const modelsOwn: ReadonlySet<LoadFailure> = new Set<LoadFailure>(['missing-file', 'missing-external-data', 'not-a-model'])

/**
 * Opens a model on the first backend of a chain that can, and says which one that was and why the ones before it did not.
 * @example
 * await using session = await openWithFallback(['cuda', 'webgpu', 'cpu'], { path: 'model.onnx' })
 * console.log(session.ran) // { asked: 'cuda', backend: 'cpu', tried: [{ backend: 'cuda', outcome: 'unavailable', reason: 'no NVIDIA GPU …' }, …] }
 * @param chain names, or backends of your own
 * @throws {NoBackendError} none can; names each and its reason
 * @throws {ModelLoadError} a model that is missing or damaged; no other backend is tried
 */
export async function openWithFallback(
  chain: readonly (BackendName | Backend)[],
  model: ModelSource,
  { fallback = 'chain', ...options }: FallbackOptions = {},
): Promise<Session & { readonly ran: RanOn }> {
  const backends = chain.map((entry) => (typeof entry === 'string' ? getBackend(entry) : entry))
  const [asked] = backends
  if (asked === undefined) throw new UsageError('the chain names no backend', { input: '[]', nextStep: "name one, e.g. ['webgpu', 'cpu']" })
  const candidates = fallback === 'none' ? [asked] : backends
  const tried: TriedBackend[] = []
  let cause: unknown
  for (const backend of candidates) {
    try {
      const session = await backend.open(model, fallback === 'none' ? { ...options, nodeFallback: 'forbid' } : options)
      return Object.assign(session, { ran: { asked: asked.name, backend: session.backend, tried } })
    } catch (error) {
      tried.push({ backend: backend.name, ...goOnFrom(error) })
      cause = error
    }
  }
  const left = backends.slice(candidates.length).map(({ name }) => name)
  throw new NoBackendError(tried, { left, input: 'path' in model ? model.path : `a model of ${model.bytes.length} bytes`, cause })
}

/** What a failure says about the backend; what says nothing about it is thrown on. */
function goOnFrom(error: unknown): Pick<TriedBackend, 'outcome' | 'reason'> {
  if (error instanceof BackendUnavailableError) return { outcome: 'unavailable', reason: error.reason }
  if (error instanceof NodeFallbackError) return { outcome: 'refused', reason: firstLineOf(error).replace(/, which .*$/, '') }
  if (error instanceof ModelLoadError && !modelsOwn.has(error.failure)) return { outcome: 'refused', reason: firstLineOf(error) }
  throw error
}

function firstLineOf(error: Error): string {
  return error.message.split('\n')[0]!.trim()
}
