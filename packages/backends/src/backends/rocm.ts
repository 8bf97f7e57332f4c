import type { Backend } from '../backend.ts'
import type { Device, Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { amdGpus } from '../probe/amd.ts'
import type { System } from '../probe/system.ts'
import { noOptions } from '../provider-options/reader.ts'

const getDriver = 'install the amdgpu kernel driver and ROCm, or pass the GPU into the container (--device /dev/kfd --device /dev/dri)'
const getProvider = 'no published onnxruntime-node has it: use webgpu on this GPU, or a backend of your own (defineBackend)'
const libraries = ['libamdhip64.so.7', 'libamdhip64.so.6', 'libamdhip64.so.5', 'libamdhip64.so']

/** AMD GPUs through ROCm. */
export const rocm: Backend = onnxruntimeNodeBackend({
  name: 'rocm',
  precisions: ['fp32', 'fp16'],
  readOptions: noOptions,
  provider: 'rocm',
  getProvider,
  requirements: [
    { name: 'Linux', kind: 'os', install: 'use a Linux machine' },
    { name: 'an AMD GPU (/dev/kfd)', kind: 'device', install: getDriver },
    { name: 'ROCm (libamdhip64.so)', kind: 'driver', install: getDriver },
    {
      name: 'an onnxruntime-node with the ROCm provider',
      kind: 'system',
      install: getProvider,
    },
  ],
  precheck: missingForRocm,
  describeDevice: describeRocm,
})

/** What ROCm lacks here, before any runtime is asked. */
export async function missingForRocm(system: System): Promise<Missing | null> {
  if (system.platform !== 'linux')
    return { reason: `ROCm needs Linux, this is ${system.platform}`, nextStep: 'use a Linux machine with an AMD GPU' }
  const kfd = await system.device('/dev/kfd')
  if (kfd === 'absent') return { reason: 'no AMD compute device: there is no /dev/kfd', nextStep: getDriver }
  if (kfd === 'forbidden') return { reason: 'this user may not open /dev/kfd', nextStep: 'add the user to the groups render and video' }
  const found = await Promise.all(libraries.map((library) => system.library(library)))
  if (found.every((path) => path === null)) return { reason: 'the ROCm library libamdhip64.so is not found', nextStep: getDriver }
  // /dev/kfd is there wherever the module is loaded, also for a processor alone
  if ((await amdGpus(system)).length === 0)
    return { reason: '/dev/kfd is there, but neither rocm-smi nor the kernel lists an AMD GPU', nextStep: getDriver }
  return null
}

export async function describeRocm(system: System): Promise<Device> {
  const [gpu] = await amdGpus(system)
  return {
    device: gpu?.name ?? 'AMD GPU',
    deviceKind: 'gpu',
    isSoftwareDevice: false,
    driver: gpu?.driver == null ? 'amdgpu' : `amdgpu ${gpu.driver}`,
    deviceMemoryBytes: gpu?.memoryBytes ?? null,
  }
}
