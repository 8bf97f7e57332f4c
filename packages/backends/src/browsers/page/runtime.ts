import type { DataType, Tensor } from '@vitest-hardware/onnx-graph'
import type { RuntimeChoice, WireSessionOptions } from '../wire/messages.ts'

/** As much of onnxruntime-web as a page uses. */
export interface WebRuntime {
  readonly env: {
    logLevel?: string
    readonly wasm: { wasmPaths?: string; numThreads?: number }
    readonly webgpu?: { readonly device?: Promise<PageGpuDevice> | PageGpuDevice }
    readonly versions: { readonly web?: string; readonly common: string }
  }
  readonly InferenceSession: {
    create(model: Uint8Array, options: object): Promise<WebSession>
  }
}

export interface WebSession {
  readonly inputMetadata: readonly PageValueMetadata[]
  readonly outputMetadata: readonly PageValueMetadata[]
  run(feeds: Readonly<Record<string, PageTensor>>): Promise<Readonly<Record<string, PageTensor>>>
  release(): Promise<void>
}

export type PageValueMetadata =
  | { readonly name: string; readonly isTensor: false }
  | { readonly name: string; readonly isTensor: true; readonly type: DataType; readonly shape: readonly (number | string)[] }

/** onnxruntime-common takes plain objects as tensors where they say that they lie in memory. */
export interface PageTensor extends Tensor {
  readonly location: string
}

export interface PageGpuDevice {
  readonly lost: Promise<{ readonly reason: string; readonly message: string }>
}

/** Imports the build and prepares it; sessions share its one WebAssembly instance. */
export async function loadRuntime({ module, folder }: RuntimeChoice): Promise<WebRuntime> {
  const runtime = (await import(module)) as WebRuntime
  runtime.env.wasm.wasmPaths = folder
  runtime.env.logLevel = 'fatal'
  return runtime
}

export async function createSession(
  runtime: WebRuntime,
  model: Uint8Array,
  externalData: readonly { readonly path: string; readonly data: Uint8Array }[],
  options: WireSessionOptions,
): Promise<WebSession> {
  return runtime.InferenceSession.create(model, { ...options, ...(externalData.length > 0 ? { externalData } : {}) })
}

/** The device that the runtime's WebGPU sessions share now; undefined where it has none. */
export async function currentDevice(runtime: WebRuntime): Promise<PageGpuDevice | undefined> {
  try {
    return await runtime.env.webgpu?.device
  } catch {
    // the property throws where no session asked for a device yet
    return undefined
  }
}
