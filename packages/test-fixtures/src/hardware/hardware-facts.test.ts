import { getBackend } from '@vitest-hardware/backends'
import { expect, test } from 'vitest'
import { hardwareOf } from './hardware-facts.ts'
import { unmetRequirements } from './requirements/unmet-requirements.ts'

test('this machine, as cpu sees it', async () => {
  const cpu = getBackend('cpu')
  const detection = await cpu.detect()
  if (!detection.available) throw new Error(detection.reason)
  const { profile } = detection
  const hardware = await hardwareOf({ ...cpu, profile }, import.meta.dirname)
  expect(hardware).toMatchObject({ ...profile, browser: null })
  expect(hardware.precisions).toEqual(expect.arrayContaining(['fp32', 'int8']))
  expect(hardware.usableMemoryBytes).toBeLessThanOrEqual(profile.memoryBytes)
  expect(hardware.freeMemoryBytes).toBeLessThanOrEqual(hardware.usableMemoryBytes)
  expect(hardware.freeDiskBytes).toBeGreaterThanOrEqual(0)
  expect(unmetRequirements({ os: process.platform, arch: process.arch, cores: 1, browser: null }, hardware)).toEqual([])
  const inPage = await hardwareOf({ ...cpu, profile: { ...profile, host: 'firefox 153.0' } }, import.meta.dirname)
  expect(unmetRequirements({ browser: null }, inPage)).toEqual(['needs Node, this project runs in firefox'])
})
