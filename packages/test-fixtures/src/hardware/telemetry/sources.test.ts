import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSampler, type Sampler } from './sampler.ts'
import { telemetrySources } from './sources.ts'
import { ofAll, parseNvidiaLine } from './sources/nvidia.ts'

let root: string
let now: number
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'telemetry-'))
  now = 0
})
afterEach(() => rmSync(root, { recursive: true }))

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
}

function open(platform: NodeJS.Platform = 'linux'): Promise<Sampler> {
  const sources = telemetrySources.filter(({ name }) => name !== 'nvidia' && name !== 'memory')
  return openSampler(sources, { platform, root, everyMs: 100 }, () => now)
}

function samples(sampler: Sampler): Record<string, readonly number[]> {
  return Object.fromEntries(sampler.series().map(({ name, samples }) => [name, samples]))
}

const device = (read: number, written: number): string => `   7 0 loop0 9 9 9999 9 9 9 9999 9 0 0 0
 259       0 nvme0n1 10 0 ${read} 5 20 0 ${written} 7 0 11 12
 259       1 nvme0n1p1 10 0 ${read} 5 20 0 ${written} 7 0 11 12
 253       0 dm-0 10 0 ${read} 5 20 0 ${written} 7 0 11 12
`
const interfaces = (received: number, sent: number): string => `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo: 278267348  156367    0    0    0     0          0         0 278267348  156367    0    0    0     0       0          0
  eth0: ${received}  122527    0    0    0     0          0         0  ${sent}   75737    0    0    0     0       0          0
 wlan0:${received} 122527    0    0    0     0          0         0  ${sent}   75737    0    0    0     0       0          0
`

test('a Linux machine with everything, over one second', async () => {
  write({
    'proc/stat': 'cpu  1000 0 200 8000 800 0 0 0 500 0\ncpu0 1 2 3\n',
    'proc/diskstats': device(1000, 5000),
    'sys/block/nvme0n1/x': '',
    'sys/block/loop0/x': '',
    'sys/block/dm-0/x': '',
    'proc/net/dev': interfaces(100, 1000),
    'sys/class/thermal/thermal_zone0/temp': '41000\n',
    'sys/class/hwmon/hwmon1/temp1_input': '55500\n',
    'sys/class/hwmon/hwmon1/temp2_label': 'Core\n',
    'sys/class/powercap/intel-rapl:0/energy_uj': '262143000000\n',
    'sys/class/powercap/intel-rapl:0/max_energy_range_uj': '262143328849\n',
    'sys/class/powercap/intel-rapl:0:0/energy_uj': '5\n',
    'sys/class/powercap/intel-rapl:1/energy_uj': '0\n',
    'proc/self/cgroup': '0::/user.slice/job\n',
    'sys/fs/cgroup/user.slice/job/cpu.stat': 'usage_usec 100\nnr_throttled 1\nthrottled_usec 1000000\n',
  })
  const sampler = await open()
  expect(sampler.sources.filter(({ available }) => !available)).toEqual([])
  now = 1000
  write({
    // 100 busy of 200: 50 user, 25 nice, 25 system; waiting is idle; guest time is in user already
    'proc/stat': 'cpu  1050 25 225 8050 850 0 0 0 550 0\n',
    'proc/diskstats': device(1002, 5004),
    'proc/net/dev': interfaces(600, 3000),
    'sys/class/hwmon/hwmon1/temp1_input': '61250\n',
    // past its largest value: 328850 µJ to the wrap and 9671150 µJ after it, 10 J in a second
    'sys/class/powercap/intel-rapl:0/energy_uj': '9671150\n',
    'sys/class/powercap/intel-rapl:1/energy_uj': '5000000\n',
    'sys/fs/cgroup/user.slice/job/cpu.stat': 'throttled_usec 1250000\n',
  })
  sampler.sample()
  const found = samples(sampler)
  expect(found).toMatchObject({
    cpu: [50],
    'disk-read': [1024],
    'disk-write': [2048],
    'network-receive': [1000],
    'network-send': [4000],
    temperature: [55.5, 61.25],
    'cpu-throttled': [25],
  })
  expect(found['power']![0]).toBeCloseTo(15, 6)
})

test('what is not there says why', async () => {
  write({ 'sys/class/powercap/intel-rapl:0/name': 'package-0' })
  const reasons = (await open()).sources.map((source) => [source.name, source.available ? null : source.reason])
  expect(Object.fromEntries(reasons)).toEqual({
    processor: null,
    disk: 'there is no /proc/diskstats',
    network: 'there is no /proc/net/dev',
    temperature: expect.stringContaining('there is no sensor in /sys/class/thermal'),
    power: 'the energy counters in /sys/class/powercap are readable by root only',
    throttling: expect.stringContaining('cgroup v2'),
  })
  for (const source of (await open('darwin')).sources.filter(({ name }) => name !== 'processor'))
    expect(source).toMatchObject({ available: false, reason: expect.stringContaining('darwin') })
})

test('counters that start again give no rate, and neither does too short a time', async () => {
  write({ 'proc/net/dev': interfaces(1000, 1000) })
  const sampler = await open()
  now = 10
  sampler.sample()
  expect(samples(sampler)['network-receive']).toBeUndefined()
  now = 100
  write({ 'proc/net/dev': interfaces(0, 0) })
  sampler.sample()
  expect(samples(sampler)['network-receive']).toBeUndefined()
  now = 200
  write({ 'proc/net/dev': interfaces(50, 0) })
  sampler.sample()
  expect(samples(sampler)).toMatchObject({ 'network-receive': [1000], 'network-send': [0] })
})

test('what nvidia-smi prints, several GPUs and gaps included', () => {
  const gpus = ['0, 12, 1024, 41, 68.30', '1, 90, 2048, 70, [N/A]'].map((line) => parseNvidiaLine(line)!)
  expect(gpus[0]).toEqual({ index: '0', use: 12, memoryBytes: 2 ** 30, temperature: 41, watts: 68.3 })
  expect(ofAll(gpus)).toEqual({ gpu: 90, 'gpu-memory': 3 * 2 ** 30, 'gpu-temperature': 70, 'gpu-power': 68.3 })
  expect(ofAll([])).toEqual({})
  expect(parseNvidiaLine('No devices were found')).toBeNull()
  expect(parseNvidiaLine('')).toBeNull()
})
