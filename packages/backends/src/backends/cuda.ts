import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Backend } from '../backend.ts'
import type { Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { resolvePeer } from '../peer.ts'
import { deviceNode } from '../probe/device-node.ts'
import { nvidiaGpus } from '../probe/nvidia.ts'
import { findSharedLibrary } from '../probe/shared-library.ts'

const providerLibrary = 'libonnxruntime_providers_cuda.so'
const getProvider = 'ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node'
const getDriver = 'install the NVIDIA driver, or pass the GPU into the container (docker run --gpus all)'

/** NVIDIA GPUs through onnxruntime-node's CUDA provider. */
export const cuda: Backend = onnxruntimeNodeBackend({
  name: 'cuda',
  provider: 'cuda',
  requirements: [
    { name: 'an NVIDIA GPU', kind: 'device', install: 'use a machine with an NVIDIA GPU' },
    { name: 'NVIDIA driver', kind: 'driver', install: getDriver },
    { name: providerLibrary, kind: 'system', install: getProvider },
    {
      name: 'CUDA 12 and cuDNN 9',
      kind: 'system',
      install: 'install the CUDA 12 runtime libraries and cuDNN 9, findable by the dynamic linker',
    },
  ],
  async precheck() {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      return {
        reason: `onnxruntime-node has CUDA for linux-x64 only, this is ${process.platform}-${process.arch}`,
        nextStep: 'use a linux-x64 machine with an NVIDIA GPU',
      }
    }
    return (await missingDevice()) ?? missingProvider()
  },
  async describeDevice() {
    const [gpu] = await nvidiaGpus()
    return {
      device: gpu?.name ?? 'NVIDIA GPU',
      deviceKind: 'gpu',
      isSoftwareDevice: false,
      driver: gpu === undefined ? null : `nvidia ${gpu.driver}`,
    }
  },
  afterFailedProbe: (reason) => ({
    reason: `the CUDA provider does not start: ${reason}`,
    nextStep: 'install the CUDA 12 runtime libraries and cuDNN 9 that it names, findable by the dynamic linker',
  }),
})

async function missingDevice(): Promise<Missing | null> {
  // Native Linux has /dev/nvidia<n>; the Windows subsystem shares its GPU as /dev/dxg.
  const [native, shared] = await Promise.all([deviceNode('/dev/nvidia0'), deviceNode('/dev/dxg')])
  if (native === 'forbidden') return { reason: 'this user may not open /dev/nvidia0', nextStep: 'add the user to the group that owns it' }
  if (native === 'absent' && shared === 'absent') return { reason: 'no NVIDIA GPU: there is no /dev/nvidia0', nextStep: getDriver }
  if ((await findSharedLibrary('libcuda.so.1')) === null)
    return { reason: 'the NVIDIA driver library libcuda.so.1 is not found', nextStep: getDriver }
  if ((await nvidiaGpus()).length === 0) return { reason: 'nvidia-smi lists no GPU', nextStep: getDriver }
  return null
}

async function missingProvider(): Promise<Missing | null> {
  const entry = resolvePeer('onnxruntime-node')
  if (entry === null) return null
  const library = join(dirname(entry), '..', 'bin', 'napi-v6', process.platform, process.arch, providerLibrary)
  const found = await access(library).then(
    () => true,
    () => false,
  )
  return found ? null : { reason: `onnxruntime-node was installed without its CUDA provider (${providerLibrary})`, nextStep: getProvider }
}
