import { expect, test } from 'vitest'
import { expandProjectFilter } from './project-filter.ts'

test('hardware stands for every backend', () => {
  expect(expandProjectFilter(['hardware'])).toEqual(['hardware-*'])
  expect(expandProjectFilter(['!hardware'])).toEqual(['!hardware-*'])
})

test("a backend's project brings its benchmarks", () => {
  expect(expandProjectFilter(['hardware-cpu'])).toEqual(['hardware-cpu', 'hardware-cpu (bench)'])
  expect(expandProjectFilter(['hardware-firefox-wasm'])).toEqual(['hardware-firefox-wasm', 'hardware-firefox-wasm (bench)'])
})

test('every other filter stays as it is', () => {
  expect(expandProjectFilter(['unit', 'hard*', 'hardware-shop'])).toEqual(['unit', 'hard*', 'hardware-shop', 'hardware-shop (bench)'])
})
