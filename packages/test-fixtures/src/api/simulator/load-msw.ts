import { UsageError } from '@vitest-hardware/contracts'

/** The part of msw that the simulator stands on. */
export type Msw = Pick<typeof import('msw'), 'getResponse' | 'http'>

/** msw, an optional peer. @throws {UsageError} where it is not installed. */
export async function loadMsw(): Promise<Msw> {
  try {
    return await import('msw')
  } catch (cause) {
    throw new UsageError('Simulated APIs need a package that is not installed', {
      input: 'msw',
      nextStep: 'npm install --save-dev msw@3',
      cause,
    })
  }
}
