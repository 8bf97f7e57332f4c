import { cpus } from 'node:os'
import { join } from 'node:path'
import { rate, shortestRateMs } from '../rate.ts'
import { readText } from '../read-text.ts'
import type { TelemetrySource } from '../telemetry-source.ts'

const metrics = [
  { name: 'cpu', unit: '%', direction: 'lower', combine: 'mean' },
  { name: 'process-cpu', unit: '%', direction: 'lower', combine: 'mean' },
] as const

/** Processor time: of the machine in percent of all its cores, of this process in percent of one core. */
export const processor: TelemetrySource = {
  name: 'processor',
  async open({ platform, root }) {
    const stat = join(root, 'proc', 'stat')
    const busyShare = share()
    const own = rate()
    return {
      metrics,
      read(now) {
        // `os.cpus()` reads several files for each core, so on Linux it is only the way out
        const times = (platform === 'linux' ? parseStat(readText(stat) ?? '') : null) ?? timesOfCores()
        const busy = busyShare(times, now)
        const { user, system } = process.cpuUsage()
        const ownPerSecond = own.next((user + system) / 1e6, now)
        return { ...(busy === null ? {} : { cpu: busy }), ...(ownPerSecond === null ? {} : { 'process-cpu': ownPerSecond * 100 }) }
      },
    }
  },
}

/** Time since boot in any unit. */
export interface ProcessorTimes {
  readonly busy: number
  readonly idle: number
}

/**
 * First line of `/proc/stat` (proc_stat(5)): user, nice, system, idle, iowait, irq, softirq, steal, and guest times that are part of user.
 * Waiting for a disk is idle time.
 */
export function parseStat(text: string): ProcessorTimes | null {
  const match = /^cpu +([\d ]+)/.exec(text)
  if (match === null) return null
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softIrq = 0, steal = 0] = match[1]!.trim().split(' ').map(Number)
  return { busy: user + nice + system + irq + softIrq + steal, idle: idle + wait }
}

function timesOfCores(): ProcessorTimes {
  let [busy, idle] = [0, 0]
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq
    idle += times.idle
  }
  return { busy, idle }
}

/** Busy share of the time between two readings, percent; null until enough time has passed. */
function share(): (times: ProcessorTimes, now: number) => number | null {
  let last: (ProcessorTimes & { readonly at: number }) | null = null
  return ({ busy, idle }, now) => {
    const before = last
    if (before !== null && now - before.at < shortestRateMs) return null
    last = { busy, idle, at: now }
    if (before === null) return null
    const [busyTime, idleTime] = [busy - before.busy, idle - before.idle]
    // the kernel's idle times may go back by a step
    return busyTime < 0 || idleTime < 0 || busyTime + idleTime === 0 ? null : (100 * busyTime) / (busyTime + idleTime)
  }
}
