import type { Backend } from '../backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { readWebnnOptions } from '../provider-options/webnn.ts'

/** The browser's neural network interface. */
export const webnn: Backend = onnxruntimeNodeBackend({
  name: 'webnn',
  precisions: ['fp32'],
  readOptions: readWebnnOptions,
  provider: 'webnn',
  requirements: [{ name: 'a browser with navigator.ml', kind: 'system', install: 'run the test in a browser that has WebNN' }],
  async precheck() {
    if ('ml' in globalThis.navigator) return null
    return {
      reason: `node ${process.versions.node} has no WebNN (navigator.ml): it exists in browsers only`,
      nextStep: 'run the model in a browser that has WebNN, with a driver for it',
    }
  },
  describeDevice: async () => ({ device: 'webnn', deviceKind: 'npu', isSoftwareDevice: false, driver: null }),
})
