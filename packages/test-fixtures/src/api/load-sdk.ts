import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '@vitest-hardware/contracts'

/**
 * Imports a vendor's client, as this package sees it or else as the user's project does.
 * @param load `() => import('name')`, so that the specifier stays readable to compilers and bundlers
 * @throws {UsageError} where it is not installed, or does not load
 */
export async function loadSdk<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw doesNotLoad(name, error)
  }
  try {
    return (await import(pathToFileURL(resolveSdk(name)).href)) as Module
  } catch (error) {
    throw error instanceof UsageError ? error : doesNotLoad(name, error)
  }
}

/**
 * The version of a vendor's client.
 * @throws {UsageError} where it is not installed
 */
export function sdkVersion(name: string): string {
  // a package's own package.json need not be among its exports, so it is looked for above its entry
  for (let folder = dirname(resolveSdk(name)); folder !== dirname(folder); folder = dirname(folder)) {
    const found = packageAt(folder)
    if (found?.name === name && found.version !== undefined) return found.version
  }
  return 'unknown'
}

function packageAt(folder: string): { readonly name?: string; readonly version?: string } | null {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string; version?: string }
  } catch {
    return null
  }
}

function resolveSdk(name: string): string {
  for (const base of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(base).resolve(name)
    } catch {
      // not found from here; the next base may see it
    }
  }
  throw new UsageError(`apiTest() needs the vendor's own client, and ${name} is not installed`, {
    input: name,
    nextStep: `npm install --save-dev ${name}`,
  })
}

function doesNotLoad(name: string, cause: unknown): UsageError {
  return new UsageError(`${name} is installed, and loading it fails`, {
    input: name,
    nextStep: `npm install --save-dev ${name}@latest`,
    cause,
  })
}
