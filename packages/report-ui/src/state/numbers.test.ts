import { expect, test } from 'vitest'
import * as numbers from './numbers.ts'

test('values take the unit that suits them', () => {
  expect(numbers.formatValue(0.0123, 'ms')).toBe('12.3 µs')
  expect(numbers.formatValue(0.000_05, 'ms')).toBe('50.0 ns')
  expect(numbers.formatValue(12.345, 'ms')).toBe('12.3 ms')
  expect(numbers.formatValue(0, 'ms')).toBe('0 ms')
  expect(numbers.formatValue(4560, 'ms')).toBe('4.56 s')
  expect(numbers.formatValue(3 * 2 ** 20, 'bytes')).toBe('3 MiB')
  expect(numbers.formatValue(12, 'bytes')).toBe('12 bytes')
  expect(numbers.formatValue(123_456.7, 'items/s')).toBe('123,457 items/s')
})

test('durations above a minute are in minutes and seconds', () => {
  expect(numbers.formatDuration(59_900)).toBe('59.9 s')
  expect(numbers.formatDuration(200_000)).toBe('3 min 20 s')
})

test('ratios, intervals and shares', () => {
  expect(numbers.formatRatio(1.314)).toBe('1.31×')
  expect(numbers.formatRatio(0.0123)).toBe('0.012×')
  expect(numbers.formatRatio(42.26)).toBe('42.3×')
  expect(numbers.formatInterval(1.236, 1.384)).toBe('1.24–1.38')
  expect(numbers.formatPercent(0.083)).toBe('8.3\u00a0%')
  expect(numbers.formatPercent(0.5)).toBe('50\u00a0%')
  expect(numbers.formatPercent(0)).toBe('0\u00a0%')
})

test('words fit the unit and the direction', () => {
  expect(numbers.comparatives('ms', 'lower').worse).toBe('slower')
  expect(numbers.comparatives('items/s', 'higher').better).toBe('faster')
  expect(numbers.comparatives('bytes', 'lower').worse).toBe('bigger')
  expect(numbers.comparatives('points', 'higher').worse).toBe('worse')
})

test('terminal colours are removed, text stays', () => {
  expect(numbers.withoutTerminalColours('\u001b[31mexpected\u001b[39m 1')).toBe('expected 1')
})
