import type { BrowserName } from '@vitest-hardware/contracts'
import { BrowserUnavailableError } from './errors.ts'
import { browserDefinition, findBrowser } from './find/find-browser.ts'
import type { DrivenBrowser } from './launch/driver.ts'
import { type BrowserTimeouts, defaultTimeouts } from './timeouts.ts'

const open = new Map<BrowserName, Promise<DrivenBrowser>>()

/**
 * The process's one browser of this name, started at the first call. One that ended is forgotten: the next call starts another.
 * @throws {BrowserUnavailableError} with the reason and the next step
 */
export function sharedBrowser(name: BrowserName, timeouts: BrowserTimeouts = defaultTimeouts): Promise<DrivenBrowser> {
  const running = open.get(name)
  if (running !== undefined) return running
  const starting = startBrowser(name, timeouts)
  const forget = (): void => {
    if (open.get(name) === starting) open.delete(name)
  }
  open.set(name, starting)
  starting.then((browser) => browser.ended).then(forget, forget)
  return starting
}

/** Browsers of this process that run now. */
export async function runningBrowsers(): Promise<DrivenBrowser[]> {
  const settled = await Promise.allSettled(open.values())
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

async function startBrowser(name: BrowserName, timeouts: BrowserTimeouts): Promise<DrivenBrowser> {
  const found = await findBrowser(name)
  if (!found.found) throw new BrowserUnavailableError(name, found)
  return browserDefinition(name).launch(found.executable, timeouts)
}
