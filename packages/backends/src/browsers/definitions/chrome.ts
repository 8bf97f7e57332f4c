import type { BrowserDefinition } from '../find/definition.ts'
import { launchWithPuppeteer } from '../launch/puppeteer-driver.ts'
import { chromeFlags } from './chrome-flags.ts'

/** Google Chrome. */
export const chrome: BrowserDefinition = {
  name: 'chrome',
  variable: 'VITEST_HARDWARE_CHROME',
  places: {
    linux: ['google-chrome-stable', 'google-chrome', '/opt/google/chrome/chrome', 'google-chrome-beta'],
    darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    win32: [
      '%ProgramFiles%\\Google\\Chrome\\Application\\chrome.exe',
      '%ProgramFiles(x86)%\\Google\\Chrome\\Application\\chrome.exe',
      '%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  install: 'install Google Chrome',
  launch: async (executable, timeouts) =>
    launchWithPuppeteer({ name: 'chrome', protocol: 'chrome', executable, args: await chromeFlags(), headless: true }, timeouts),
}
