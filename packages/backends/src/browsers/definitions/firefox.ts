import type { BrowserDefinition } from '../find/definition.ts'
import { launchWithPuppeteer } from '../launch/puppeteer-driver.ts'

/** Firefox; its WebGPU needs a Vulkan driver on Linux. */
export const firefox: BrowserDefinition = {
  name: 'firefox',
  variable: 'VITEST_HARDWARE_FIREFOX',
  places: {
    linux: ['firefox', 'firefox-esr', '/usr/bin/firefox-esr', '/snap/bin/firefox'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['%ProgramFiles%\\Mozilla Firefox\\firefox.exe', '%ProgramFiles(x86)%\\Mozilla Firefox\\firefox.exe'],
  },
  install: process.platform === 'linux' ? 'npm run provision in a checkout, or apt-get install firefox-esr' : 'install Firefox',
  launch: async (executable, timeouts) =>
    launchWithPuppeteer(
      {
        name: 'firefox',
        protocol: 'firefox',
        executable,
        args: [],
        preferences: {
          'dom.webgpu.enabled': true,
          'gfx.webgpu.ignore-blocklist': true,
          // rounding of the clock is a protection that a test of speed cannot use
          'privacy.reduceTimerPrecision': false,
          'dom.ipc.processPriorityManager.enabled': false,
        },
        headless: true,
      },
      timeouts,
    ),
}
