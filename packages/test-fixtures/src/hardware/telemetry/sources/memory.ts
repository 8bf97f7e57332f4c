import { freemem, totalmem } from 'node:os'
import type { TelemetrySource } from '../telemetry-source.ts'

const metrics = [
  { name: 'resident-memory', unit: 'bytes', direction: 'lower', combine: 'max' },
  { name: 'memory', unit: 'bytes', direction: 'lower', combine: 'max' },
] as const

/** Memory of this process that is resident, and of the machine that is in use. */
export const memory: TelemetrySource = {
  name: 'memory',
  async open() {
    return {
      metrics,
      // libuv takes `MemAvailable` for what is free, so caches do not count as used
      read: () => ({ 'resident-memory': process.memoryUsage.rss(), memory: totalmem() - freemem() }),
    }
  },
}
