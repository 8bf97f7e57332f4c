import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName } from '@vitest-hardware/contracts'
import type { Browser, LaunchOptions, Page } from 'puppeteer-core'
import { firstLine, importPeer } from '../../peer.ts'
import { BrowserUnavailableError } from '../errors.ts'
import type { BrowserTimeouts } from '../timeouts.ts'
import { withTimeout } from '../with-timeout.ts'
import type { BrowserEnd, DrivenBrowser, DrivenPage, PageProblem } from './driver.ts'
import { killTree, processesWith } from './end-process.ts'
import { startWatchdog } from './watchdog.ts'

/** Profiles are folders of this name in the system's folder for temporary files. */
export const profilePrefix = 'vitest-hardware-browser-'

export interface PuppeteerLaunch {
  readonly name: BrowserName
  readonly protocol: 'chrome' | 'firefox'
  readonly executable: string
  readonly args: readonly string[]
  /** Firefox's preferences. */
  readonly preferences?: Readonly<Record<string, boolean | number | string>>
  readonly environment?: Readonly<Record<string, string>>
  /** `shell`: the executable is Chromium's headless shell. */
  readonly headless: boolean | 'shell'
}

/** Starts a browser that puppeteer-core can drive: over a pipe (Chromium and its relatives) or WebDriver BiDi (Firefox). */
export async function launchWithPuppeteer(launch: PuppeteerLaunch, timeouts: BrowserTimeouts): Promise<DrivenBrowser> {
  const peer = await importPeer('puppeteer-core', () => import('puppeteer-core'))
  if (peer.state !== 'loaded') {
    throw new BrowserUnavailableError(launch.name, {
      reason: peer.state === 'absent' ? 'puppeteer-core is not installed' : `puppeteer-core does not load: ${peer.reason}`,
      nextStep: 'npm install --save-dev puppeteer-core',
    })
  }
  const profile = await mkdtemp(join(tmpdir(), profilePrefix))
  const watchdog = startWatchdog(profile)
  const tidy = async (): Promise<void> => {
    try {
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      watchdog.dismiss()
    } catch {
      // whatever still holds a file: the watchdog tries again when this process ends
    }
  }
  try {
    return await drive(launch.name, await peer.module.launch(optionsOf(launch, profile, timeouts)), tidy, timeouts)
  } catch (cause) {
    for (const pid of processesWith(profile)) if (pid !== watchdog.pid) killTree(pid)
    await tidy()
    throw new BrowserUnavailableError(launch.name, {
      reason: `${launch.executable} does not start: ${firstLine(cause)}`,
      nextStep: `start it by hand to see why: ${launch.executable} --headless --version`,
    })
  }
}

function optionsOf(launch: PuppeteerLaunch, profile: string, timeouts: BrowserTimeouts): LaunchOptions {
  return {
    browser: launch.protocol,
    executablePath: launch.executable,
    headless: launch.headless,
    userDataDir: profile,
    args: [...launch.args],
    // a browser at the end of a pipe ends with the process at the other end
    pipe: launch.protocol === 'chrome',
    timeout: timeouts.launch,
    protocolTimeout: timeouts.call,
    // ending is the watchdog's: the handlers of signals belong to the test runner
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    acceptInsecureCerts: false,
    env: { ...process.env, ...launch.environment },
    ...(launch.preferences === undefined ? {} : { extraPrefsFirefox: { ...launch.preferences } }),
  }
}

async function drive(name: BrowserName, browser: Browser, tidy: () => Promise<void>, timeouts: BrowserTimeouts): Promise<DrivenBrowser> {
  const child = browser.process()
  if (child?.pid === undefined) throw new Error('the browser has no process')
  const { pid } = child
  const { promise: ended, resolve } = Promise.withResolvers<BrowserEnd>()
  child.once('exit', (code, signal) => resolve({ how: signal === null ? `exit code ${code}` : `killed by ${signal}` }))
  const tidied = ended.then(() => {
    killTree(pid)
    return tidy()
  })
  const version = /[\d.]+/.exec(await browser.version())?.[0] ?? 'unknown'
  return {
    name,
    version,
    pid,
    ended,
    async openPage(address, preload) {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      await page.evaluateOnNewDocument(preload)
      await page.goto(address)
      return drivenPage(page, () => context.close())
    },
    async close() {
      await withTimeout(browser.close(), timeouts.close).catch(() => undefined)
      killTree(pid)
      await tidied
    },
    kill: () => killTree(pid),
  }
}

function drivenPage(page: Page, closeContext: () => Promise<void>): DrivenPage {
  const { promise: crashed, resolve } = Promise.withResolvers<void>()
  page.on('error', () => resolve())
  return {
    handle: page,
    crashed,
    async evaluate(expression) {
      await page.evaluate(expression)
    },
    onProblem(listener: (problem: PageProblem) => void) {
      page.on('console', (message) => {
        if (message.type() === 'error') listener({ kind: 'console', text: message.text() })
      })
      page.on('pageerror', (error) =>
        listener({ kind: 'uncaught', text: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      )
    },
    screenshot: () => page.screenshot({ type: 'png' }),
    close: () => closeContext().catch(() => undefined),
  }
}
