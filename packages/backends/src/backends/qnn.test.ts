import { expect, test } from 'vitest'
import { recordedSystem } from '../testing/recorded-system.ts'
import { describeQnn, missingForQnn } from './qnn.ts'

const npu = '[{"DeviceName":"Snapdragon(R) X Elite - X1E80100 - Qualcomm(R) Hexagon(TM) NPU","DriverVersion":"1.0.0.11"}]'
const windows = { platform: 'win32', arch: 'arm64' } as const
const linux = { platform: 'linux', arch: 'arm64' } as const
const devices = { '/dev/fastrpc-cdsp': 'usable' } as const
const kit = { QNN_SDK_ROOT: '/opt/qairt' }

test.each([
  ['another machine', {}, /this is linux-x64/],
  ['Windows without an NPU', windows, /lists no Qualcomm compute accelerator/],
  [
    'Windows with another NPU',
    { ...windows, outputs: { powershell: '[{"DeviceName":"Intel(R) AI Boost","DriverVersion":"1"}]' } },
    /no Qualcomm/,
  ],
  ['Windows without the library', { ...windows, outputs: { powershell: npu } }, /QnnHtp\) is not found/],
  ['Linux without a device', linux, /there is none of \/dev\/fastrpc-cdsp/],
  ['a device of others', { ...linux, devices: { '/dev/adsprpc-smd': 'forbidden' } }, /may not open \/dev\/adsprpc-smd/],
  ['Linux without the library', { ...linux, devices }, /QnnHtp\) is not found/],
] as const)('%s is the reason, with a next step', async (_, recording, reason) => {
  const missing = await missingForQnn(recordedSystem(recording))
  expect(missing?.reason).toMatch(reason)
  expect(missing?.nextStep).toMatch(/^\S.+$/)
})

test.each([
  ['the linker', { ...linux, devices, libraries: ['libQnnHtp.so'] }],
  ['its kit', { ...linux, devices, environment: kit, files: { '/opt/qairt/lib/aarch64-oe-linux-gcc11.2/libQnnHtp.so': '' } }],
  ['PATH', { ...windows, outputs: { powershell: npu }, environment: { PATH: 'C:\\Windows;C:/qnn' }, files: { 'C:/qnn/QnnHtp.dll': '' } }],
])('the library is found through %s', async (_, recording) => {
  expect(await missingForQnn(recordedSystem(recording))).toBeNull()
})

test('the device is named by the platform', async () => {
  expect(await describeQnn(recordedSystem({ ...windows, outputs: { powershell: npu } }))).toMatchObject({
    device: 'Snapdragon(R) X Elite - X1E80100 - Qualcomm(R) Hexagon(TM) NPU',
    deviceKind: 'npu',
    driver: '1.0.0.11',
  })
  const board = { ...linux, devices, files: { '/proc/device-tree/model': 'Qualcomm Technologies, Inc. Robotics RB5\0' } }
  expect(await describeQnn(recordedSystem(board))).toMatchObject({
    device: 'Qualcomm Technologies, Inc. Robotics RB5 Hexagon',
    driver: 'fastrpc',
  })
})
