import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import type { Device, Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { displayAdapters } from '../probe/display-adapters.ts'
import type { System } from '../probe/system.ts'
import { readCoremlOptions } from '../provider-options/coreml.ts'

/** Apple's Core ML, which spreads a model over processor, GPU and neural engine as it sees fit. */
export const coreml: Backend = onnxruntimeNodeBackend({
  name: 'coreml',
  precisions: ['fp32', 'fp16'],
  readOptions: readCoremlOptions,
  provider: 'coreml',
  requirements: [{ name: 'macOS', kind: 'os', install: 'use a Mac' }],
  precheck: missingForCoreml,
  describeDevice: describeCoreml,
})

/** What Core ML lacks here, before the runtime is asked. */
export async function missingForCoreml(system: System): Promise<Missing | null> {
  if (system.platform === 'darwin') return null
  return { reason: `Core ML exists on macOS only, this is ${system.platform}`, nextStep: 'use a Mac' }
}

/** Apple's chips have the neural engine and one memory for all; Intel's Macs have a GPU at most, the last in the list being the fastest. */
export async function describeCoreml(system: System): Promise<Device> {
  const adapters = await displayAdapters(system)
  const gpu = adapters.at(-1)
  if (system.arch === 'arm64') return { device: gpu?.name ?? cpuModel(), deviceKind: 'npu', isSoftwareDevice: false, driver: null }
  if (gpu === undefined) return { device: cpuModel(), deviceKind: 'cpu', isSoftwareDevice: false, driver: null }
  return { device: gpu.name, deviceKind: 'gpu', isSoftwareDevice: false, driver: null, deviceMemoryBytes: gpu.memoryBytes }
}
