import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { displayAdapters, isSoftwareAdapter, parseMacAdapters, parseWindowsAdapters } from './display-adapters.ts'

test('reads Windows’ list, and knows its software renderer', () => {
  const adapters = parseWindowsAdapters(dump('windows-adapters.json'))
  expect(adapters).toEqual([
    { name: 'NVIDIA GeForce RTX 4090', driver: '32.0.15.6094', memoryBytes: 25757220864 },
    { name: 'Intel(R) UHD Graphics 770', driver: '31.0.101.5186', memoryBytes: 1073741824 },
    { name: 'Microsoft Basic Display Adapter', driver: null, memoryBytes: null },
  ])
  expect(adapters.map(isSoftwareAdapter)).toEqual([false, false, true])
})

test('memory that only the capped field tells is unknown, not 4 GiB', () => {
  const json = '[{"Name":"a","DriverVersion":"1","AdapterRAM":4293918720,"MemorySize":null}]'
  expect(parseWindowsAdapters(json)).toEqual([{ name: 'a', driver: '1', memoryBytes: null }])
})

test('reads macOS’ list; Apple silicon shares the host’s memory', () => {
  expect(parseMacAdapters(dump('macos-displays-m3.json'))).toEqual([{ name: 'Apple M3 Max', driver: null, memoryBytes: null }])
  expect(parseMacAdapters(dump('macos-displays-radeon.json'))).toEqual([
    { name: 'Intel UHD Graphics 630', driver: null, memoryBytes: null },
    { name: 'AMD Radeon Pro 5500M', driver: null, memoryBytes: 8 * 2 ** 30 },
  ])
})

test.each([null, '', 'not json', '{}', '[1]'])('%j is no list', (output) => {
  expect(parseWindowsAdapters(output)).toEqual([])
  expect(parseMacAdapters(output)).toEqual([])
})

test('each platform is asked in its own way', async () => {
  const windows = recordedSystem({ platform: 'win32', outputs: { powershell: dump('windows-adapters.json') } })
  const mac = recordedSystem({ platform: 'darwin', outputs: { system_profiler: dump('macos-displays-m3.json') } })
  expect((await displayAdapters(windows)).length).toBe(3)
  expect((await displayAdapters(mac)).length).toBe(1)
  expect(await displayAdapters(recordedSystem({}))).toEqual([])
})
