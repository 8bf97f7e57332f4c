/**
 * As much of puppeteer's `Page` as most tests need, so that these types do without the optional package. The object is puppeteer's own:
 * `import type { Page } from 'puppeteer-core'` and `page as Page` give the rest.
 */
export interface PageHandle {
  url(): string
  title(): Promise<string>
  content(): Promise<string>
  goto(url: string, options?: { readonly waitUntil?: 'load' | 'domcontentloaded'; readonly timeout?: number }): Promise<unknown>
  setContent(html: string): Promise<void>
  /** Runs a function in the page; what it takes and gives back must be JSON. */
  evaluate<Args extends readonly unknown[], Result>(fn: string | ((...args: Args) => Result), ...args: Args): Promise<Awaited<Result>>
  evaluateOnNewDocument<Args extends readonly unknown[]>(fn: string | ((...args: Args) => unknown), ...args: Args): Promise<unknown>
  waitForFunction<Args extends readonly unknown[]>(
    fn: string | ((...args: Args) => unknown),
    options?: { readonly timeout?: number; readonly polling?: 'raf' | 'mutation' | number },
    ...args: Args
  ): Promise<unknown>
  waitForSelector(
    selector: string,
    options?: { readonly timeout?: number; readonly visible?: boolean; readonly hidden?: boolean },
  ): Promise<unknown>
  click(selector: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  setViewport(viewport: { readonly width: number; readonly height: number; readonly deviceScaleFactor?: number } | null): Promise<void>
  screenshot(options?: { readonly fullPage?: boolean }): Promise<Uint8Array>
  reload(): Promise<unknown>
}
