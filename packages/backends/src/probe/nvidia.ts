import { outputOf } from './command.ts'

export interface NvidiaGpu {
  readonly name: string
  readonly driver: string
}

/** GPUs as `nvidia-smi` lists them; empty where there is no driver. */
export async function nvidiaGpus(): Promise<NvidiaGpu[]> {
  const output = await outputOf('nvidia-smi', ['--query-gpu=name,driver_version', '--format=csv,noheader'])
  return output === null ? [] : parseNvidiaSmi(output)
}

/** Reads `NVIDIA H100 80GB HBM3, 550.54.15`, one GPU a line. */
export function parseNvidiaSmi(output: string): NvidiaGpu[] {
  return output
    .split('\n')
    .map((line) => /^(.+), *([0-9.]+)\s*$/.exec(line))
    .filter((match) => match !== null)
    .map((match) => ({ name: match[1]!.trim(), driver: match[2]! }))
}
