import { openSessionCount } from '@vitest-hardware/backends'
import { UsageError } from '@vitest-hardware/contracts'
import { type ByteSize, parseByteSize } from '../requirements/byte-size.ts'
import { collectGarbage } from './collect-garbage.ts'
import { theilSen, type Trend } from './theil-sen.ts'

export interface LeakOptions {
  /** Times that the work is done and memory is read after it, 10 … 10,000; up to three times as many where memory grows. @default 20 */
  readonly iterations?: number
  /**
   * Times before, which are not judged, 0 … 10,000: the work fills caches and pools, and V8 lets go of code that is no longer used over several
   * collections. @default 10
   */
  readonly warmup?: number
  /** Growth of memory per iteration that is no leak. @default '16 KiB' */
  readonly maxGrowth?: ByteSize
}

/** What grew. */
export interface LeakReport {
  /** Of the block that was judged. */
  readonly iterations: number
  /** Sessions that are open after the last iteration and were not before the first. */
  readonly sessions: number
  /** Of V8: its heap, and array buffers and other memory held by its objects; bytes per iteration. */
  readonly javascript: Trend
  /** Of the process, bytes per iteration. */
  readonly resident: Trend
  readonly maxGrowthBytes: number
}

/**
 * Further blocks of iterations where memory grew in one. V8 compiles WebAssembly again and again in its first dozens of calls, and allocators
 * grow in steps: both end, a leak does not.
 */
const furtherBlocks = 2

/**
 * Does the work again and again and looks at what stays.
 * @param signal ends it between two iterations
 * @throws {UsageError} options out of range, and what the work throws
 */
export async function watchForLeaks(work: () => unknown, options: LeakOptions = {}, signal?: AbortSignal): Promise<LeakReport> {
  const iterations = count('iterations', options.iterations ?? 20, 10)
  const warmup = count('warmup', options.warmup ?? 10, 0)
  const maxGrowthBytes = parseByteSize(options.maxGrowth ?? '16 KiB', 'maxGrowth')
  const once = async (): Promise<void> => {
    signal?.throwIfAborted()
    await work()
    await collectGarbage()
  }
  for (let iteration = 0; iteration < warmup; iteration++) await once()
  let report = await block(once, iterations, maxGrowthBytes)
  for (let again = 0; again < furtherBlocks && report.sessions <= 0 && memoryGrows(report); again++)
    report = await block(once, iterations, maxGrowthBytes)
  return report
}

/** Whether even the low end of a slope's interval is above what is allowed. */
export function isGrowth({ low }: Trend, maxGrowthBytes: number): boolean {
  return low > maxGrowthBytes
}

async function block(once: () => Promise<void>, iterations: number, maxGrowthBytes: number): Promise<LeakReport> {
  const before = openSessionCount()
  const [javascript, resident]: [number[], number[]] = [[], []]
  for (let iteration = 0; iteration < iterations; iteration++) {
    await once()
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

function memoryGrows({ javascript, resident, maxGrowthBytes }: LeakReport): boolean {
  return isGrowth(javascript, maxGrowthBytes) || isGrowth(resident, maxGrowthBytes)
}

function count(name: string, value: number, least: number): number {
  if (Number.isInteger(value) && value >= least && value <= 10_000) return value
  throw new UsageError(`toLeak: ${name} cannot be ${value}`, { input: name, nextStep: `give a whole number from ${least} to 10,000` })
}
