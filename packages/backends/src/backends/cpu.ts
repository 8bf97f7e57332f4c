import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { readCpuOptions } from '../provider-options/cpu.ts'

/** The host's processor through onnxruntime-node. */
export const cpu: Backend = onnxruntimeNodeBackend({
  name: 'cpu',
  precisions: ['fp32', 'fp16', 'int8', 'int4'],
  readOptions: readCpuOptions,
  provider: 'cpu',
  describeDevice: async () => ({ device: cpuModel(), deviceKind: 'cpu', isSoftwareDevice: false, driver: null }),
})
