import type { BackendName } from '@vitest-hardware/contracts'
import type { Requirement } from '../backend.ts'
import { once } from '../once.ts'
import type { Missing } from '../onnxruntime/backend.ts'
import { creator, type Runtime } from '../onnxruntime/runtime.ts'
import { importPeer } from '../peer.ts'

export const onnxruntimeNode: Requirement = { name: 'onnxruntime-node', kind: 'npm', install: 'npm install --save-dev onnxruntime-node' }

/** ONNX Runtime's names of its providers, without their ending. */
const profileNames: Readonly<Record<string, string>> = {
  cpu: 'CPU',
  coreml: 'CoreML',
  cuda: 'CUDA',
  dml: 'Dml',
  openvino: 'OpenVINO',
  qnn: 'QNN',
  rocm: 'ROCM',
  webgpu: 'WebGpu',
  webnn: 'WebNN',
}

const load = once(() => importPeer('onnxruntime-node', () => import('onnxruntime-node')))

/**
 * Imports onnxruntime-node from the user's project and asks whether it has the provider on this platform.
 * @param provider its name in `listSupportedBackends()`
 * @param getProvider what to do where it has none
 */
export async function loadNodeRuntime(
  backend: BackendName,
  provider: string,
  getProvider?: string,
): Promise<{ runtime: Runtime } | { missing: Missing }> {
  const peer = await load()
  if (peer.state === 'absent') return { missing: { reason: 'onnxruntime-node is not installed', nextStep: onnxruntimeNode.install } }
  if (peer.state === 'broken') {
    const nextStep = 'reinstall it on this machine: npm rebuild onnxruntime-node (its native library needs glibc on Linux)'
    return { missing: { reason: `onnxruntime-node does not load: ${peer.reason}`, nextStep } }
  }
  const { env, InferenceSession, listSupportedBackends } = peer.module
  const version = env.versions.node ?? env.versions.common
  const offered = listSupportedBackends().map(({ name }) => name)
  if (!offered.includes(provider)) {
    const reason = `onnxruntime-node ${version} has no provider '${provider}' on ${process.platform}-${process.arch} (it has ${offered.join(', ')})`
    return { missing: { reason, nextStep: getProvider ?? `use one of the backends that it has here: ${offered.join(', ')}` } }
  }
  return {
    runtime: {
      backend,
      name: 'onnxruntime-node',
      version,
      build: null,
      provider,
      opensFiles: true,
      checksArrays: true,
      sharesNodes: provider !== 'cpu',
      profileName: profileNames[provider] ?? provider,
      create: creator(InferenceSession),
    },
  }
}
