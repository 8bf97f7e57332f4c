import { type Backend, getBackend } from '@vitest-hardware/backends'
import { type HardwareContext, UsageError } from '@vitest-hardware/contracts'

/** The backend of a project: of this process, or of a browser's pages. What drives browsers is loaded only where one is asked for. */
export async function contextBackend({ backend, browser }: Pick<HardwareContext, 'backend' | 'browser'>): Promise<Backend> {
  if (browser === null) return getBackend(backend)
  const { browserBackend, browserBackendNames } = await import('@vitest-hardware/backends/browsers')
  const inPage = browserBackendNames.find((name) => name === backend)
  if (inPage !== undefined) return browserBackend(browser, inPage)
  throw new UsageError(`browsers have no backend '${backend}'`, {
    input: backend,
    nextStep: `use one of ${browserBackendNames.join(', ')} with the browser ${browser}`,
  })
}
