import { expect, test } from 'vitest'
import { isSoftwareAdapter, parseMacAdapters, parseWindowsAdapters } from './display-adapters.ts'

test('reads Windows’ list, and knows its software renderer', () => {
  const json =
    '[{"Name":"NVIDIA GeForce RTX 4090","DriverVersion":"32.0.15.6094"},{"Name":"Microsoft Basic Display Adapter","DriverVersion":null}]'
  const adapters = parseWindowsAdapters(json)
  expect(adapters).toEqual([
    { name: 'NVIDIA GeForce RTX 4090', driver: '32.0.15.6094' },
    { name: 'Microsoft Basic Display Adapter', driver: null },
  ])
  expect(adapters.map(isSoftwareAdapter)).toEqual([false, true])
})

test('reads macOS’ list', () => {
  expect(parseMacAdapters('{"SPDisplaysDataType":[{"sppci_model":"Apple M3 Max","other":1}]}')).toEqual([
    { name: 'Apple M3 Max', driver: null },
  ])
})

test.each([null, '', 'not json', '{}', '[1]'])('%j is no list', (output) => {
  expect(parseWindowsAdapters(output)).toEqual([])
  expect(parseMacAdapters(output)).toEqual([])
})
