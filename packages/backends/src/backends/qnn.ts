import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'

/** Qualcomm's neural processors, through the QNN provider that onnxruntime-node has on Windows for ARM. */
export const qnn: Backend = onnxruntimeNodeBackend({
  name: 'qnn',
  provider: 'qnn',
  requirements: [
    { name: 'Windows on ARM64', kind: 'os', install: 'use a Windows machine with a Snapdragon processor' },
    { name: 'a Hexagon NPU', kind: 'device', install: 'use a Windows machine with a Snapdragon processor' },
  ],
  async precheck() {
    if (process.platform === 'win32' && process.arch === 'arm64') return null
    const reason = `QNN needs Windows on a Snapdragon processor (win32-arm64), this is ${process.platform}-${process.arch}`
    return { reason, nextStep: 'use a Windows machine with a Snapdragon processor' }
  },
  describeDevice: async () => ({ device: cpuModel(), deviceKind: 'npu', isSoftwareDevice: false, driver: null }),
})
