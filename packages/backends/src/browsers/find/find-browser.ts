import type { BrowserName } from '@vitest-hardware/contracts'
import { UsageError } from '@vitest-hardware/contracts'
import { chrome } from '../definitions/chrome.ts'
import { chromium } from '../definitions/chromium.ts'
import { edge } from '../definitions/edge.ts'
import { firefox } from '../definitions/firefox.ts'
import { safari } from '../definitions/safari.ts'
import type { BrowserDefinition, FoundBrowser } from './definition.ts'
import { findExecutable, isExecutable } from './executable.ts'

/** Every browser, in the order of the vocabulary. */
export const browserDefinitions: readonly BrowserDefinition[] = [chromium, chrome, edge, firefox, safari]

/** @throws {UsageError} where no browser has this name */
export function browserDefinition(name: string): BrowserDefinition {
  const found = browserDefinitions.find((definition) => definition.name === name)
  if (found !== undefined) return found
  throw new UsageError(`there is no browser '${name}'`, {
    input: name,
    nextStep: `use one of ${browserDefinitions.map((definition) => definition.name).join(', ')}`,
  })
}

/** Finds a browser's executable without starting it. Never throws for one that is absent. */
export async function findBrowser(name: BrowserName): Promise<FoundBrowser> {
  const definition = browserDefinition(name)
  const { variable, install } = definition
  const impossible = definition.impossible?.() ?? null
  if (impossible !== null) return { found: false, reason: impossible, nextStep: install }
  const named = process.env[variable]
  if (named !== undefined && named !== '') {
    if (await isExecutable(named)) return { found: true, executable: named, origin: 'variable' }
    return {
      found: false,
      reason: `${variable} names '${named}', which is no executable file`,
      nextStep: `correct ${variable}, or unset it`,
    }
  }
  const packaged = (await definition.packaged?.()) ?? null
  if (packaged !== null) return { found: true, executable: packaged, origin: 'npm' }
  const executable = await findExecutable(definition.places)
  if (executable !== null) return { found: true, executable, origin: 'installed' }
  return { found: false, reason: `${name} is not installed`, nextStep: `${install}, or name its executable in ${variable}` }
}
