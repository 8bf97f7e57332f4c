import { expect, test } from 'vitest'
import { describeDevice } from './describe-device.ts'
import type { BrowserCapabilities, WebgpuAdapter } from './wire/messages.ts'

const hidden: WebgpuAdapter = { vendor: '', architecture: '', device: '', description: '', isFallback: false, features: [], limits: {} }
const capabilities = (webgpu: WebgpuAdapter | null): BrowserCapabilities => ({
  userAgent: 'x',
  isSecureContext: true,
  isCrossOriginIsolated: true,
  cores: 2,
  deviceMemoryGiB: 8,
  heapLimitBytes: null,
  clockResolutionMs: 0.005,
  wasm: { simd: true, relaxedSimd: true, threads: true, jspi: true, memory64: true },
  webgpu,
  webgpuMissing: webgpu === null ? 'no adapter' : null,
  webnn: null,
  webnnMissing: 'no context',
})
const gpu = { hasGpu: true, mappedRenderer: null }
const none = { hasGpu: false, mappedRenderer: null }

test('a software renderer that names itself is one, on a machine with a GPU too', () => {
  const adapter = { ...hidden, vendor: 'google', architecture: 'swiftshader' }
  expect(describeDevice('webgpu', capabilities(adapter), gpu)).toEqual({
    device: 'swiftshader',
    deviceKind: 'gpu',
    isSoftwareDevice: true,
    driver: null,
  })
})

test('a GPU is called as it calls itself', () => {
  const adapter = { ...hidden, vendor: 'nvidia', architecture: 'ada-lovelace' }
  expect(describeDevice('webgpu', capabilities(adapter), gpu)).toMatchObject({ device: 'nvidia ada-lovelace', isSoftwareDevice: false })
  const described = { ...adapter, description: 'NVIDIA GeForce RTX 4090' }
  expect(describeDevice('webgpu', capabilities(described), gpu)).toMatchObject({
    device: 'NVIDIA GeForce RTX 4090',
    driver: 'NVIDIA GeForce RTX 4090',
  })
})

test('an adapter that hides its names is no GPU where there is none, and what is mapped names it', () => {
  expect(describeDevice('webgpu', capabilities(hidden), none)).toMatchObject({ device: 'unnamed adapter', isSoftwareDevice: true })
  expect(describeDevice('webgpu', capabilities(hidden), gpu)).toMatchObject({ isSoftwareDevice: false })
  const mapped = { hasGpu: true, mappedRenderer: 'swiftshader' }
  expect(describeDevice('webgpu', capabilities(hidden), mapped)).toMatchObject({ device: 'swiftshader', isSoftwareDevice: true })
  expect(describeDevice('webgpu', capabilities({ ...hidden, isFallback: true }), gpu)).toMatchObject({ isSoftwareDevice: true })
})

test('what is missing is said in the browser’s own words', () => {
  expect(describeDevice('webgpu', capabilities(null), gpu)).toEqual({ missing: 'no adapter' })
  expect(describeDevice('webnn', capabilities(null), gpu)).toEqual({ missing: 'no context' })
  expect(describeDevice('wasm', capabilities(null), none)).toMatchObject({ deviceKind: 'cpu', isSoftwareDevice: false })
})
