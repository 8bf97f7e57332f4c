import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { describeCoreml, missingForCoreml } from './coreml.ts'

const mac = (arch: string, displays: string) =>
  recordedSystem({ platform: 'darwin', arch, outputs: { 'system_profiler -json SPDisplaysDataType': dump(displays) } })

test('it is on Macs only', async () => {
  expect(await missingForCoreml(recordedSystem({}))).toEqual({
    reason: 'Core ML exists on macOS only, this is linux',
    nextStep: 'use a Mac',
  })
  expect(await missingForCoreml(mac('arm64', 'macos-displays-m3.json'))).toBeNull()
})

test('Apple’s chip is one device with the host’s memory; an Intel Mac’s card has its own', async () => {
  expect(await describeCoreml(mac('arm64', 'macos-displays-m3.json'))).toEqual({
    device: 'Apple M3 Max',
    deviceKind: 'npu',
    isSoftwareDevice: false,
    driver: null,
  })
  expect(await describeCoreml(mac('x64', 'macos-displays-radeon.json'))).toMatchObject({
    device: 'AMD Radeon Pro 5500M',
    deviceKind: 'gpu',
    deviceMemoryBytes: 8 * 2 ** 30,
  })
})

test('a virtual Mac without a GPU computes on its processor', async () => {
  expect(await describeCoreml(recordedSystem({ platform: 'darwin', arch: 'x64' }))).toMatchObject({ deviceKind: 'cpu' })
})
