import type { Reporter, TestModule } from 'vitest/node'
import { type Outcome, summarize } from './test-summary.ts'

/** Vitest reporter: one line per reason for what was skipped, then the closing line; fails CI for a skip that it must not make. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const outcomes = modules.flatMap((module): Outcome[] => {
      const tests = [...module.children.allTests()].map((test): Outcome => {
        const result = test.result()
        return {
          state: result.state === 'pending' ? 'skipped' : result.state,
          reason: result.state === 'skipped' ? result.note : undefined,
        }
      })
      return module.state() === 'failed' && !tests.some((test) => test.state === 'failed')
        ? [...tests, { state: 'failed', reason: undefined }]
        : tests
    })
    const { lines, failed } = summarize(
      [...outcomes, ...unhandledErrors.map((): Outcome => ({ state: 'failed', reason: undefined }))],
      process.env['CI'] !== undefined,
    )
    process.stdout.write(`\n${lines.join('\n')}\n`)
    if (failed) process.exitCode = 1
  }
}
