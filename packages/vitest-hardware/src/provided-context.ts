import type { HardwareContext } from '@vitest-hardware/contracts'

declare module 'vitest' {
  interface ProvidedContext {
    vitestHardware: HardwareContext
  }
}

export type { HardwareContext }
