import type { BrowserDefinition } from '../find/definition.ts'
import { launchWithPuppeteer } from '../launch/puppeteer-driver.ts'
import { chromeFlags } from './chrome-flags.ts'

/** Microsoft Edge; the browser whose WebNN has the most drivers. */
export const edge: BrowserDefinition = {
  name: 'edge',
  variable: 'VITEST_HARDWARE_EDGE',
  places: {
    linux: ['microsoft-edge-stable', 'microsoft-edge', '/opt/microsoft/msedge/msedge'],
    darwin: ['/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    win32: ['%ProgramFiles(x86)%\\Microsoft\\Edge\\Application\\msedge.exe', '%ProgramFiles%\\Microsoft\\Edge\\Application\\msedge.exe'],
  },
  install: 'install Microsoft Edge',
  launch: async (executable, timeouts) =>
    launchWithPuppeteer({ name: 'edge', protocol: 'chrome', executable, args: await chromeFlags(), headless: true }, timeouts),
}
