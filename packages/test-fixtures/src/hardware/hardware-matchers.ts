import { expect } from 'vitest'
import { toAgreePairwise } from './agreement/to-agree-pairwise.ts'
import { toLeak } from './leak/to-leak.ts'
import type { LeakOptions } from './leak/watch-for-leaks.ts'

declare module 'vitest' {
  // the names of the parameters are Vitest's
  interface Matchers<R, T> {
    /**
     * Doing the work again and again leaves sessions open, or makes memory grow: `await expect(work).not.toLeak()`. After a warm-up,
     * memory is read after each iteration and the collection of garbage; it leaks where the Theil–Sen slope, its 99 % interval
     * included, is above `maxGrowth`.
     */
    toLeak: (options?: LeakOptions) => Promise<R>
    /** Every two backends of `acrossBackends` give the same outputs within its tolerance, and none refused the model. */
    toAgreePairwise: () => R
  }
}

expect.extend({
  toLeak(received, options) {
    return toLeak(received, options, this.task?.context.signal)
  },
  toAgreePairwise: (received) => toAgreePairwise(received),
})
