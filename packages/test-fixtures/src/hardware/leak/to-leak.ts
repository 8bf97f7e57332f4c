import { leaksIn, nothingLeaked } from './leak-message.ts'
import { type LeakOptions, watchForLeaks } from './watch-for-leaks.ts'

/**
 * Matcher; see the declaration in `hardware-matchers.ts`.
 * @param signal of the test, so that nothing goes on after its timeout
 */
export async function toLeak(
  received: unknown,
  options: LeakOptions | undefined,
  signal: AbortSignal | undefined,
): Promise<{ pass: boolean; message: () => string }> {
  if (typeof received !== 'function') {
    // fails whichever way it is asked
    throw new TypeError(`toLeak does work again and again, so give a function: await expect(() => session.run(inputs)).not.toLeak()`)
  }
  const report = await watchForLeaks(received as () => unknown, options, signal)
  const leaks = leaksIn(report)
  return {
    pass: leaks.length > 0,
    message: () => (leaks.length > 0 ? ['the work leaks', ...leaks.map((leak) => `  ${leak}`)].join('\n') : nothingLeaked(report)),
  }
}
