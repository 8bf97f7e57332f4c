import { expect, test } from 'vitest'
import { describeProfile } from './host.ts'

const device = {
  device: 'x',
  deviceKind: 'gpu',
  isSoftwareDevice: false,
  driver: null,
  runtime: 'r',
  runtimeVersion: '1',
  runtimeBuild: null,
} as const

test('the same device gives the same id, and a software device another', () => {
  const real = describeProfile('webgpu', device)
  expect(describeProfile('webgpu', device)).toEqual(real)
  expect(describeProfile('webgpu', { ...device, isSoftwareDevice: true }).hardwareProfileId).not.toBe(real.hardwareProfileId)
  expect(real.host).toBe(`node ${process.versions.node}`)
})
