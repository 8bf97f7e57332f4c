import { type BrowserName, UsageError } from '@vitest-hardware/contracts'
import type { Backend } from '../backend.ts'
import { backendOfPage, type BrowserBackendOptions } from './browser-backend.ts'
import { type BrowserFailure, DeviceLostError } from './errors.ts'
import { HostedPage } from './hosted-page.ts'
import type { PageProblem } from './launch/driver.ts'
import { deviceLostMark } from './lost-devices.ts'
import type { PageHandle } from './page-handle.ts'
import type { BrowserBackendName } from './runtime-choice.ts'
import { type BrowserTimeouts, defaultTimeouts } from './timeouts.ts'
import { type BrowserCapabilities, CapabilitiesSchema } from './wire/messages.ts'
import { withTimeout } from './with-timeout.ts'

/** How long a page may take to answer after a test, ms. */
const signOfLife = 2_000

/** A page for one test, in a context of its own. Whoever opens it disposes it. */
export interface TestPage extends AsyncDisposable {
  readonly browser: RunningBrowser
  /** @throws {UsageError} where the browser is not driven by puppeteer (Safari) */
  readonly handle: PageHandle
  /** What went wrong in the page so far without anybody seeing it. */
  readonly problems: readonly PageProblem[]
  /** Crash, hang or a lost device; null while all is well. */
  readonly failure: BrowserFailure | null
  /** Waits for a sign of life; without one, `failure` is a hang and the browser is killed. */
  check(): Promise<void>
  capabilities(): Promise<BrowserCapabilities>
  /** A backend whose sessions live in this page. */
  backend(name: BrowserBackendName, options?: BrowserBackendOptions): Backend
  /** PNG; null where the browser cannot take one any more. */
  screenshot(): Promise<Uint8Array | null>
}

export interface RunningBrowser {
  readonly name: BrowserName
  /** e.g. `153.0.8010.0`. */
  readonly version: string
  /** Of its main process. */
  readonly pid: number
}

/** Opens a blank page that is a secure context and cross-origin isolated. Starts the browser where it does not run yet. */
export async function openTestPage(name: BrowserName, timeouts: Partial<BrowserTimeouts> = {}): Promise<TestPage> {
  const hosted = await HostedPage.open(name, { ...defaultTimeouts, ...timeouts })
  const problems: PageProblem[] = []
  hosted.page.onProblem((problem) => {
    const lost = deviceLostMark.exec(problem.text)
    if (lost === null) problems.push(problem)
    else hosted.report(new DeviceLostError(name, lost[1] ?? 'unknown', lost[2] ?? ''))
  })
  const { version, pid } = hosted.browser
  return {
    browser: { name, version, pid },
    get handle() {
      if (hosted.page.handle !== null) return hosted.page.handle as PageHandle
      throw new UsageError(`puppeteer does not drive ${name}, so there is no page object for it`, {
        input: name,
        nextStep: 'use `session`, `backend` and `capabilities`, or another browser',
      })
    },
    problems,
    get failure() {
      return hosted.failure
    },
    check: () => hosted.check(signOfLife),
    capabilities: async () => (await hosted.ask({ kind: 'capabilities' }, CapabilitiesSchema, 'reading what the browser can do')).value,
    backend: (backend, options = {}) => backendOfPage(hosted, backend, { ...options, timeouts }),
    screenshot: () =>
      hosted.failure === null ? withTimeout(hosted.page.screenshot(), signOfLife).catch(() => null) : Promise.resolve(null),
    [Symbol.asyncDispose]: () => hosted[Symbol.asyncDispose](),
  }
}
