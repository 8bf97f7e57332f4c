/** The inside of a {@link CaseProcess}: answers each request with what became of the case. */
import { getBackend } from '@vitest-hardware/backends'
import { UsageError } from '@vitest-hardware/contracts/base'
import type { CaseAnswer, CaseRequest } from './case-process.ts'
import { runCase } from './run-case.ts'

process.on('message', async (request: CaseRequest) => {
  process.send?.(await answer(request))
})
process.on('disconnect', () => process.exit())

async function answer({ item, backend, options }: CaseRequest): Promise<CaseAnswer> {
  try {
    const outcome = await runCase(item, getBackend(backend), options)
    // an error's class does not survive the way; its message says what a user needs
    return { outcome: outcome.state === 'failed' ? { state: 'failed', message: outcome.message } : outcome, isSound: true }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { outcome: { state: 'failed', message }, isSound: error instanceof UsageError }
  }
}
