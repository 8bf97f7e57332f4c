import { expect, test } from 'vitest'
import { parseNvidiaSmi } from './nvidia.ts'

test('reads a GPU a line', () => {
  expect(parseNvidiaSmi('NVIDIA H100 80GB HBM3, 550.54.15\nTesla T4, 470.256.02\n')).toEqual([
    { name: 'NVIDIA H100 80GB HBM3', driver: '550.54.15' },
    { name: 'Tesla T4', driver: '470.256.02' },
  ])
})

test('takes no message for a GPU', () => {
  expect(parseNvidiaSmi('No devices were found\n')).toEqual([])
})
