import type { Backend } from '../backend.ts'
import { precisions } from '../precision/precision.ts'
import { precisionSupport, wrongNumbers } from '../precision/precision-support.ts'
import type { TestFramework } from './framework.ts'

/** What is claimed must run; what is found must be said with a reason. */
export function precisionCases(backend: Backend, { describe, test, expect }: TestFramework): void {
  describe('precisions', () => {
    for (const precision of precisions.filter((each) => backend.capabilities.precisions?.has(each) === true)) {
      test(`${precision} is claimed, and gives the right numbers`, async () => {
        expect((await wrongNumbers(backend, precision)) ?? 'right').toBe('right')
      })
    }

    test('those that do not run have a reason', async () => {
      for (const [precision, support] of await precisionSupport(backend)) {
        if (!support.supported) expect(`${precision}: ${support.reason}`).toMatch(/: \S.*\S$/)
      }
    })
  })
}
