import { type BackendName, UsageError } from '@vitest-hardware/contracts'

/** Why a model was refused, as a word that code may branch on. */
export type LoadFailure =
  | 'missing-file'
  | 'missing-external-data'
  | 'not-a-model'
  | 'unsupported-version'
  | 'unknown-operator'
  | 'missing-kernel'
  | 'unsupported-value-type'
  | 'other'

/** The runtime refused a model. */
export class ModelLoadError extends UsageError {
  override readonly name = 'ModelLoadError'
  readonly backend: BackendName
  readonly failure: LoadFailure
  /** The runtime's own words. */
  readonly reason: string

  constructor(
    what: string,
    options: { backend: BackendName; failure: LoadFailure; reason: string; input: string; nextStep: string; cause?: unknown },
  ) {
    super(what, options)
    this.backend = options.backend
    this.failure = options.failure
    this.reason = options.reason
  }
}

/** The runtime refused the inputs of a run, or failed while running. */
export class RunError extends UsageError {
  override readonly name = 'RunError'
  readonly backend: BackendName
  /** The runtime's own words. */
  readonly reason: string

  constructor(what: string, options: { backend: BackendName; reason: string; input: string; nextStep: string; cause?: unknown }) {
    super(what, options)
    this.backend = options.backend
    this.reason = options.reason
  }
}

/** A session was asked of a backend that cannot run on this machine. */
export class BackendUnavailableError extends UsageError {
  override readonly name = 'BackendUnavailableError'
  readonly backend: BackendName

  constructor(backend: BackendName, options: { reason: string; nextStep: string }) {
    super(`the backend ${backend} cannot run here: ${options.reason}`, { input: backend, nextStep: options.nextStep })
    this.backend = backend
  }
}
