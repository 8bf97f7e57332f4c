import type { ApiErrorKind } from '../api-error.ts'
import type { TokenUsage } from '../provider.ts'

/** What one call through the client took, with its retries. */
export interface ApiCall {
  readonly operation: 'chat' | 'stream' | 'embed'
  /** As asked for. */
  readonly model: string
  /** From the call to its end, with retries and the waits between, milliseconds. */
  readonly totalMs: number
  /** Of the last attempt alone, milliseconds. */
  readonly attemptMs: number
  /** From the start of the last attempt to its first piece of text or of a tool call; null where it does not stream or failed before. */
  readonly timeToFirstTokenMs: number | null
  /** Between pieces of a stream, milliseconds. A vendor may put several tokens into a piece. */
  readonly gapsMs: readonly number[]
  /** Attempts after the first. */
  readonly retries: number
  /** Waited between attempts, milliseconds. */
  readonly waitedMs: number
  readonly usage: TokenUsage | null
  /** US dollars; null where the model has no known price or the vendor told no usage. */
  readonly costUsd: number | null
  /** null where the call succeeded. A stream that its reader left early counts as `aborted`. */
  readonly error: ApiErrorKind | null
}
