import type { CustomBackendName } from '@vitest-hardware/contracts'
import type { CoremlOptions } from './coreml.ts'
import type { CpuOptions } from './cpu.ts'
import type { CudaOptions } from './cuda.ts'
import type { DirectmlOptions } from './directml.ts'
import type { QnnOptions } from './qnn.ts'
import type { WasmOptions } from './wasm.ts'
import type { WebgpuOptions } from './webgpu.ts'
import type { WebnnOptions } from './webnn.ts'

/**
 * Options of a backend's own, by backend: each takes its part and leaves the others alone, so that one object serves a test that runs
 * on many. Only what the runtime really reads is offered; `rocm`, `openvino` and `reference` have no options.
 */
export interface ProviderOptions {
  readonly coreml?: CoremlOptions
  readonly cpu?: CpuOptions
  readonly cuda?: CudaOptions
  readonly directml?: DirectmlOptions
  readonly qnn?: QnnOptions
  readonly wasm?: WasmOptions
  readonly webgpu?: WebgpuOptions
  readonly webnn?: WebnnOptions
  /** Of a third party's backend, which checks them itself. */
  readonly [custom: CustomBackendName]: object
}
