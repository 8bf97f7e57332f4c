import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { firstLine } from '../../peer.ts'
import { BrowserUnavailableError } from '../errors.ts'
import type { BrowserTimeouts } from '../timeouts.ts'
import { withTimeout } from '../with-timeout.ts'
import type { BrowserEnd, DrivenBrowser, DrivenPage } from './driver.ts'
import { killTree } from './end-process.ts'
import { startWebDriverSession, type WebDriverSession } from './webdriver-client.ts'

/** Never: WebDriver tells nothing of a page's process; a page that is gone ends its connection. */
const never = new Promise<void>(() => undefined)

/** Starts Safari through `safaridriver`. Its windows are those of an automation session, apart from the user's own. */
export async function launchSafari(executable: string, timeouts: BrowserTimeouts): Promise<DrivenBrowser> {
  const port = await freePort()
  const child = spawn(executable, ['--port', String(port)], { detached: true, stdio: 'ignore' })
  const { promise: ended, resolve } = Promise.withResolvers<BrowserEnd>()
  child.once('exit', (code, signal) => resolve({ how: signal === null ? `exit code ${code}` : `killed by ${signal}` }))
  child.once('error', (error) => resolve({ how: error.message }))
  try {
    const session = await withTimeout(whenReady(`http://127.0.0.1:${port}`, ended), timeouts.launch)
    return drive(session, child, ended, timeouts)
  } catch (cause) {
    if (child.pid !== undefined) killTree(child.pid)
    throw new BrowserUnavailableError('safari', { reason: firstLine(cause), nextStep: 'allow it once: safaridriver --enable' })
  }
}

function drive(session: WebDriverSession, child: ChildProcess, ended: Promise<BrowserEnd>, timeouts: BrowserTimeouts): DrivenBrowser {
  const pid = child.pid ?? 0
  // the driver ends with this process; Safari's automation windows end with the driver
  const kill = (): void => killTree(pid)
  process.once('exit', kill)
  return {
    name: 'safari',
    version: session.version,
    pid,
    ended,
    openPage: (address, preload) => openTab(session, address, preload),
    async close() {
      process.removeListener('exit', kill)
      await withTimeout(session.quit(), timeouts.close).catch(() => undefined)
      kill()
      await ended
    },
    kill,
  }
}

async function openTab(session: WebDriverSession, address: string, preload: string): Promise<DrivenPage> {
  const tab = await session.newWindow()
  await session.navigate(tab, address)
  await session.evaluate(tab, preload)
  return {
    handle: null,
    crashed: never,
    evaluate: (expression) => session.evaluate(tab, expression),
    // WebDriver does not tell of the console
    onProblem: () => undefined,
    screenshot: () => session.screenshot(tab),
    close: () => session.closeWindow(tab).catch(() => undefined),
  }
}

/** The server takes a moment to listen; a refusal by the server itself is final. */
async function whenReady(server: string, ended: Promise<BrowserEnd>): Promise<WebDriverSession> {
  const gone = ended.then(({ how }) => Promise.reject(new Error(`safaridriver ended: ${how}`)))
  for (;;) {
    try {
      return await Promise.race([startWebDriverSession(server, 'safari'), gone])
    } catch (error) {
      // fetch's own error where nobody listens yet
      if (!(error instanceof TypeError)) throw error
      await Promise.race([setTimeout(100), gone])
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
