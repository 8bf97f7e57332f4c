import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Backend } from '../backend.ts'
import type { Device, Missing } from '../onnxruntime/backend.ts'
import { onnxruntimeNodeBackend } from '../onnxruntime-node/backend.ts'
import { resolvePeer } from '../peer.ts'
import { nvidiaGpus, visibleGpu } from '../probe/nvidia.ts'
import type { System } from '../probe/system.ts'
import { readCudaOptions } from '../provider-options/cuda.ts'

const providerLibrary = 'libonnxruntime_providers_cuda.so'
const getProvider = 'ONNXRUNTIME_NODE_INSTALL=cuda12 npm rebuild onnxruntime-node'
const getDriver = 'install the NVIDIA driver, or pass the GPU into the container (docker run --gpus all)'

/** NVIDIA GPUs through onnxruntime-node's CUDA provider. */
export const cuda: Backend = onnxruntimeNodeBackend({
  name: 'cuda',
  precisions: ['fp32', 'fp16', 'int8', 'int4'],
  readOptions: readCudaOptions,
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
  precheck: async (system) => (await missingForCuda(system)) ?? missingProvider(),
  describeDevice: describeCuda,
  afterFailedProbe: (reason) => ({
    reason: `the CUDA provider does not start: ${reason}`,
    nextStep: 'install the CUDA 12 runtime libraries and cuDNN 9 that it names, findable by the dynamic linker',
  }),
})

/** What CUDA lacks here, before the runtime is asked. */
export async function missingForCuda(system: System): Promise<Missing | null> {
  if (system.platform !== 'linux' || system.arch !== 'x64') {
    return {
      reason: `onnxruntime-node has CUDA for linux-x64 only, this is ${system.platform}-${system.arch}`,
      nextStep: 'use a linux-x64 machine with an NVIDIA GPU',
    }
  }
  // Native Linux has /dev/nvidia<n>; the Windows subsystem shares its GPU as /dev/dxg.
  const nodes = (await system.names('/dev')).filter((name) => /^nvidia\d+$/.test(name)).map((name) => `/dev/${name}`)
  const states = await Promise.all([...nodes, '/dev/dxg'].map((node) => system.device(node)))
  if (!states.includes('usable')) {
    const [first] = nodes
    return first === undefined
      ? { reason: 'no NVIDIA GPU: there is no /dev/nvidia0', nextStep: getDriver }
      : { reason: `this user may not open ${first}`, nextStep: 'add the user to the group that owns it' }
  }
  if ((await system.library('libcuda.so.1')) === null)
    return { reason: 'the NVIDIA driver library libcuda.so.1 is not found', nextStep: getDriver }
  const gpus = await nvidiaGpus(system)
  if (gpus.length === 0) return { reason: 'nvidia-smi lists no GPU', nextStep: getDriver }
  const visible = system.environment.CUDA_VISIBLE_DEVICES
  if (visibleGpu(gpus, visible) === undefined)
    return { reason: `CUDA_VISIBLE_DEVICES='${visible}' hides every GPU`, nextStep: 'unset it, or name a GPU that nvidia-smi lists' }
  return null
}

/** The GPU that the process sees first. */
export async function describeCuda(system: System): Promise<Device> {
  const gpu = visibleGpu(await nvidiaGpus(system), system.environment.CUDA_VISIBLE_DEVICES)
  return {
    device: gpu?.name ?? 'NVIDIA GPU',
    deviceKind: 'gpu',
    isSoftwareDevice: false,
    driver: gpu === undefined ? null : `nvidia ${gpu.driver}`,
    deviceMemoryBytes: gpu?.memoryBytes ?? null,
  }
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
