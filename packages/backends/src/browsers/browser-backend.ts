import { type BrowserName, type HardwareProfile, identifyProfile } from '@vitest-hardware/contracts'
import type { Backend, Detection, Requirement } from '../backend.ts'
import { BackendUnavailableError } from '../errors.ts'
import { describeProfile } from '../host.ts'
import { once } from '../once.ts'
import { onnxruntimeWeb } from '../onnxruntime-web/runtime.ts'
import { onnxruntimeTypes } from '../onnxruntime/data-types.ts'
import { probeFailure, probeModel, probeRuntime } from '../onnxruntime/probe.ts'
import { firstLine } from '../peer.ts'
import { openInPage, pageRuntime, type RuntimePage } from './browser-session.ts'
import { hasGpu } from './definitions/chrome-flags.ts'
import { describeDevice } from './describe-device.ts'
import { BrowserFailure, BrowserUnavailableError } from './errors.ts'
import { browserDefinition } from './find/find-browser.ts'
import type { HostedPage } from './hosted-page.ts'
import { mappedSoftwareRenderer } from './launch/mapped-renderer.ts'
import { type Placed, reopeningSession } from './reopening-session.ts'
import { type BrowserBackendName, buildName, runtimeChoice, type WebgpuBuild } from './runtime-choice.ts'
import { sharedPage } from './shared-page.ts'
import { type BrowserTimeouts, defaultTimeouts } from './timeouts.ts'
import { CapabilitiesSchema, StartedSchema } from './wire/messages.ts'

export interface BrowserBackendOptions {
  /**
   * Which of onnxruntime-web's builds is `webgpu`: `native` (`onnxruntime-web/webgpu`, ONNX Runtime's own provider) or `jsep`
   * (`onnxruntime-web/all`). They give different numbers. @default 'native'
   */
  readonly webgpuBuild?: WebgpuBuild
  readonly timeouts?: Partial<BrowserTimeouts>
}

const made = new Map<string, Backend>()

/**
 * A backend whose sessions live in a page of a browser, through onnxruntime-web: one browser and one page for all sessions of the process.
 * The same call gives the same object.
 */
export function browserBackend(browser: BrowserName, backend: BrowserBackendName, options: BrowserBackendOptions = {}): Backend {
  const key = JSON.stringify([browser, backend, options])
  const known = made.get(key)
  if (known !== undefined) return known
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const created = backendIn(browser, backend, options, () => sharedPage(browser, timeouts))
  made.set(key, created)
  return created
}

/** A backend whose sessions live in one page and end with it. */
export function backendOfPage(page: HostedPage, backend: BrowserBackendName, options: BrowserBackendOptions = {}): Backend {
  return {
    ...browserBackend(page.browser.name, backend, options),
    open: (model, open) => start(page, backend, options).then((host) => openInPage(host, model, open)),
  }
}

function backendIn(
  browser: BrowserName,
  backend: BrowserBackendName,
  options: BrowserBackendOptions,
  page: () => Promise<HostedPage>,
): Backend {
  const place = async (): Promise<RuntimePage> => start(await page(), backend, options)
  const detect = once(() => probe(browser, backend, place))
  return {
    name: backend,
    browser,
    requirements: requirementsOf(browser),
    capabilities: { dtypes: onnxruntimeTypes, nonTensorValues: false, externalData: true, blocking: false, losesNaN: backend !== 'wasm' },
    detect,
    async open(model, open) {
      const detection = await detect()
      if (!detection.available) throw new BackendUnavailableError(backend, detection)
      const placed = async (): Promise<Placed> => {
        const host = await place()
        return { session: await openInPage(host, model, open), page: host.page }
      }
      return reopeningSession(await placed(), placed)
    },
  }
}

function requirementsOf(browser: BrowserName): Requirement[] {
  return [
    { name: browser, kind: 'system', install: browserDefinition(browser).install },
    { name: 'puppeteer-core', kind: 'npm', install: 'npm install --save-dev puppeteer-core' },
    onnxruntimeWeb,
  ]
}

async function start(
  page: HostedPage,
  backend: BrowserBackendName,
  { webgpuBuild = 'native' }: BrowserBackendOptions,
): Promise<RuntimePage> {
  const folder = page.server.runtime
  if (folder === null)
    throw new BrowserUnavailableError(page.browser.name, { reason: 'onnxruntime-web is not installed', nextStep: onnxruntimeWeb.install })
  const choice = runtimeChoice(folder, backend, webgpuBuild)
  const { value } = await page.ask({ kind: 'start', runtime: choice }, StartedSchema, 'loading onnxruntime-web')
  return { page, backend, choice, version: value.version, build: buildName(backend, webgpuBuild) }
}

/** Really runs a model in the browser, so that "available" means that it computes. */
async function probe(browser: BrowserName, backend: BrowserBackendName, place: () => Promise<RuntimePage>): Promise<Detection> {
  try {
    const host = await place()
    const { value: capabilities } = await host.page.ask({ kind: 'capabilities' }, CapabilitiesSchema, 'reading what the browser can do')
    const device = describeDevice(backend, capabilities, {
      hasGpu: await hasGpu(),
      mappedRenderer: await mappedSoftwareRenderer(host.page.browser.pid),
    })
    if ('missing' in device) {
      return { available: false, reason: `${backend} in ${browser}: ${device.missing}`, nextStep: nextSteps[backend] }
    }
    await probeRuntime(pageRuntime(host))
    if (backend === 'webgpu') await keepDevice(host)
    const here = describeProfile(backend, { ...device, runtime: 'onnxruntime-web', runtimeVersion: host.version, runtimeBuild: host.build })
    const profile: HardwareProfile = identifyProfile({ ...here, host: `${browser} ${host.page.browser.version}` })
    return { available: true, profile }
  } catch (error) {
    if (error instanceof BrowserUnavailableError) return { available: false, reason: error.reason, nextStep: error.nextStep }
    if (error instanceof BrowserFailure) return { available: false, reason: firstLine(error), nextStep: error.nextStep }
    return {
      available: false,
      reason: `a probe model did not run on ${backend} in ${browser}: ${probeFailure(error)}`,
      nextStep: nextSteps[backend],
    }
  }
}

/**
 * The runtime destroys its WebGPU device with its last session, and with it all compiled shaders. A small session that stays open keeps them
 * from one test file to the next; compiling is most of what a small model costs.
 */
async function keepDevice(host: RuntimePage): Promise<void> {
  await pageRuntime(host).create(probeModel(), { executionProviders: [host.choice.provider] })
}

const nextSteps: Readonly<Record<BrowserBackendName, string>> = {
  wasm: 'use a browser with WebAssembly SIMD',
  webgpu: 'use a browser with WebGPU and a driver for it; Chromium from npm (@sparticuz/chromium) brings SwiftShader',
  webnn: 'use a browser and a system with a WebNN driver: Edge or Chrome on Windows or macOS',
}
