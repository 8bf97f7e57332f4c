import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | undefined

/** Frees what nobody holds, native memory of finalized objects included; no flag is needed when Node starts. */
export async function collectGarbage(): Promise<void> {
  collect ??= exposed()
  collect()
  // finalizers run in turns of their own; what they let go of is collected next time, so a series of calls lags by one and no more
  await setImmediate()
}

function exposed(): () => void {
  if (globalThis.gc !== undefined) return () => globalThis.gc?.()
  // the flag counts for contexts made after it
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
