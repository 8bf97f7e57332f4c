import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { TelemetryReading, TelemetrySource } from '../telemetry-source.ts'

const metrics = [
  { name: 'gpu', unit: '%', direction: 'lower', combine: 'mean' },
  { name: 'gpu-memory', unit: 'bytes', direction: 'lower', combine: 'max' },
  { name: 'gpu-temperature', unit: '°C', direction: 'lower', combine: 'max' },
  { name: 'gpu-power', unit: 'W', direction: 'lower', combine: 'mean' },
] as const

const fields = 'index,utilization.gpu,memory.used,temperature.gpu,power.draw'

/** How long `nvidia-smi` may take to its first line, ms; it loads the driver where nothing else has. */
const firstLineMs = 10_000

/**
 * All NVIDIA GPUs: the busiest's use, memory of all, the hottest's temperature, power of all. One `nvidia-smi` runs along and prints at
 * every interval: starting one for each reading would take more than what is measured.
 */
export const nvidia: TelemetrySource = {
  name: 'nvidia',
  open: ({ everyMs }) =>
    new Promise((resolve) => {
      const child = spawn('nvidia-smi', [`--query-gpu=${fields}`, '--format=csv,noheader,nounits', `-lms`, String(everyMs)], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const latest = new Map<string, GpuReading>()
      const stop = (): void => void child.kill()
      const absent = (reason: string): void => {
        clearTimeout(timer)
        stop()
        resolve({ reason })
      }
      const timer = setTimeout(() => absent(`nvidia-smi said nothing for ${firstLineMs / 1000} s`), firstLineMs)
      child.once('error', () => absent('there is no nvidia-smi on the PATH'))
      child.once('exit', (code) => {
        // what it said last is not what is now
        latest.clear()
        absent(`nvidia-smi ended with ${code}: no driver or no GPU`)
      })
      createInterface({ input: child.stdout }).on('line', (line) => {
        const parsed = parseNvidiaLine(line)
        if (parsed === null) return
        clearTimeout(timer)
        latest.set(parsed.index, parsed)
        resolve({ metrics, read: () => ofAll([...latest.values()]), [Symbol.dispose]: stop })
      })
    }),
}

/** NaN where the GPU does not tell (`[N/A]`). */
export interface GpuReading {
  readonly index: string
  readonly use: number
  readonly memoryBytes: number
  readonly temperature: number
  readonly watts: number
}

/** Reads `0, 12, 1024, 41, 68.30`; memory is in MiB. Null for what is no such line. */
export function parseNvidiaLine(line: string): GpuReading | null {
  const cells = line.split(',').map((cell) => cell.trim())
  const [index, ...numbers] = cells
  if (index === undefined || !/^\d+$/.test(index) || numbers.length !== 4) return null
  const [use, memory, temperature, watts] = numbers.map((cell) => (cell === '' ? Number.NaN : Number(cell))) as [
    number,
    number,
    number,
    number,
  ]
  return { index, use, memoryBytes: memory * 2 ** 20, temperature, watts }
}

/** Several GPUs as one reading. */
export function ofAll(gpus: readonly GpuReading[]): TelemetryReading {
  const known = (pick: (gpu: GpuReading) => number): number[] => gpus.map(pick).filter((value) => Number.isFinite(value))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const largest = (values: readonly number[]): number => Math.max(...values)
  const readings: [string, number[], (values: readonly number[]) => number][] = [
    ['gpu', known(({ use }) => use), largest],
    ['gpu-memory', known(({ memoryBytes }) => memoryBytes), sum],
    ['gpu-temperature', known(({ temperature }) => temperature), largest],
    ['gpu-power', known(({ watts }) => watts), sum],
  ]
  return Object.fromEntries(readings.flatMap(([name, values, merge]) => (values.length === 0 ? [] : [[name, merge(values)]])))
}
