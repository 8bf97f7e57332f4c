import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { describeCuda, missingForCuda } from './cuda.ts'

const devices = { '/dev/nvidia0': 'usable', '/dev/nvidiactl': 'usable' } as const
const libraries = ['libcuda.so.1']
const outputs = { 'nvidia-smi': dump('nvidia-smi.csv') }

test.each([
  ['another system', { platform: 'darwin', arch: 'arm64' }, /linux-x64 only, this is darwin-arm64/],
  ['no device', { devices: { '/dev/nvidiactl': 'usable' } }, /there is no \/dev\/nvidia0/],
  ['a device of others', { devices: { '/dev/nvidia2': 'forbidden' } }, /may not open \/dev\/nvidia2/],
  ['no driver library', { devices }, /libcuda\.so\.1 is not found/],
  ['no GPU', { devices, libraries }, /nvidia-smi lists no GPU/],
  ['a hidden GPU', { devices, libraries, outputs, environment: { CUDA_VISIBLE_DEVICES: '' } }, /hides every GPU/],
] as const)('%s is the reason, with a next step', async (_, recording, reason) => {
  const missing = await missingForCuda(recordedSystem(recording))
  expect(missing?.reason).toMatch(reason)
  expect(missing?.nextStep).toMatch(/^\S.+$/)
})

test('the Windows subsystem shares its GPU as another device', async () => {
  expect(await missingForCuda(recordedSystem({ devices: { '/dev/dxg': 'usable' }, libraries, outputs }))).toBeNull()
})

test('the profile is that of the GPU that the process sees first', async () => {
  const system = recordedSystem({ devices, libraries, outputs, environment: { CUDA_VISIBLE_DEVICES: '1,0' } })
  expect(await missingForCuda(system)).toBeNull()
  expect(await describeCuda(system)).toEqual({
    device: 'Tesla T4',
    deviceKind: 'gpu',
    isSoftwareDevice: false,
    driver: 'nvidia 550.54.15',
    deviceMemoryBytes: 15360 * 2 ** 20,
  })
})
