import { cpuModel } from '../host.ts'
import type { Device } from '../onnxruntime/backend.ts'
import type { BrowserBackendName } from './runtime-choice.ts'
import type { BrowserCapabilities, WebgpuAdapter } from './wire/messages.ts'

const softwareRenderer = /swiftshader|llvmpipe|lavapipe|basic render|\bwarp\b/i

/** What is seen from outside the browser. */
export interface MachineFacts {
  /** Whether the machine has a usable GPU. */
  readonly hasGpu: boolean
  /** Software renderer that a process of the browser has mapped; null where none is seen. */
  readonly mappedRenderer: string | null
}

/** What a backend computes on in a page, or why it cannot. */
export function describeDevice(
  backend: BrowserBackendName,
  capabilities: BrowserCapabilities,
  machine: MachineFacts,
): Device | { readonly missing: string } {
  if (backend === 'wasm') return { device: cpuModel(), deviceKind: 'cpu', isSoftwareDevice: false, driver: null }
  if (backend === 'webgpu') {
    const { webgpu, webgpuMissing } = capabilities
    return webgpu === null ? { missing: webgpuMissing ?? 'no WebGPU adapter' } : adapterDevice(webgpu, machine)
  }
  const { webnn, webnnMissing } = capabilities
  // onnxruntime-web asks for a context on the processor unless told otherwise
  return webnn === null
    ? { missing: webnnMissing ?? 'no WebNN context' }
    : { device: cpuModel(), deviceKind: 'cpu', isSoftwareDevice: false, driver: null }
}

/** A browser that hides its adapter's names is not believed to compute on a GPU where there is none. */
function adapterDevice(
  { vendor, architecture, device, description, isFallback }: WebgpuAdapter,
  { hasGpu, mappedRenderer }: MachineFacts,
): Device {
  const texts = [vendor, architecture, device, description].filter((text) => text !== '')
  const software = texts.map((text) => softwareRenderer.exec(text)?.[0]).find((name) => name !== undefined)
  const said = description === '' ? texts.join(' ') : description
  const name = software?.toLowerCase() ?? (said === '' ? (mappedRenderer ?? '') : said)
  return {
    device: name === '' ? 'unnamed adapter' : name,
    // programmed as one, whatever computes
    deviceKind: 'gpu',
    isSoftwareDevice: software !== undefined || isFallback || !hasGpu || (said === '' && mappedRenderer !== null),
    driver: description === '' ? null : description,
  }
}
