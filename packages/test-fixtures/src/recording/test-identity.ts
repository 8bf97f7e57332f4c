import { relative } from 'node:path'
import { testIdOf } from '@vitest-hardware/contracts'
import type { RunnerTestCase } from 'vitest'

/** The test's identity over runs: its file relative to the root and its full name. */
export function testIdentity(task: Pick<RunnerTestCase, 'file' | 'fullTestName'>, root: string): string {
  return testIdOf(relative(root, task.file.filepath), task.fullTestName)
}
