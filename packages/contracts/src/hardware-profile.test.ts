import { expect, test } from 'vitest'
import { type HardwareProfileFacts, identifyProfile, profileDifferences } from './hardware-profile.ts'

const facts: HardwareProfileFacts = {
  backend: 'cpu',
  device: 'a cpu',
  deviceKind: 'cpu',
  isSoftwareDevice: false,
  driver: null,
  runtime: 'onnxruntime-node',
  runtimeVersion: '1.30.0',
  runtimeBuild: null,
  os: 'linux',
  osRelease: '6.1',
  arch: 'x64',
  cpuModel: 'a cpu',
  cores: 2,
  memoryBytes: 1024,
  deviceMemoryBytes: null,
  powerMode: null,
  host: 'node 24.9.0',
}

test('the same facts are the same profile', () => {
  expect(identifyProfile(facts)).toEqual(identifyProfile({ ...facts }))
})

test.each(Object.keys(facts) as (keyof HardwareProfileFacts)[])('another %s is another profile', (field) => {
  const changes: Partial<Record<string, unknown>> = {
    backend: 'wasm',
    deviceKind: 'gpu',
    isSoftwareDevice: true,
    driver: 'x',
    runtimeBuild: 'x',
    cores: 4,
    memoryBytes: 1,
    deviceMemoryBytes: 1,
  }
  const other = { ...facts, [field]: changes[field] ?? 'another' }
  expect(identifyProfile(other).hardwareProfileId).not.toBe(identifyProfile(facts).hardwareProfileId)
  expect(profileDifferences(facts, other)).toEqual([field])
})
