import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { parsePmset, parsePowercfg, powerMode } from './power-mode.ts'

const frequency = '/sys/devices/system/cpu/cpu0/cpufreq'
const supply = '/sys/class/power_supply'

test('a machine that tells nothing has no power mode', async () => {
  expect(await powerMode(recordedSystem({}))).toBeNull()
  expect(await powerMode(recordedSystem({ platform: 'win32' }))).toBeNull()
  expect(await powerMode(recordedSystem({ platform: 'darwin' }))).toBeNull()
  expect(await powerMode(recordedSystem({ platform: 'freebsd' }))).toBeNull()
})

test('Linux names governor, preference, firmware profile and battery', async () => {
  const files = {
    [`${frequency}/scaling_governor`]: 'powersave\n',
    [`${frequency}/energy_performance_preference`]: 'balance_performance\n',
    '/sys/firmware/acpi/platform_profile': 'balanced\n',
    [`${supply}/AC/type`]: 'Mains\n',
    [`${supply}/AC/online`]: '0\n',
    [`${supply}/BAT0/type`]: 'Battery\n',
    [`${supply}/BAT0/status`]: 'Discharging\n',
  }
  expect(await powerMode(recordedSystem({ files }))).toBe('powersave, preference balance_performance, platform balanced, on battery')
  expect(await powerMode(recordedSystem({ files: { ...files, [`${supply}/AC/online`]: '1\n' } }))).not.toContain('battery')
})

test('a mouse’s battery is not the machine’s', async () => {
  const files = {
    [`${supply}/hidpp/type`]: 'Battery\n',
    [`${supply}/hidpp/scope`]: 'Device\n',
    [`${supply}/hidpp/status`]: 'Discharging\n',
  }
  expect(await powerMode(recordedSystem({ files }))).toBeNull()
  expect(await powerMode(recordedSystem({ files: { ...files, [`${supply}/hidpp/scope`]: 'System\n' } }))).toBe('on battery')
})

test('macOS names its energy mode and source', async () => {
  const mac = recordedSystem({
    platform: 'darwin',
    outputs: { 'pmset -g': dump('macos-pmset.txt'), 'pmset -g batt': dump('macos-pmset-batt.txt') },
  })
  expect(await powerMode(mac)).toBe('low power, on battery')
  expect(parsePmset(' powermode            2\n', "Now drawing from 'AC Power'\n")).toBe('high power')
})

test('Windows names its scheme, whatever the language', async () => {
  const windows = recordedSystem({ platform: 'win32', outputs: { 'powercfg /getactivescheme': dump('windows-powercfg.txt') } })
  expect(await powerMode(windows)).toBe('balanced')
  expect(parsePowercfg('GUID des Energieschemas: 8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c  (Höchstleistung)')).toBe('high performance')
  expect(parsePowercfg('Power Scheme GUID: 00000000-1111-2222-3333-444444444444  (Quiet)')).toBe('Quiet')
})
