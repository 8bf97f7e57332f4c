/**
 * What to throw from `onTestRunStart` so that Vitest closes without running a test and without printing a stack: it stays silent on
 * its own "no test files" error, taking it that whoever threw it has said why.
 */
export async function endRunQuietly(cause: Error): Promise<Error> {
  const { TestsNotFoundError } = await import('vitest/node')
  return Object.assign(new TestsNotFoundError(), { message: cause.message, cause })
}
