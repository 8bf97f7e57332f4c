import { basename, dirname } from 'node:path'
import type { Backend } from '../backend.ts'
import type { Device, Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { amdGpus } from '../probe/amd.ts'
import { deviceNode, renderNodes } from '../probe/device-node.ts'
import { displayAdapters, isSoftwareAdapter } from '../probe/display-adapters.ts'
import { nvidiaGpus } from '../probe/nvidia.ts'
import { findInLinkerCache, findSharedLibrary } from '../probe/shared-library.ts'
import { viewOwnProcess, vulkanDriver } from '../vulkan/driver.ts'
import { findSwiftshader, unpackSwiftshader, vulkanLibrary } from '../vulkan/swiftshader.ts'
import { readWebgpuOptions } from '../provider-options/webgpu.ts'

const getSwiftshader = 'npm install --save-dev @sparticuz/chromium'

/**
 * WebGPU through onnxruntime-node: Vulkan on Linux, Metal on macOS, Direct3D 12 on Windows. On a Linux machine without a GPU,
 * SwiftShader stands in; it keeps the device kind `gpu`, since it is programmed as one, and `isSoftwareDevice` is true.
 */
export const webgpu: Backend = onnxruntimeNodeBackend({
  name: 'webgpu',
  // float16 needs the adapter's `shader-f16`, which not every one has
  precisions: ['fp32', 'int8', 'int4'],
  readOptions: readWebgpuOptions,
  provider: 'webgpu',
  requirements: [
    {
      name: `Vulkan (${vulkanLibrary}) with a GPU, on Linux`,
      kind: 'driver',
      install: 'apt-get install libvulkan1 and the Vulkan driver of the GPU',
    },
    { name: '@sparticuz/chromium', kind: 'npm', install: `${getSwiftshader} (carries SwiftShader, which stands in where there is no GPU)` },
  ],
  async environment(cacheFolder) {
    const found = (await hasOwnVulkan()) ? null : await findSwiftshader()
    if (found === null) return {}
    return { LD_LIBRARY_PATH: prepend(await unpackSwiftshader(found, cacheFolder), process.env.LD_LIBRARY_PATH) }
  },
  precheck: async ({ platform }) => (platform === 'linux' ? missingVulkan() : null),
  describeDevice: () => (process.platform === 'linux' ? describeVulkan() : describeAdapter()),
  afterFailedProbe: (reason) => ({
    reason: `WebGPU does not start: ${reason}`,
    nextStep: `install the Vulkan driver of the GPU, or let SwiftShader stand in: ${getSwiftshader}`,
  }),
})

/** Whether the system's own Vulkan is to be used: a loader, and a GPU's device file or drivers that the user named. */
async function hasOwnVulkan(): Promise<boolean> {
  if (process.platform !== 'linux' || (await findInLinkerCache(vulkanLibrary)) === null) return false
  if (process.env.VK_DRIVER_FILES !== undefined || process.env.VK_ICD_FILENAMES !== undefined) return true
  const nodes = ['/dev/nvidia0', '/dev/dxg', ...(await renderNodes())]
  return (await Promise.all(nodes.map(deviceNode))).includes('usable')
}

async function missingVulkan(): Promise<Missing | null> {
  if ((await findSharedLibrary(vulkanLibrary)) !== null) return null
  if ((await findSwiftshader()) === null) {
    return {
      reason: `no Vulkan (${vulkanLibrary}), and no SwiftShader to stand in`,
      nextStep: `${getSwiftshader}, or install the GPU's Vulkan driver`,
    }
  }
  return {
    reason: `no Vulkan in this process: its LD_LIBRARY_PATH leads to no ${vulkanLibrary}`,
    nextStep:
      'start it through vitest-hardware, or with the variables that webgpu.environment(cacheFolder) answers: they must be set before the process starts',
  }
}

async function describeVulkan(): Promise<Device> {
  const driver = vulkanDriver(await viewOwnProcess())
  if (driver.kind === 'software') {
    const packaged = /^swiftshader-(.+)$/.exec(basename(dirname(driver.library)))?.[1]
    const origin = packaged === undefined ? basename(driver.library) : `@sparticuz/chromium ${packaged}`
    return { device: driver.name, deviceKind: 'gpu', isSoftwareDevice: true, driver: `${driver.name} (${origin})` }
  }
  const [gpu] = driver.name === 'nvidia' ? await nvidiaGpus() : []
  if (gpu !== undefined) {
    const { name, memoryBytes } = gpu
    return { device: name, deviceKind: 'gpu', isSoftwareDevice: false, driver: `nvidia ${gpu.driver}`, deviceMemoryBytes: memoryBytes }
  }
  const [radeon] = driver.name === 'radv' || driver.name === 'amdvlk' ? await amdGpus() : []
  if (radeon !== undefined) {
    const { name, memoryBytes } = radeon
    return { device: name, deviceKind: 'gpu', isSoftwareDevice: false, driver: driver.name, deviceMemoryBytes: memoryBytes }
  }
  return { device: `${driver.name} ${driver.device}`, deviceKind: 'gpu', isSoftwareDevice: false, driver: driver.name }
}

async function describeAdapter(): Promise<Device> {
  const adapters = await displayAdapters()
  const adapter = adapters.find((candidate) => !isSoftwareAdapter(candidate)) ?? adapters[0]
  if (adapter === undefined) return { device: 'unnamed adapter', deviceKind: 'gpu', isSoftwareDevice: true, driver: null }
  return {
    device: adapter.name,
    deviceKind: 'gpu',
    isSoftwareDevice: isSoftwareAdapter(adapter),
    driver: adapter.driver,
    deviceMemoryBytes: adapter.memoryBytes,
  }
}

function prepend(folder: string, path: string | undefined): string {
  const rest = (path ?? '').split(':').filter((entry) => entry !== '' && entry !== folder)
  return [folder, ...rest].join(':')
}
