import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { nvidiaGpus, parseNvidiaSmi, visibleGpu } from './nvidia.ts'

const two = parseNvidiaSmi(dump('nvidia-smi.csv'))

test('reads a GPU a line', () => {
  expect(two).toEqual([
    {
      index: 0,
      uuid: 'GPU-11111111-2222-3333-4444-555555555555',
      name: 'NVIDIA H100 80GB HBM3',
      driver: '550.54.15',
      memoryBytes: 81559 * 2 ** 20,
    },
    {
      index: 1,
      uuid: 'GPU-66666666-7777-8888-9999-000000000000',
      name: 'Tesla T4',
      driver: '550.54.15',
      memoryBytes: 15360 * 2 ** 20,
    },
  ])
})

test('a GPU that shares the host’s memory has none of its own', () => {
  expect(parseNvidiaSmi(dump('nvidia-smi-unified-memory.csv'))).toMatchObject([{ name: 'NVIDIA GB10', memoryBytes: null }])
})

test('takes no message for a GPU', () => {
  expect(parseNvidiaSmi('No devices were found\n')).toEqual([])
})

test('without the program there is no GPU', async () => {
  expect(await nvidiaGpus(recordedSystem({}))).toEqual([])
  expect(await nvidiaGpus(recordedSystem({ outputs: { 'nvidia-smi': dump('nvidia-smi.csv') } }))).toHaveLength(2)
})

test.each([
  [undefined, 0, 'NVIDIA H100 80GB HBM3'],
  [undefined, 1, 'Tesla T4'],
  ['1', 0, 'Tesla T4'],
  ['1,0', 1, 'NVIDIA H100 80GB HBM3'],
  ['GPU-666', 0, 'Tesla T4'],
  ['', 0, undefined],
  ['-1', 0, undefined],
  ['7,0', 1, undefined],
])('CUDA_VISIBLE_DEVICES=%s shows device %i as %s', (visible, deviceId, name) => {
  expect(visibleGpu(two, visible, deviceId)?.name).toBe(name)
})
