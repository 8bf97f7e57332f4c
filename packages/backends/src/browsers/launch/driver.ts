import type { BrowserName } from '@vitest-hardware/contracts'

/** How a browser's process ended. */
export interface BrowserEnd {
  /** For people: `killed by SIGKILL`, `exit code 1`. */
  readonly how: string
}

/** A tab. */
export interface DrivenPage {
  /** Puppeteer's page, where puppeteer drives the browser; null for WebDriver. */
  readonly handle: object | null
  /** Runs an expression in the page and waits where it is a promise. */
  evaluate(expression: string): Promise<void>
  /** PNG. */
  screenshot(): Promise<Uint8Array>
  /** Resolves when the page's own process crashed; never for a page that was closed. */
  readonly crashed: Promise<void>
  close(): Promise<void>
}

/** A running browser. */
export interface DrivenBrowser {
  readonly name: BrowserName
  /** e.g. `153.0.7103.0`. */
  readonly version: string
  /** Of the browser's main process. */
  readonly pid: number
  /** Resolves when the process is gone, whoever ended it. */
  readonly ended: Promise<BrowserEnd>
  /** Opens an address in a context of its own: no cookies, caches or storage are shared with other pages. */
  openPage(address: string): Promise<DrivenPage>
  /** Asks the browser to close; kills it, and everything that it started, where it does not. Removes its profile. */
  close(): Promise<void>
  /** At once. */
  kill(): void
}
