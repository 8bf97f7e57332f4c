import { join } from 'node:path'
import { rate, type Rate } from '../rate.ts'
import { namesIn, readNumber } from '../read-text.ts'
import type { TelemetrySource } from '../telemetry-source.ts'

const metrics = [{ name: 'power', unit: 'W', direction: 'lower', combine: 'mean' }] as const

interface Package {
  readonly counter: string
  /** In microjoules, as the counter wraps in them. */
  readonly energy: Rate
}

/**
 * Power of all processor packages, from the energy counters of RAPL (Intel SDM vol. 3, 16.10; AMD has the same) in
 * microjoules (Documentation/power/powercap/powercap.rst).
 */
export const power: TelemetrySource = {
  name: 'power',
  async open({ platform, root }) {
    if (platform !== 'linux') return { reason: `${platform} tells of power only through programs of its own, as administrator` }
    // the parts of a package (`intel-rapl:0:0`) are in its sum already
    const folder = join(root, 'sys/class/powercap')
    const zones = namesIn(folder).filter((name) => /^intel-rapl:\d+$/.test(name))
    if (zones.length === 0) return { reason: 'there is no energy counter in /sys/class/powercap, as in most virtual machines' }
    const packages = zones.flatMap((zone): Package[] => {
      const counter = join(folder, zone, 'energy_uj')
      const largest = readNumber(join(folder, zone, 'max_energy_range_uj'))
      return readNumber(counter) === null ? [] : [{ counter, energy: rate(largest === null ? undefined : largest + 1) }]
    })
    if (packages.length === 0) return { reason: 'the energy counters in /sys/class/powercap are readable by root only' }
    return {
      metrics,
      read(now) {
        const microwatts = packages.flatMap((one) => {
          const microjoules = readNumber(one.counter)
          return (microjoules === null ? null : one.energy.next(microjoules, now)) ?? []
        })
        return microwatts.length < packages.length ? {} : { power: microwatts.reduce((sum, one) => sum + one, 0) / 1e6 }
      },
    }
  },
}
