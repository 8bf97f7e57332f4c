import type { MeasurementHandle } from '../../measuring/measurement-handle.ts'

/** What the work of {@link Stress} and {@link Soak} is told. */
export interface IterationContext {
  /** From 0. */
  readonly iteration: number
  /** Aborts with the test. */
  readonly signal: AbortSignal
}

export type Work = (context: IterationContext) => unknown

export interface IterationError {
  readonly iteration: number
  readonly error: unknown
}

/** What came of many iterations. */
export interface LoadResult {
  /** That were finished, failed ones included. */
  readonly iterations: number
  readonly failed: number
  /** The first {@link errorsKept}. */
  readonly errors: readonly IterationError[]
  readonly seconds: number
  /** Which bound ended it. */
  readonly endedBy: 'iterations' | 'seconds' | 'errors'
  /** Milliseconds of iterations that did not fail; of many, every second, fourth … one. */
  readonly latencies: readonly number[]
}

/** A {@link LoadResult} whose latencies have been recorded; null where no iteration succeeded. */
export interface RecordedLoad extends LoadResult {
  readonly latency: MeasurementHandle | null
}

/** Errors that are kept whole; the others are counted. */
export const errorsKept = 5

/** Iterations of a stress or a soak failed. */
export class LoadError extends Error {
  override readonly name = 'LoadError'
  readonly result: LoadResult

  constructor(kind: string, result: LoadResult) {
    const [first] = result.errors
    const others = result.errors.slice(1).map(({ iteration }) => iteration)
    const further = result.failed - result.errors.length
    super(
      `${kind}: iteration ${first?.iteration} failed: ${messageOf(first?.error)}\n  ${result.failed} of ${result.iterations} iterations failed${
        others.length === 0 ? '' : `, also ${others.join(', ')}${further > 0 ? ` and ${further} more` : ''}`
      }`,
      { cause: first?.error },
    )
    this.result = result
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
