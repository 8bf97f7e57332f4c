import type { BackendName } from '@vitest-hardware/contracts'
import type { Requirement } from '../backend.ts'
import { once } from '../once.ts'
import type { Missing } from '../onnxruntime/backend.ts'
import { creator, type Runtime } from '../onnxruntime/runtime.ts'
import { importPeer } from '../peer.ts'

export const onnxruntimeWeb: Requirement = { name: 'onnxruntime-web', kind: 'npm', install: 'npm install --save-dev onnxruntime-web' }

// In Node the package's export condition `node` leads to ort.node.min.mjs, which runs ort-wasm-simd-threaded.wasm. It carries its own
// copy of onnxruntime-common, so that its settings and providers do not meet those of onnxruntime-node.
const load = once(() => importPeer('onnxruntime-web', () => import('onnxruntime-web')))

/** Imports onnxruntime-web from the user's project. Its threads stay at its own default: half the cores, at most four. */
export async function loadWebRuntime(backend: BackendName, provider: string): Promise<{ runtime: Runtime } | { missing: Missing }> {
  const peer = await load()
  if (peer.state === 'absent') return { missing: { reason: 'onnxruntime-web is not installed', nextStep: onnxruntimeWeb.install } }
  if (peer.state === 'broken') {
    return {
      missing: {
        reason: `onnxruntime-web does not load: ${peer.reason}`,
        nextStep: 'install it again: npm install --save-dev onnxruntime-web',
      },
    }
  }
  const { env, InferenceSession } = peer.module
  const version = env.versions.web ?? env.versions.common
  return {
    runtime: {
      backend,
      name: 'onnxruntime-web',
      version,
      build: 'simd-threaded',
      provider,
      opensFiles: false,
      checksArrays: false,
      create: creator(InferenceSession),
    },
  }
}
