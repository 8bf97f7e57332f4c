import { expect, test } from 'vitest'
import { dump, recordedSystem } from '../testing/recorded-system.ts'
import { amdGpus, parseRocmSmi } from './amd.ts'

test('reads what rocm-smi prints, old and new', () => {
  expect(parseRocmSmi(dump('rocm-smi.json'))).toEqual([
    { name: 'AMD Instinct MI300X', driver: '6.7.0', memoryBytes: 206141652992 },
    { name: 'AMD Instinct MI300X', driver: '6.7.0', memoryBytes: 206141652992 },
  ])
  expect(parseRocmSmi(dump('rocm-smi-old.json'))).toEqual([
    { name: 'Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]', driver: '5.16.9.22.20', memoryBytes: 17163091968 },
  ])
})

test.each([null, '', 'WARNING: no AMD GPU', '[]', '{"card0": 1}'])('%j lists none', (output) => {
  expect(parseRocmSmi(output)).toEqual([])
})

test('cards are in the order of their numbers', () => {
  const cards = Object.fromEntries([10, 2, 0].map((index) => [`card${index}`, { 'Card Series': `card ${index}` }]))
  expect(parseRocmSmi(JSON.stringify(cards)).map(({ name }) => name)).toEqual(['card 0', 'card 2', 'card 10'])
})

test('without rocm-smi the kernel tells, of AMD’s cards alone', async () => {
  const system = recordedSystem({
    files: {
      '/sys/class/drm/card0/device/vendor': '0x8086\n',
      '/sys/class/drm/card1/device/vendor': '0x1002\n',
      '/sys/class/drm/card1/device/device': '0x744c\n',
      '/sys/class/drm/card1/device/mem_info_vram_total': '25753026560\n',
      '/sys/class/drm/card1-DP-1/status': 'connected\n',
      '/sys/module/amdgpu/version': '6.10.5\n',
    },
  })
  expect(await amdGpus(system)).toEqual([{ name: 'AMD GPU 0x744c', driver: '6.10.5', memoryBytes: 25753026560 }])
})
