import type { BrowserName } from '@vitest-hardware/contracts'
import { HostedPage } from './hosted-page.ts'
import type { BrowserTimeouts } from './timeouts.ts'

const pages = new Map<BrowserName, Promise<HostedPage>>()

/** The process's one page of a browser for sessions; a fresh one where something happened to the last. */
export async function sharedPage(name: BrowserName, timeouts: BrowserTimeouts): Promise<HostedPage> {
  const current = pages.get(name)
  const page = await current?.catch(() => null)
  if (page !== undefined && page !== null && page.failure === null) return page
  // who asks at the same time gets the same page
  if (pages.get(name) === current) {
    pages.set(name, HostedPage.open(name, timeouts))
    void page?.[Symbol.asyncDispose]()
  }
  return pages.get(name)!
}

export async function closeSharedPages(): Promise<void> {
  const all = [...pages.values()]
  pages.clear()
  for (const page of all) await (await page.catch(() => null))?.[Symbol.asyncDispose]()
}
