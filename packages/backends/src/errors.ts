import { type LocalBackendName, UsageError } from '@vitest-hardware/contracts'
import type { FallbackNode } from './backend.ts'

/** Why a model was refused, as a word that code may branch on. */
export type LoadFailure =
  | 'missing-file'
  | 'missing-external-data'
  | 'not-a-model'
  | 'unsupported-version'
  | 'unknown-operator'
  | 'missing-kernel'
  | 'unsupported-value-type'
  | 'node-fallback'
  | 'other'

/** The runtime refused a model. */
export class ModelLoadError extends UsageError {
  override readonly name = 'ModelLoadError'
  readonly backend: LocalBackendName
  readonly failure: LoadFailure
  /** The runtime's own words. */
  readonly reason: string

  constructor(
    what: string,
    options: { backend: LocalBackendName; failure: LoadFailure; reason: string; input: string; nextStep: string; cause?: unknown },
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
  readonly backend: LocalBackendName
  /** The runtime's own words. */
  readonly reason: string
  /** The backend lacks what the model needs, which only showed when it ran: another backend may have it. */
  readonly isUnsupported: boolean

  constructor(
    what: string,
    options: { backend: LocalBackendName; reason: string; input: string; nextStep: string; isUnsupported?: boolean; cause?: unknown },
  ) {
    super(what, options)
    this.backend = options.backend
    this.reason = options.reason
    this.isUnsupported = options.isUnsupported ?? false
  }
}

/**
 * For a backend of your own to throw while it loads or runs a model: it is right as it stands, but uses what the backend does not have. `conformanceTest` and the conformance kit
 * skip such a case with the message as their reason.
 */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError'
}

/** A session was asked of a backend that cannot run on this machine. */
export class BackendUnavailableError extends UsageError {
  override readonly name = 'BackendUnavailableError'
  readonly backend: LocalBackendName
  /** What is missing, in one line. */
  readonly reason: string

  constructor(backend: LocalBackendName, options: { reason: string; nextStep: string }) {
    super(`the backend ${backend} cannot run here: ${options.reason}`, { input: backend, nextStep: options.nextStep })
    this.backend = backend
    this.reason = options.reason
  }
}

/** Nodes fell back to another provider where that was forbidden. */
export class NodeFallbackError extends UsageError {
  override readonly name = 'NodeFallbackError'
  readonly backend: LocalBackendName
  /** Those that fell back, all of them. */
  readonly nodes: readonly FallbackNode[]

  constructor(
    what: string,
    options: { backend: LocalBackendName; nodes: readonly FallbackNode[]; input: string; nextStep: string; cause?: unknown },
  ) {
    super(what, options)
    this.backend = options.backend
    this.nodes = options.nodes
  }
}
