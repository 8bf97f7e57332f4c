import { formatBytes } from '../requirements/byte-size.ts'
import type { Trend } from './theil-sen.ts'
import { isGrowth, type LeakReport } from './watch-for-leaks.ts'

/** What leaked, one line each; empty where nothing did. Memory leaks where even the low end of its slope's interval is above what is allowed. */
export function leaksIn({ sessions, javascript, resident, maxGrowthBytes, iterations }: LeakReport): string[] {
  return [
    ...(sessions > 0 ? [`sessions: ${sessions} more than before ${iterations} iterations`] : []),
    ...growth('JavaScript memory', javascript, maxGrowthBytes),
    ...growth('resident memory', resident, maxGrowthBytes),
  ]
}

/** The sentence of a failed `toLeak`. */
export function nothingLeaked({ iterations, javascript, resident }: LeakReport): string {
  return `expected the work to leak, but in ${iterations} iterations no session stayed open, JavaScript memory grew by ${signed(javascript.slope)} and resident memory by ${signed(resident.slope)} per iteration`
}

function growth(what: string, trend: Trend, allowed: number): string[] {
  if (!isGrowth(trend, allowed)) return []
  const { slope, low, high, n } = trend
  return [
    `${what} grows by ${signed(slope)} per iteration (n = ${n}, 99 % interval ${signed(low)} … ${signed(high)}, allowed ${formatBytes(allowed)})`,
  ]
}

function signed(bytes: number): string {
  return bytes < 0 ? `−${formatBytes(-bytes)}` : formatBytes(bytes)
}
