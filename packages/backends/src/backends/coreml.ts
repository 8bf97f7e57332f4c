import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'

/** Apple's Core ML, which spreads a model over processor, GPU and neural engine as it sees fit. */
export const coreml: Backend = onnxruntimeNodeBackend({
  name: 'coreml',
  provider: 'coreml',
  requirements: [{ name: 'macOS', kind: 'os', install: 'use a Mac' }],
  async precheck() {
    if (process.platform === 'darwin') return null
    return { reason: `Core ML exists on macOS only, this is ${process.platform}`, nextStep: 'use a Mac' }
  },
  describeDevice: async () => ({ device: cpuModel(), deviceKind: 'npu', isSoftwareDevice: false, driver: null }),
})
