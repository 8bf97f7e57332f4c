import { type Backend, getBackend } from '@vitest-hardware/backends'
import type { BackendName } from '@vitest-hardware/contracts'

/**
 * Backends in the order in which `auto` tries them: GPUs and accelerators by their vendors' own libraries, WebGPU, then processors. WebGPU counts only on a
 * real device: on a software one it is slower than `cpu`.
 */
export const backendChain: readonly BackendName[] = ['cuda', 'rocm', 'coreml', 'directml', 'qnn', 'openvino', 'webgpu', 'cpu', 'wasm']

/** The chain that `backend` and `fallback` mean. */
export async function chainOf(
  backend: BackendName | 'auto' | Backend,
  fallback: readonly (BackendName | Backend)[] | undefined,
): Promise<readonly (BackendName | Backend)[]> {
  if (backend !== 'auto') return [backend, ...(fallback ?? backendChain.filter((name) => name !== backend))]
  if (fallback !== undefined) return fallback
  const detection = await getBackend('webgpu').detect()
  const isSoftware = detection.available && detection.profile.isSoftwareDevice
  return backendChain.filter((name) => name !== 'webgpu' || !isSoftware)
}
