import { BackendUnavailableError } from '../errors.ts'
import type { Backend } from '../backend.ts'
import type { KitContext, TestFramework } from './framework.ts'

/** The same test functions, for tests that are skipped, with the backend's own reason, where it cannot run. */
export function whereAvailable(backend: Backend, framework: TestFramework): TestFramework {
  return {
    ...framework,
    test: (name, body) =>
      // a rest parameter, because Jest takes a test with a named one for a test with a callback
      framework.test(name, async (...given) => {
        const detection = await backend.detect()
        if (detection.available) await body(...given)
        else skip(given[0], new BackendUnavailableError(backend.name, detection))
      }),
  }
}

/** A test that did not run is never a pass: a runner that cannot skip gets the reason as an error. */
function skip(context: KitContext | undefined, error: BackendUnavailableError): void {
  if (context?.skip === undefined) throw error
  context.skip(error.reason)
}
