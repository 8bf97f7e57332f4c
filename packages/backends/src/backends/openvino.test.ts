import { expect, test } from 'vitest'
import { recordedSystem } from '../testing/recorded-system.ts'
import { missingForOpenvino } from './openvino.ts'

test.each([
  ['another processor', { arch: 'arm64' }, /x64 processor, this is arm64/],
  ['a Mac', { platform: 'darwin' }, /this is darwin/],
  ['no library', {}, /libopenvino\.so is not found, and INTEL_OPENVINO_DIR is not set/],
  ['an empty folder', { environment: { INTEL_OPENVINO_DIR: '/opt/intel/openvino' } }, /'\/opt\/intel\/openvino' does not hold it/],
] as const)('%s is the reason, with a next step', async (_, recording, reason) => {
  const missing = await missingForOpenvino(recordedSystem(recording))
  expect(missing?.reason).toMatch(reason)
  expect(missing?.nextStep).toMatch(/^\S.+$/)
})

test.each([
  ['the linker', { libraries: ['libopenvino.so'] }],
  [
    'its folder',
    {
      environment: { INTEL_OPENVINO_DIR: '/opt/intel/openvino' },
      files: { '/opt/intel/openvino/runtime/lib/intel64/libopenvino.so.2540': '' },
    },
  ],
])('the library is found through %s', async (_, recording) => {
  expect(await missingForOpenvino(recordedSystem(recording))).toBeNull()
})
