import { openSessionCount } from '@vitest-hardware/backends'
import { UsageError } from '@vitest-hardware/contracts'
import { type ByteSize, parseByteSize } from '../requirements/byte-size.ts'
import { collectGarbage } from './collect-garbage.ts'
import { theilSen, type Trend } from './theil-sen.ts'

export interface LeakOptions {
  /** Times that the work is done and memory is read after it, 10 … 10,000. @default 20 */
  readonly iterations?: number
  /** Times before, which fill caches and pools and are not judged, 0 … 10,000. @default 10 */
  readonly warmup?: number
  /** Growth of memory per iteration that is no leak. @default '16 KiB' */
  readonly maxGrowth?: ByteSize
}

/** Memory after each iteration, when garbage has been collected; bytes. */
export interface MemorySeries {
  /** Of V8: its heap, and array buffers and other memory held by its objects. */
  readonly javascript: readonly number[]
  /** Of the process. */
  readonly resident: readonly number[]
}

/** What grew. */
export interface LeakReport {
  readonly iterations: number
  /** Sessions that are open after the last iteration and were not after the warm-up. */
  readonly sessions: number
  readonly javascript: Trend
  readonly resident: Trend
  readonly maxGrowthBytes: number
}

/**
 * Does the work again and again and looks at what stays.
 * @throws {UsageError} options out of range, and what the work throws
 */
export async function watchForLeaks(work: () => unknown, options: LeakOptions = {}): Promise<LeakReport> {
  const iterations = count('iterations', options.iterations ?? 20, 10)
  const warmup = count('warmup', options.warmup ?? 10, 0)
  const maxGrowthBytes = parseByteSize(options.maxGrowth ?? '16 KiB', 'maxGrowth')
  for (let iteration = 0; iteration < warmup; iteration++) {
    await work()
    await collectGarbage()
  }
  const before = openSessionCount()
  const [javascript, resident]: [number[], number[]] = [[], []]
  for (let iteration = 0; iteration < iterations; iteration++) {
    await work()
    await collectGarbage()
    const { heapUsed, external, rss } = process.memoryUsage()
    javascript.push(heapUsed + external)
    resident.push(rss)
  }
  return {
    iterations,
    sessions: openSessionCount() - before,
    javascript: theilSen(javascript),
    resident: theilSen(resident),
    maxGrowthBytes,
  }
}

function count(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least && value <= 10_000) return value
  throw new UsageError(`toLeak: ${name} cannot be ${value}`, { input: name, nextStep: `give a whole number from ${least} to 10,000` })
}
