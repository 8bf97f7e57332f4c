import { UsageError } from '@vitest-hardware/contracts'
import { expect, test } from 'vitest'
import { readCoremlOptions } from './coreml.ts'
import { readCpuOptions } from './cpu.ts'
import { readCudaOptions } from './cuda.ts'
import { readQnnOptions } from './qnn.ts'
import { noOptions, readProviderOptions } from './reader.ts'
import { readWebgpuOptions } from './webgpu.ts'

const names = ['cpu', 'cuda', 'webgpu']

test('a backend takes its own part and leaves the others alone', () => {
  const options = { cuda: { deviceId: 1 }, webgpu: { preferredLayout: 'NHWC' }, 'acme/npu': { turbo: true } } as const
  expect(readProviderOptions(options, 'cuda', readCudaOptions, names)).toEqual({ provider: { deviceId: 1 } })
  expect(readProviderOptions(options, 'cpu', readCpuOptions, names)).toEqual({})
  expect(readProviderOptions(undefined, 'cpu', readCpuOptions, names)).toEqual({})
})

test.each([
  [
    'an option that is none',
    () => readWebgpuOptions({ preferedLayout: 'NHWC' }, 'webgpu'),
    /no option 'preferedLayout'[\s\S]*'preferredLayout'\?/,
  ],
  [
    'a backend that is none',
    () => readProviderOptions(JSON.parse('{"webgp":{}}'), 'cpu', readCpuOptions, names),
    /'webgp'[\s\S]*'webgpu'\?/,
  ],
  ['a wrong value', () => readCudaOptions({ deviceId: -1 }, 'cuda'), /deviceId[\s\S]*provider\.cuda/],
  ['two that exclude each other', () => readQnnOptions({ backendType: 'htp', backendPath: 'x' }, 'qnn'), /exclude each other/],
  ['any option where there are none', () => noOptions({ deviceId: 1 }, 'rocm'), /rocm takes no options/],
  ['no object', () => readCpuOptions(7, 'cpu'), /wrong options of the backend cpu/],
])('%s is refused, with what to do', (_, read, message) => {
  expect(read).toThrow(UsageError)
  expect(read).toThrow(message)
})

test('options are said in the runtime’s words', () => {
  expect(readCpuOptions({ arena: false, executionMode: 'parallel', interOpNumThreads: 2 }, 'cpu')).toEqual({
    session: {
      enableCpuMemArena: false,
      executionMode: 'parallel',
      interOpNumThreads: 2,
    },
  })
  expect(readCudaOptions({ deviceId: undefined }, 'cuda')).toEqual({ provider: {} })
  expect(readWebgpuOptions({ forceCpuNodeNames: [], preferredLayout: 'NHWC' }, 'webgpu')).toEqual({ provider: { preferredLayout: 'NHWC' } })
  expect(readCoremlOptions({ computeUnits: 'cpu-and-gpu', modelFormat: 'ml-program', staticShapesOnly: true }, 'coreml')).toEqual({
    provider: { coreMlFlags: 0x20 | 0x10 | 0x08 },
  })
})
