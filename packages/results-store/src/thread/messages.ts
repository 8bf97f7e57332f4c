import type { Run, RunState } from '@vitest-hardware/contracts'
import type { OpenStoreOptions, Rows } from '../results-store.ts'

/** What the thread is started with. */
export interface ThreadData {
  readonly path: string
  readonly options: OpenStoreOptions
}

/** What can be asked; each gets one answer with its number. */
export type Question =
  | { readonly kind: 'flush' }
  | { readonly kind: 'finish-run'; readonly runId: string; readonly state: RunState; readonly endedAt: string }
  | { readonly kind: 'baselines'; readonly options: { readonly window?: number; readonly excludeRun?: string } }
  | { readonly kind: 'report'; readonly runId: string }
  | { readonly kind: 'runs' }
  | { readonly kind: 'known-durations' }
  | { readonly kind: 'close' }

/** To the thread. */
export type Request =
  | { readonly kind: 'begin-run'; readonly run: Run }
  | { readonly kind: 'add'; readonly rows: Rows }
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }

/** An error without its class, which a thread cannot pass on. */
export interface PlainError {
  readonly name: string
  readonly message: string
  readonly stack: string | undefined
  /** What a `UsageError` has besides; null for a defect. */
  readonly usage: { readonly input: string; readonly nextStep: string; readonly savedTo: string | null } | null
}

/** From the thread. */
export type Response =
  | { readonly kind: 'opened'; readonly path: string; readonly notices: readonly string[] }
  | { readonly kind: 'refused'; readonly error: PlainError }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: PlainError }
