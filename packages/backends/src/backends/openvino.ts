import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'

/** Intel's OpenVINO, on its processor device. */
export const openvino: Backend = onnxruntimeNodeBackend({
  name: 'openvino',
  provider: 'openvino',
  requirements: [
    { name: 'an onnxruntime-node with the OpenVINO provider', kind: 'system', install: 'build onnxruntime-node with --use_openvino' },
  ],
  async precheck() {
    if (process.arch === 'x64') return null
    return { reason: `OpenVINO needs an x64 processor, this is ${process.arch}`, nextStep: 'use an x64 machine' }
  },
  describeDevice: async () => ({ device: cpuModel(), deviceKind: 'cpu', isSoftwareDevice: false, driver: null }),
})
