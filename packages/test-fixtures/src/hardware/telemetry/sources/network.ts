import { join } from 'node:path'
import { rate } from '../rate.ts'
import { readText } from '../read-text.ts'
import type { TelemetrySource } from '../telemetry-source.ts'

const metrics = [
  { name: 'network-receive', unit: 'bytes/s', direction: 'lower', combine: 'mean' },
  { name: 'network-send', unit: 'bytes/s', direction: 'lower', combine: 'mean' },
] as const

/** What all network interfaces but the loopback receive and send. */
export const network: TelemetrySource = {
  name: 'network',
  async open({ platform, root }) {
    if (platform !== 'linux') return { reason: `${platform} tells of network traffic only through programs of its own` }
    const path = join(root, 'proc', 'net', 'dev')
    if (readText(path) === null) return { reason: 'there is no /proc/net/dev' }
    const [received, sent] = [rate(), rate()]
    return {
      metrics,
      read(now) {
        const bytes = parseNetDev(readText(path) ?? '')
        const perSecond = [received.next(bytes.received, now), sent.next(bytes.sent, now)] as const
        return {
          ...(perSecond[0] === null ? {} : { 'network-receive': perSecond[0] }),
          ...(perSecond[1] === null ? {} : { 'network-send': perSecond[1] }),
        }
      },
    }
  },
}

/** Columns 1 and 9 after each interface's name (proc_pid_net(5)). */
export function parseNetDev(text: string): { received: number; sent: number } {
  let [received, sent] = [0, 0]
  for (const line of text.split('\n')) {
    const match = /^ *([^:|]+): *([\d ]+)$/.exec(line)
    if (match === null || match[1] === 'lo') continue
    const fields = match[2]!.trim().split(/ +/).map(Number)
    received += fields[0] ?? 0
    sent += fields[8] ?? 0
  }
  return { received, sent }
}
