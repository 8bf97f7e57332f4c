import type { BrowserName } from '@vitest-hardware/contracts'

/** How a browser's process ended. */
export interface BrowserEnd {
  /** For people: `killed by SIGKILL`, `exit code 1`. */
  readonly how: string
}

/** What went wrong in a page without a test seeing it. */
export interface PageProblem {
  /** `console`: written by `console.error`, or by the browser itself; `uncaught`: an exception or a rejected promise that nobody took. */
  readonly kind: 'console' | 'uncaught'
  readonly text: string
}

/** A tab. */
export interface DrivenPage {
  /** Puppeteer's page, where puppeteer drives the browser; null for WebDriver. */
  readonly handle: object | null
  /** Runs an expression in the page and waits where it is a promise. */
  evaluate(expression: string): Promise<void>
  /** Called with each problem as it comes. */
  onProblem(listener: (problem: PageProblem) => void): void
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
  /**
   * Opens an address in a context of its own: no cookies, caches or storage are shared with other pages.
   * @param preload script that runs before each document of the page
   */
  openPage(address: string, preload: string): Promise<DrivenPage>
  /** Asks the browser to close; kills it, and everything that it started, where it does not. Removes its profile. */
  close(): Promise<void>
  /** At once. */
  kill(): void
}
