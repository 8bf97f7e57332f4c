import { resolvePeer } from '../../peer.ts'
import { findSwiftshader, unpackSwiftshader } from '../../vulkan/swiftshader.ts'
import type { BrowserDefinition } from '../find/definition.ts'
import { cacheBeside } from '../find/npm-chromium.ts'
import { launchWithPuppeteer } from '../launch/puppeteer-driver.ts'
import { hasGpu } from './chrome-flags.ts'

/** Without a GPU, the SwiftShader of `@sparticuz/chromium` is Firefox's Vulkan: the linker must find it before Firefox starts. */
async function standInForGpu(): Promise<Record<string, string>> {
  if (process.platform !== 'linux' || (await hasGpu())) return {}
  const [entry, found] = [resolvePeer('@sparticuz/chromium'), await findSwiftshader()]
  if (entry === null || found === null) return {}
  const folder = await unpackSwiftshader(found, cacheBeside(entry))
  return { LD_LIBRARY_PATH: [folder, process.env.LD_LIBRARY_PATH ?? ''].filter((path) => path !== '').join(':') }
}

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
        environment: await standInForGpu(),
      },
      timeouts,
    ),
}
