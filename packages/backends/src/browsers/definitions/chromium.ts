import type { BrowserDefinition } from '../find/definition.ts'
import { npmChromium } from '../find/npm-chromium.ts'
import { launchWithPuppeteer } from '../launch/puppeteer-driver.ts'
import { chromeFlags } from './chrome-flags.ts'

/** Chromium from npm (`@sparticuz/chromium`, Linux on x64), else the system's. */
export const chromium: BrowserDefinition = {
  name: 'chromium',
  variable: 'VITEST_HARDWARE_CHROMIUM',
  packaged: npmChromium,
  places: {
    linux: ['chromium', 'chromium-browser', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
    darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
    win32: ['%LOCALAPPDATA%\\Chromium\\Application\\chrome.exe', '%ProgramFiles%\\Chromium\\Application\\chrome.exe'],
  },
  install:
    process.platform === 'linux' && process.arch === 'x64'
      ? 'npm install --save-dev @sparticuz/chromium puppeteer-core'
      : 'install Chromium with the system’s package manager',
  launch: async (executable, timeouts) =>
    launchWithPuppeteer(
      {
        name: 'chromium',
        protocol: 'chrome',
        executable,
        args: [
          ...(await chromeFlags()),
          // unpacked from npm it is owned by the user, and its sandbox needs a helper that belongs to root
          ...(executable.includes('node_modules') ? ['--no-sandbox'] : []),
        ],
        // the package holds the headless shell, which does not know the new mode
        headless: executable.includes('node_modules') ? 'shell' : true,
      },
      timeouts,
    ),
}
