import { type System, thisSystem } from './system.ts'

export interface NvidiaGpu {
  readonly index: number
  readonly uuid: string
  readonly name: string
  readonly driver: string
  /** Null where the GPU shares the host's memory. */
  readonly memoryBytes: number | null
}

/** GPUs as `nvidia-smi` lists them, in the order of the bus; empty where there is no driver. */
export async function nvidiaGpus(system: System = thisSystem): Promise<NvidiaGpu[]> {
  const fields = '--query-gpu=index,uuid,name,driver_version,memory.total'
  const output = await system.output('nvidia-smi', [fields, '--format=csv,noheader,nounits'])
  return output === null ? [] : parseNvidiaSmi(output)
}

/** Reads `0, GPU-…, NVIDIA H100 80GB HBM3, 550.54.15, 81559`, one GPU a line; memory is in MiB or `[N/A]`. */
export function parseNvidiaSmi(output: string): NvidiaGpu[] {
  return output
    .split('\n')
    .map((line) => /^(\d+), *(GPU-[\w-]+), *(.+), *([0-9.]+), *(\d+|\[[^\]]+\])\s*$/.exec(line))
    .filter((match) => match !== null)
    .map(([, index, uuid, name, driver, memory]) => ({
      index: Number(index),
      uuid: uuid!,
      name: name!.trim(),
      driver: driver!,
      memoryBytes: /^\d+$/.test(memory!) ? Number(memory) * 2 ** 20 : null,
    }))
}

/**
 * The GPU that a process sees as its device `deviceId`: `CUDA_VISIBLE_DEVICES` hides and reorders them, by index or by the beginning of a UUID.
 * An entry that names no GPU ends the list, as [CUDA's guide](https://docs.nvidia.com/cuda/cuda-c-programming-guide/#cuda-environment-variables) says.
 */
export function visibleGpu(gpus: readonly NvidiaGpu[], visible: string | undefined, deviceId = 0): NvidiaGpu | undefined {
  if (visible === undefined) return gpus[deviceId]
  const named = visible.split(',').map((entry) => findGpu(gpus, entry.trim()))
  const end = named.indexOf(undefined)
  return (end === -1 ? named : named.slice(0, end))[deviceId]
}

function findGpu(gpus: readonly NvidiaGpu[], entry: string): NvidiaGpu | undefined {
  return /^\d+$/.test(entry)
    ? gpus.find(({ index }) => index === Number(entry))
    : gpus.find(({ uuid }) => entry !== '' && uuid.startsWith(entry))
}
