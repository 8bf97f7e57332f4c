import type { TestResult } from '@vitest-hardware/contracts'
import type { TestCase } from 'vitest/node'
import { firstLines } from '../words/plain-text.ts'

export interface Outcome {
  readonly state: TestResult['state']
  /** Why it was skipped, failed or interrupted; null for a test that passed. */
  readonly reason: string | null
}

export const interruptedReason = 'the run ended before this test did'

/** State and reason of a test as they are stored. */
export function outcomeOf(testCase: Pick<TestCase, 'result' | 'options'>, isCancelled: boolean): Outcome {
  const result = testCase.result()
  switch (result.state) {
    case 'passed':
      return { state: 'passed', reason: null }
    case 'failed':
      return { state: 'failed', reason: firstLines(result.errors[0]?.message ?? 'failed without an error') }
    case 'skipped':
      // Vitest marks what a cancelled run left over as skipped
      if (isCancelled && (result.note === undefined || result.note.includes('aborted')))
        return { state: 'interrupted', reason: interruptedReason }
      return { state: 'skipped', reason: result.note === undefined ? skipReason(testCase.options.mode) : firstLines(result.note, 2) }
    case 'pending':
      return { state: 'interrupted', reason: interruptedReason }
  }
}

function skipReason(mode: TestCase['options']['mode']): string {
  return mode === 'todo' ? 'to do' : 'marked skip, or another test is marked only'
}
