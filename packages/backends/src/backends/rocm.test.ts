import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { describeRocm, missingForRocm } from './rocm.ts'

const devices = { '/dev/kfd': 'usable' } as const
const libraries = ['libamdhip64.so.6']
const outputs = { 'rocm-smi': dump('rocm-smi.json') }

test.each([
  ['another system', { platform: 'win32' }, /ROCm needs Linux, this is win32/],
  ['no device', {}, /there is no \/dev\/kfd/],
  ['a device of others', { devices: { '/dev/kfd': 'forbidden' } }, /may not open \/dev\/kfd/],
  ['no library', { devices }, /libamdhip64\.so is not found/],
  ['no GPU', { devices, libraries }, /neither rocm-smi nor the kernel lists/],
] as const)('%s is the reason, with a next step', async (_, recording, reason) => {
  const missing = await missingForRocm(recordedSystem(recording))
  expect(missing?.reason).toMatch(reason)
  expect(missing?.nextStep).toMatch(/^\S.+$/)
})

test('with device, library and GPU nothing is missing, and the GPU has a name, a driver and memory', async () => {
  const system = recordedSystem({ devices, libraries, outputs })
  expect(await missingForRocm(system)).toBeNull()
  expect(await describeRocm(system)).toEqual({
    device: 'AMD Instinct MI300X',
    deviceKind: 'gpu',
    isSoftwareDevice: false,
    driver: 'amdgpu 6.7.0',
    deviceMemoryBytes: 206141652992,
  })
})
