import { expect } from 'vitest'
import { hardwareTest } from 'vitest-hardware/test'

const test = hardwareTest({ requires: { cores: 1, memory: '256 MiB' } })

test('runs where the requirements hold', ({ hardware, requires }) => {
  requires({ precision: 'fp32', freeDisk: '1 MiB' })
  expect(hardware.usableMemoryBytes).toBeGreaterThanOrEqual(256 * 2 ** 20)
})

test('is skipped with what is needed and what was found', ({ requires }) => {
  requires({ memory: '4 TiB', device: 'H100' })
  throw new Error('no machine with an H100 and 4 TiB of memory has run this yet')
})

const onAppleSilicon = hardwareTest({ requires: { os: 'darwin', arch: 'arm64' } })

onAppleSilicon('is for Apple silicon alone', ({ hardware }) => {
  expect(hardware.cpuModel).toContain('Apple')
})
