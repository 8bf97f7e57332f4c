import type { Backend } from '../backend.ts'
import { cpuModel } from '../host.ts'
import { onnxruntimeBackend } from '../onnxruntime/backend.ts'
import { loadWebRuntime, onnxruntimeWeb } from '../onnxruntime-web/runtime.ts'
import { readWasmOptions } from '../provider-options/wasm.ts'

/** The kernels that browsers run, in Node: onnxruntime-web's WebAssembly build. */
export const wasm: Backend = onnxruntimeBackend({
  name: 'wasm',
  precisions: ['fp32', 'fp16', 'int8', 'int4'],
  readOptions: readWasmOptions,
  requirements: [onnxruntimeWeb],
  load: () => loadWebRuntime('wasm', 'wasm'),
  describeDevice: async () => ({ device: cpuModel(), deviceKind: 'cpu', isSoftwareDevice: false, driver: null }),
  afterFailedProbe: (reason) => ({
    reason: `onnxruntime-web does not run WebAssembly here: ${reason}`,
    nextStep: 'use a Node version with WebAssembly SIMD and threads (22 or newer)',
  }),
})
