import type { TestCase } from 'vitest/node'

/** Something that a test sent, with when it came (Unix time, milliseconds). */
export interface Received<Content> {
  readonly at: number
  readonly content: Content
}

type Attempt = Pick<ReturnType<TestCase['attempts']>[number], 'state' | 'startTime'>

/** How often a test was tried again, repeats aside. */
export function retriesOf(attempts: readonly { readonly retryIndex: number }[]): number {
  return attempts.filter(({ retryIndex }) => retryIndex > 0).length
}

/**
 * What came during attempts that did not fail. A fixture sends before its attempt ends, so what came belongs to the attempt that
 * had started last.
 */
export function ofPassedAttempts<Content>(received: readonly Received<Content>[], attempts: readonly Attempt[]): Content[] {
  if (attempts.every(({ state }) => state === 'passed')) return received.map(({ content }) => content)
  return received.filter(({ at }) => attempts.findLast(({ startTime }) => startTime <= at)?.state === 'passed').map(({ content }) => content)
}

/** What came during the attempt that decided the test. */
export function ofLastAttempt<Content>(received: readonly Received<Content>[], attempts: readonly Attempt[]): Content[] {
  const last = attempts.at(-1)
  return received.filter(({ at }) => last === undefined || at >= last.startTime).map(({ content }) => content)
}
