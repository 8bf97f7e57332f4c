import type { Backend } from '../backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { displayAdapters, isSoftwareAdapter } from '../probe/display-adapters.ts'

/** Any DirectX 12 adapter of Windows, through onnxruntime-node's DirectML provider. */
export const directml: Backend = onnxruntimeNodeBackend({
  name: 'directml',
  provider: 'dml',
  requirements: [
    { name: 'Windows', kind: 'os', install: 'use a Windows machine' },
    { name: 'a DirectX 12 adapter', kind: 'device', install: 'install the graphics driver' },
  ],
  async precheck() {
    if (process.platform === 'win32') return null
    return { reason: `DirectML exists on Windows only, this is ${process.platform}`, nextStep: 'use a Windows machine' }
  },
  async describeDevice() {
    // DirectML's default device is the system's first adapter.
    const [adapter] = await displayAdapters()
    if (adapter === undefined) return { device: 'DirectX 12 adapter', deviceKind: 'gpu', isSoftwareDevice: false, driver: null }
    return { device: adapter.name, deviceKind: 'gpu', isSoftwareDevice: isSoftwareAdapter(adapter), driver: adapter.driver }
  },
})
