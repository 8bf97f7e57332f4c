import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** An optional package: absent, broken (present, but it does not load), or its module. */
export type Peer<Module> =
  | { readonly state: 'loaded'; readonly module: Module }
  | { readonly state: 'absent' }
  | { readonly state: 'broken'; readonly reason: string }

/** Path of an optional package's entry: beside this package first, then as the user's project sees it. */
export function resolvePeer(name: string): string | null {
  for (const base of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(base).resolve(name)
    } catch {
      // Not found from here; the next base may see it.
    }
  }
  return null
}

/**
 * Imports an optional package.
 * @param load `() => import('name')`, so that the specifier stays readable to compilers and bundlers
 */
export async function importPeer<Module>(name: string, load: () => Promise<Module>): Promise<Peer<Module>> {
  const entry = resolvePeer(name)
  if (entry === null) return { state: 'absent' }
  try {
    return { state: 'loaded', module: await load().catch(() => import(pathToFileURL(entry).href) as Promise<Module>) }
  } catch (error) {
    return { state: 'broken', reason: firstLine(error) }
  }
}

/** The first line of an error's message. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.trim().split('\n')[0]!.trim()
}
