import type { Backend } from '../backend.ts'
import type { Device, Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { displayAdapters, isSoftwareAdapter } from '../probe/display-adapters.ts'
import type { System } from '../probe/system.ts'
import { readDirectmlOptions } from '../provider-options/directml.ts'

/** Any DirectX 12 adapter of Windows, through onnxruntime-node's DirectML provider. */
export const directml: Backend = onnxruntimeNodeBackend({
  name: 'directml',
  precisions: ['fp32', 'fp16', 'int8', 'int4'],
  readOptions: readDirectmlOptions,
  provider: 'dml',
  requirements: [
    { name: 'Windows', kind: 'os', install: 'use a Windows machine' },
    { name: 'a DirectX 12 adapter', kind: 'device', install: 'install the graphics driver' },
  ],
  precheck: missingForDirectml,
  describeDevice: describeDirectml,
})

/** What DirectML lacks here, before the runtime is asked. */
export async function missingForDirectml(system: System): Promise<Missing | null> {
  if (system.platform !== 'win32')
    return { reason: `DirectML exists on Windows only, this is ${system.platform}`, nextStep: 'use a Windows machine' }
  if ((await displayAdapters(system)).length > 0) return null
  return { reason: 'Windows lists no display adapter (Win32_VideoController)', nextStep: 'install the graphics driver' }
}

/** DirectML's default device is the system's first adapter. */
export async function describeDirectml(system: System): Promise<Device> {
  const [adapter] = await displayAdapters(system)
  if (adapter === undefined) return { device: 'DirectX 12 adapter', deviceKind: 'gpu', isSoftwareDevice: false, driver: null }
  return {
    device: adapter.name,
    deviceKind: 'gpu',
    isSoftwareDevice: isSoftwareAdapter(adapter),
    driver: adapter.driver,
    deviceMemoryBytes: adapter.memoryBytes,
  }
}
