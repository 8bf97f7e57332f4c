import { join } from 'node:path'
import { rate } from '../rate.ts'
import { readText } from '../read-text.ts'
import type { TelemetrySource } from '../telemetry-source.ts'

const metrics = [{ name: 'cpu-throttled', unit: '%', direction: 'lower', combine: 'mean' }] as const

/** How long a container's limit of processor time held its threads back, in percent of the time; all of them together, so above 100 at times. */
export const throttling: TelemetrySource = {
  name: 'throttling',
  async open({ platform, root }) {
    if (platform !== 'linux') return { reason: `${platform} has no control groups` }
    const group = /^0::(.*)$/m.exec(readText(join(root, 'proc/self/cgroup')) ?? '')?.[1]
    const path = group === undefined ? null : join(root, 'sys/fs/cgroup', group, 'cpu.stat')
    if (path === null || throttledSeconds(readText(path)) === null)
      return { reason: 'no limit of processor time (cgroup v2) is set for this process' }
    const throttled = rate()
    return {
      metrics,
      read(now) {
        const seconds = throttledSeconds(readText(path))
        const perSecond = seconds === null ? null : throttled.next(seconds, now)
        return perSecond === null ? {} : { 'cpu-throttled': perSecond * 100 }
      },
    }
  },
}

/** `throttled_usec` (Documentation/admin-guide/cgroup-v2.rst) is there where the cpu controller is. */
function throttledSeconds(text: string | null): number | null {
  const match = /^throttled_usec (\d+)$/m.exec(text ?? '')
  return match === null ? null : Number(match[1]) / 1e6
}
