import { UsageError } from '@vitest-hardware/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { precisions } from '@vitest-hardware/backends'
import type { HardwareFacts, Requirements } from './requirements.ts'
import { unmetRequirements } from './unmet-requirements.ts'

const laptop: HardwareFacts = {
  backend: 'cpu',
  device: 'AMD EPYC 7B13',
  deviceKind: 'cpu',
  isSoftwareDevice: false,
  deviceMemoryBytes: null,
  cores: 2,
  os: 'linux',
  arch: 'x64',
  browser: null,
  precisions: ['fp32', 'fp16', 'int8'],
  usableMemoryBytes: 24 * 2 ** 30,
  freeMemoryBytes: 3 * 2 ** 30,
  freeDiskBytes: 7 * 2 ** 30,
}

const cases: [Requirements, string][] = [
  [{ memory: '64 GiB' }, 'needs 64 GiB of memory, this machine has 24 GiB'],
  [{ memory: 24 * 2 ** 30 + 1 }, 'needs 25769803777 bytes of memory, this machine has 25769803776 bytes'],
  [{ freeMemory: '4 GiB' }, 'needs 4 GiB of free memory, this machine has 3 GiB'],
  [{ freeDisk: '1 TiB' }, 'needs 1 TiB of free disk, this machine has 7 GiB'],
  [{ deviceMemory: '8 GiB' }, 'needs 8 GiB of device memory, AMD EPYC 7B13 does not tell of any of its own'],
  [{ cores: 8 }, 'needs 8 cores, this process may use 2'],
  [{ backend: ['cuda', 'rocm'] }, 'needs the backend cuda or rocm, this project runs cpu'],
  [{ precision: ['fp32', 'int4'] }, 'needs int4, cpu computes with fp32, fp16, int8'],
  [{ device: 'gpu' }, 'needs gpu as the device, this is AMD EPYC 7B13 (cpu)'],
  [{ os: ['darwin', 'win32'] }, 'needs the operating system darwin or win32, this is linux'],
  [{ arch: 'arm64' }, 'needs the architecture arm64, this is x64'],
  [{ browser: ['chromium', 'firefox'] }, 'needs chromium or firefox, this project runs in Node'],
]
test.each(cases)('%j', (requirements, reason) => {
  expect(unmetRequirements(requirements, laptop)).toEqual([reason])
})

test('a software device is no real one, and a browser is not Node', () => {
  const page: HardwareFacts = { ...laptop, backend: 'webgpu', device: 'SwiftShader', isSoftwareDevice: true, browser: 'chromium' }
  expect(unmetRequirements({ realDevice: true, browser: null }, page)).toEqual([
    'needs Node, this project runs in chromium',
    'needs a real device, SwiftShader is a software implementation',
  ])
  expect(unmetRequirements({ realDevice: false, browser: [null, 'chromium'] }, page)).toEqual([])
})

test('what holds says nothing', () => {
  const holds: Requirements = {
    backend: ['cuda', 'cpu'],
    precision: 'fp16',
    device: ['gpu', 'epyc'],
    realDevice: true,
    memory: '24 GiB',
    freeDisk: 0,
    cores: 2,
    os: 'linux',
    arch: 'x64',
    browser: null,
  }
  expect(unmetRequirements(holds, laptop)).toEqual([])
  expect(unmetRequirements({}, laptop)).toEqual([])
})

test.each([
  [{ ram: '1 GiB' }, "there is no requirement 'ram'"],
  [{ cores: -1 }, 'cores cannot be -1'],
  [{ cores: 1.5 }, 'cores cannot be 1.5'],
  [{ memory: -5 }, 'memory cannot be -5'],
  [{ memory: '16gb' }, 'memory: "16gb" is no amount of bytes'],
  [{ backend: [] }, 'backend cannot be []'],
  [{ precision: 'fp8' }, 'precision cannot be "fp8"'],
])('%j is wrong use', (requirements, message) => {
  const attempt = (): unknown => unmetRequirements(requirements as Requirements, laptop)
  expect(attempt).toThrow(UsageError)
  expect(attempt).toThrow(message)
})

const amount = fc.integer({ min: 0, max: 2 ** 40 })
const facts: fc.Arbitrary<HardwareFacts> = fc.record({
  backend: fc.constantFrom('cpu', 'cuda', 'wasm'),
  device: fc.string({ minLength: 1 }),
  deviceKind: fc.constantFrom('cpu', 'gpu', 'npu'),
  isSoftwareDevice: fc.boolean(),
  deviceMemoryBytes: fc.option(amount),
  cores: fc.integer({ min: 1, max: 256 }),
  os: fc.constantFrom('linux', 'darwin', 'win32'),
  arch: fc.constantFrom('x64', 'arm64'),
  browser: fc.constantFrom(null, 'chromium', 'firefox'),
  precisions: fc.subarray([...precisions]),
  usableMemoryBytes: amount,
  freeMemoryBytes: amount,
  freeDiskBytes: amount,
})

test('a machine meets what describes it, and more than it has is unmet by exactly that', () => {
  fc.assert(
    fc.property(facts, (machine) => {
      const own: Requirements = {
        backend: machine.backend as 'cpu',
        device: machine.device,
        memory: machine.usableMemoryBytes,
        freeMemory: machine.freeMemoryBytes,
        freeDisk: machine.freeDiskBytes,
        cores: machine.cores,
        os: machine.os as 'linux',
        arch: machine.arch as 'x64',
        browser: machine.browser,
        ...(machine.precisions.length === 0 ? {} : { precision: machine.precisions }),
      }
      expect(unmetRequirements(own, machine)).toEqual([])
      const greedy = { ...own, memory: machine.usableMemoryBytes + 1, cores: machine.cores + 1 }
      expect(unmetRequirements(greedy, machine)).toHaveLength(2)
    }),
  )
})

test('requirements are judged one by one: together they lack what each lacks', () => {
  fc.assert(
    fc.property(facts, amount, fc.integer({ min: 0, max: 300 }), (machine, memory, cores) => {
      const together = unmetRequirements({ memory, cores, realDevice: true }, machine)
      const apart = [{ realDevice: true }, { memory }, { cores }].flatMap((one) => unmetRequirements(one, machine))
      expect(together).toEqual(apart)
    }),
  )
})
