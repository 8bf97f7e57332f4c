import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HardwareContext } from '@vitest-hardware/contracts'
import { inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    vitestHardware: HardwareContext
  }
}

/** What the plugin provided to this worker; undefined in a project that is none of its own. */
export function providedContext(): HardwareContext | undefined {
  // the augmented type promises what only a hardware project keeps
  return inject('vitestHardware') as HardwareContext | undefined
}

/**
 * The context to run in; outside a hardware project that is cpu, without a baseline.
 * @param root @default the working directory, where Vitest was started
 */
export function hardwareContext(root = process.cwd()): HardwareContext {
  return (
    providedContext() ?? {
      backend: 'cpu',
      browser: null,
      root,
      baselineFile: join(root, '.vitest-hardware', 'baselines.json'),
      cacheFolder: join(tmpdir(), 'vitest-hardware'),
    }
  )
}
