import { detectAll, getBackend } from '@vitest-hardware/backends'
import { conformanceKit } from '@vitest-hardware/backends/conformance'
import { describe, expect, test } from 'vitest'

/** Backends that have a file of their own, because every machine can run them. */
const everywhere: ReadonlySet<string> = new Set(['cpu', 'reference', 'wasm', 'webgpu'])

for (const [name, detection] of await detectAll()) {
  if (everywhere.has(name)) continue
  if (detection.available) conformanceKit(getBackend(name), { describe, expect, test })
  else test(`backend ${name}`, ({ skip }) => skip(detection.reason))
}
