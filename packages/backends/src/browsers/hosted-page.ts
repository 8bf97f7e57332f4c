import { setTimeout } from 'node:timers/promises'
import type { BrowserName } from '@vitest-hardware/contracts'
import type { z } from 'zod'
import { firstLine } from '../peer.ts'
import { BrowserCrashError, BrowserFailure, BrowserHangError, DeviceLostError, PageAbortError } from './errors.ts'
import type { DrivenBrowser, DrivenPage } from './launch/driver.ts'
import { watchDevices } from './lost-devices.ts'
import { sharedBrowser } from './open-browser.ts'
import { type PageAnswer, type PageLink, pageLink, PageRefusal } from './server/page-link.ts'
import type { PageServer } from './server/page-server.ts'
import { sharedServer } from './shared-server.ts'
import { type BrowserTimeouts, defaultTimeouts } from './timeouts.ts'
import type { PageRequest } from './wire/messages.ts'
import { TimeoutError, withTimeout } from './with-timeout.ts'

/** A browser tells of its end by several ways; how long to wait for the one that says most, ms. */
const lastWords = 500

/** A blank page in a context of its own, cross-origin isolated, that answers requests of this process. Whoever opens it disposes it. */
export class HostedPage implements AsyncDisposable {
  readonly browser: DrivenBrowser
  readonly page: DrivenPage
  readonly server: PageServer
  readonly #timeouts: BrowserTimeouts
  readonly #failed = Promise.withResolvers<BrowserFailure>()
  #failure: BrowserFailure | null = null
  #link: Promise<PageLink> | undefined
  #state: 'open' | 'closed' = 'open'

  private constructor(browser: DrivenBrowser, page: DrivenPage, server: PageServer, timeouts: BrowserTimeouts) {
    this.browser = browser
    this.page = page
    this.server = server
    this.#timeouts = timeouts
    void browser.ended.then(({ how }) => this.#fail(new BrowserCrashError(this.#name, 'browser', how)))
    void page.crashed.then(() => this.#fail(new BrowserCrashError(this.#name, 'page', 'its process ended')))
  }

  /** @throws {BrowserFailure} where the browser is absent, does not start or ends meanwhile */
  static async open(name: BrowserName, timeouts: BrowserTimeouts = defaultTimeouts): Promise<HostedPage> {
    try {
      return await HostedPage.#open(name, timeouts)
    } catch (error) {
      // it was dying already when it was asked, and nobody had heard of it yet
      if (error instanceof BrowserCrashError && error.scope === 'browser') return HostedPage.#open(name, timeouts)
      throw error
    }
  }

  static async #open(name: BrowserName, timeouts: BrowserTimeouts): Promise<HostedPage> {
    const [browser, server] = await Promise.all([sharedBrowser(name, timeouts), sharedServer()])
    const ended = browser.ended.then(({ how }) => Promise.reject(new BrowserCrashError(name, 'browser', how)))
    try {
      const page = await Promise.race([
        withTimeout(browser.openPage(server.blankPage, `(${watchDevices.toString()})()`), timeouts.page),
        ended,
      ])
      return new HostedPage(browser, page, server, timeouts)
    } catch (error) {
      if (error instanceof BrowserFailure) throw error
      if (error instanceof TimeoutError) {
        browser.kill()
        throw new BrowserHangError(name, 'a new page', timeouts.page)
      }
      // what puppeteer says of a browser that ended is that a session or target was closed
      await Promise.race([ended, setTimeout(lastWords)])
      throw new BrowserCrashError(name, 'page', firstLine(error))
    }
  }

  /** What happened to it; null while it works. */
  get failure(): BrowserFailure | null {
    return this.#failure
  }

  /** Neither failed nor disposed. */
  get isOpen(): boolean {
    return this.#failure === null && this.#state === 'open'
  }

  /** Resolves when something happens to it; never for a page that is disposed. */
  get failed(): Promise<BrowserFailure> {
    return this.#failed.promise
  }

  /**
   * @param doing for the message where there is no answer, e.g. `running a model`
   * @throws {PageRefusal} the page's own reason
   * @throws {BrowserFailure} what happened to the page or its browser
   */
  async ask<Value>(
    request: PageRequest,
    answer: z.ZodType<Value>,
    doing: string,
    parts: readonly Uint8Array[] = [],
  ): Promise<PageAnswer<Value>> {
    if (this.#failure !== null) throw this.#failure
    if (this.#state === 'closed') throw new Error('the page is closed; sessions and what else lives in it end with its test')
    const link = await (this.#link ??= this.#connect())
    try {
      return await withTimeout(link.ask(request, answer, parts), this.#timeouts.call)
    } catch (error) {
      if (error instanceof TimeoutError) {
        const hang = new BrowserHangError(this.#name, doing, this.#timeouts.call)
        this.#fail(hang)
        // the page's thread is busy: nothing that is asked of it would be heard
        this.browser.kill()
        throw hang
      }
      if (error instanceof PageRefusal && error.fatal) throw this.#fail(new PageAbortError(this.#name, error.message))
      throw error
    }
  }

  /**
   * Asks the page for a sign of life.
   * @param milliseconds how long to wait for it; where there is none the browser is killed
   */
  async check(milliseconds: number): Promise<void> {
    if (this.#failure !== null || this.#state === 'closed') return
    try {
      await withTimeout(Promise.race([this.page.evaluate('1'), this.failed]), milliseconds)
    } catch (error) {
      if (!(error instanceof TimeoutError)) {
        // the page cannot be asked any more; what happened to it may be on its way
        await Promise.race([this.failed, setTimeout(lastWords)])
        return
      }
      this.#fail(new BrowserHangError(this.#name, 'a sign of life after the test', milliseconds))
      this.browser.kill()
    }
  }

  /** What is seen elsewhere to have happened to it. */
  report(failure: BrowserFailure): void {
    this.#fail(failure)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    const link = await this.#link?.catch(() => undefined)
    link?.close()
    await withTimeout(this.page.close(), this.#timeouts.close).catch(() => undefined)
  }

  get #name(): BrowserName {
    return this.browser.name
  }

  async #connect(): Promise<PageLink> {
    using expected = this.server.expectPage()
    const script = `import(${JSON.stringify(this.server.code)}).then((code) => code.connect(${JSON.stringify(expected.address)}))`
    try {
      const connecting = Promise.all([expected.connected, this.page.evaluate(script)])
      const failed = this.failed.then((failure) => Promise.reject(failure))
      const [socket] = await withTimeout(Promise.race([connecting, failed]), this.#timeouts.page)
      return pageLink(socket, {
        onLost: (reason, message) => this.#fail(new DeviceLostError(this.#name, reason, message)),
        onClosed: () => void this.#explainEnd(),
      })
    } catch (error) {
      if (error instanceof BrowserFailure) throw error
      await Promise.race([this.failed, setTimeout(lastWords)])
      throw this.#fail(new BrowserCrashError(this.#name, 'page', `no connection to it: ${firstLine(error)}`))
    }
  }

  async #explainEnd(): Promise<void> {
    if (this.#state === 'closed') return
    await Promise.race([this.failed, setTimeout(lastWords)])
    this.#fail(new BrowserCrashError(this.#name, 'page', 'its connection ended; it was closed or led elsewhere'))
  }

  /** The first thing that happens is the reason for all that follows. */
  #fail(failure: BrowserFailure): BrowserFailure {
    if (this.#state === 'closed') return failure
    this.#failure ??= failure
    this.#failed.resolve(this.#failure)
    void this.#link?.then(
      (link) => link.fail(this.#failure ?? failure),
      () => undefined,
    )
    return this.#failure
  }
}
