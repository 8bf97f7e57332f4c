import { type BackendName, backendNames, UsageError } from '@vitest-hardware/contracts'
import type { Backend, Detection } from './backend.ts'
import { registry } from './registry.ts'

/** Every backend by name, in the order of names. */
export const backends: ReadonlyMap<BackendName, Backend> = new Map(
  [...backendNames]
    .sort()
    .flatMap((name) => registry.filter((backend) => backend.name === name).map((backend) => [name, backend] as const)),
)

/** @throws {UsageError} where no backend has this name */
export function getBackend(name: string): Backend {
  const found = registry.find((backend) => backend.name === name)
  if (found !== undefined) return found
  throw new UsageError(`there is no backend '${name}'`, { input: name, nextStep: `use one of ${[...backends.keys()].join(', ')}` })
}

/** Probes every backend, one after another because probes load drivers; in the order of names. */
export async function detectAll(): Promise<Map<BackendName, Detection>> {
  const found = new Map<BackendName, Detection>()
  for (const [name, backend] of backends) found.set(name, await backend.detect())
  return found
}
