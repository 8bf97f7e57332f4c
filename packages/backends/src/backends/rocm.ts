import type { Backend } from '../backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { deviceNode } from '../probe/device-node.ts'
import { findSharedLibrary } from '../probe/shared-library.ts'

const getDriver = 'install the amdgpu kernel driver and ROCm, or pass /dev/kfd and /dev/dri into the container'

/** AMD GPUs through ROCm. */
export const rocm: Backend = onnxruntimeNodeBackend({
  name: 'rocm',
  provider: 'rocm',
  requirements: [
    { name: 'Linux', kind: 'os', install: 'use a Linux machine' },
    { name: 'an AMD GPU (/dev/kfd)', kind: 'device', install: getDriver },
    { name: 'ROCm (libamdhip64.so)', kind: 'driver', install: getDriver },
  ],
  async precheck() {
    if (process.platform !== 'linux')
      return { reason: `ROCm needs Linux, this is ${process.platform}`, nextStep: 'use a Linux machine with an AMD GPU' }
    const kfd = await deviceNode('/dev/kfd')
    if (kfd === 'absent') return { reason: 'no AMD compute device: there is no /dev/kfd', nextStep: getDriver }
    if (kfd === 'forbidden') return { reason: 'this user may not open /dev/kfd', nextStep: 'add the user to the groups render and video' }
    for (const library of ['libamdhip64.so', 'libamdhip64.so.6', 'libamdhip64.so.7'])
      if ((await findSharedLibrary(library)) !== null) return null
    return { reason: 'the ROCm library libamdhip64.so is not found', nextStep: getDriver }
  },
  describeDevice: async () => ({ device: 'AMD GPU', deviceKind: 'gpu', isSoftwareDevice: false, driver: 'amdgpu' }),
})
