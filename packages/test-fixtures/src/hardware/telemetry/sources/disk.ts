import { join } from 'node:path'
import { rate } from '../rate.ts'
import { namesIn, readText } from '../read-text.ts'
import type { TelemetrySource } from '../telemetry-source.ts'

/** Linux counts in sectors of this size, whatever the device's own is (Documentation/admin-guide/iostats.rst). */
const sectorBytes = 512

const metrics = [
  { name: 'disk-read', unit: 'bytes/s', direction: 'lower', combine: 'mean' },
  { name: 'disk-write', unit: 'bytes/s', direction: 'lower', combine: 'mean' },
] as const

/** What all disks read and write. */
export const disk: TelemetrySource = {
  name: 'disk',
  async open({ platform, root }) {
    if (platform !== 'linux') return { reason: `${platform} tells of disk traffic only through programs of its own` }
    const path = join(root, 'proc', 'diskstats')
    const disks = wholeDisks(join(root, 'sys', 'block'))
    if (readText(path) === null) return { reason: 'there is no /proc/diskstats' }
    if (disks.size === 0) return { reason: 'there is no disk in /sys/block' }
    const [read, write] = [rate(), rate()]
    return {
      metrics,
      read(now) {
        const sectors = parseDiskstats(readText(path) ?? '', disks)
        const perSecond = [read.next(sectors.read * sectorBytes, now), write.next(sectors.written * sectorBytes, now)] as const
        return {
          ...(perSecond[0] === null ? {} : { 'disk-read': perSecond[0] }),
          ...(perSecond[1] === null ? {} : { 'disk-write': perSecond[1] }),
        }
      },
    }
  },
}

/** Fields 6 and 10 of each line (Documentation/admin-guide/iostats.rst). */
export function parseDiskstats(text: string, disks: ReadonlySet<string>): { read: number; written: number } {
  let [read, written] = [0, 0]
  for (const line of text.split('\n')) {
    const fields = line.trim().split(/ +/)
    if (!disks.has(fields[2] ?? '')) continue
    read += Number(fields[5])
    written += Number(fields[9])
  }
  return { read, written }
}

/** Partitions are not in `/sys/block`; what is made of other devices would be counted twice. */
function wholeDisks(folder: string): Set<string> {
  return new Set(namesIn(folder).filter((name) => !/^(loop|ram|zram|dm-|md|sr)/.test(name)))
}
