import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | undefined

/** Frees what nobody holds, native memory of finalized objects included; no flag is needed when Node starts. */
export async function collectGarbage(): Promise<void> {
  collect ??= exposed()
  collect()
  // finalizers run in turns of their own, and what they let go of is garbage then
  await setImmediate()
  collect()
  await setImmediate()
}

function exposed(): () => void {
  if (globalThis.gc !== undefined) return () => globalThis.gc?.()
  // the flag counts for contexts made after it
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}
