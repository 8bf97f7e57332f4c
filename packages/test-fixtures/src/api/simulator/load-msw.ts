import { loadSdk } from '../load-sdk.ts'

/** The part of msw that the simulator stands on. */
export type Msw = Pick<typeof import('msw'), 'getResponse' | 'http'>

/** msw, an optional peer. @throws {UsageError} where it is not installed. */
export function loadMsw(): Promise<Msw> {
  return loadSdk('msw', () => import('msw'))
}
