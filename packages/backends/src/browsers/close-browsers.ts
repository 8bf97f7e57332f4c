import { runningBrowsers } from './open-browser.ts'
import { closeSharedPages } from './shared-page.ts'
import { closeSharedServer } from './shared-server.ts'

/** Closes all browsers and the server that this process started for them. Without it they end with the process. */
export async function closeBrowsers(): Promise<void> {
  await closeSharedPages()
  await Promise.all((await runningBrowsers()).map((browser) => browser.close()))
  await closeSharedServer()
}
