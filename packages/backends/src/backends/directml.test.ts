import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { describeDirectml, missingForDirectml } from './directml.ts'

const windows = (adapters: string) => recordedSystem({ platform: 'win32', outputs: { powershell: adapters } })

test.each([
  ['another system', recordedSystem({}), /Windows only, this is linux/],
  ['no adapter', windows('[]'), /lists no display adapter/],
])('%s is the reason, with a next step', async (_, system, reason) => {
  const missing = await missingForDirectml(system)
  expect(missing?.reason).toMatch(reason)
  expect(missing?.nextStep).toMatch(/^\S.+$/)
})

test('the first adapter computes', async () => {
  const system = windows(dump('windows-adapters.json'))
  expect(await missingForDirectml(system)).toBeNull()
  expect(await describeDirectml(system)).toEqual({
    device: 'NVIDIA GeForce RTX 4090',
    deviceKind: 'gpu',
    isSoftwareDevice: false,
    driver: '32.0.15.6094',
    deviceMemoryBytes: 25757220864,
  })
})

test('Windows’ software renderer is a software device', async () => {
  const adapters = '[{"Name":"Microsoft Basic Render Driver","DriverVersion":"10.0.22621.1"}]'
  expect(await describeDirectml(windows(adapters))).toMatchObject({ isSoftwareDevice: true, deviceMemoryBytes: null })
})
