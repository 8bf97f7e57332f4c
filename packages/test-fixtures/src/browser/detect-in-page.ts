import type { Detection } from '@vitest-hardware/backends'
import type { BrowserBackendName } from '@vitest-hardware/backends/browsers'
import type { BrowserName } from '@vitest-hardware/contracts'
import type { BrowserTestOptions } from './browser-fixtures.ts'

/** Whether a backend computes in a browser here; found once per process by really running a model. */
export async function detectInPage(
  browser: BrowserName,
  backend: BrowserBackendName,
  { webgpuBuild = 'native' }: BrowserTestOptions,
): Promise<Detection> {
  const { browserBackend } = await import('@vitest-hardware/backends/browsers')
  return browserBackend(browser, backend, { webgpuBuild }).detect()
}
