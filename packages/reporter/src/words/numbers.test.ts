import { expect, test } from 'vitest'
import { amount, percent, ratioText } from './numbers.ts'

test.each([
  [12.3456, 'ms', '12.35 ms'],
  [0.0123456, 'ms', '12.35 µs'],
  [12_345, 'ms', '12.35 s'],
  [0, 'ms', '0 ms'],
  [1536, 'bytes', '1.5 KiB'],
  [0, 'bytes', '0 B'],
  [3 * 2 ** 30, 'bytes', '3 GiB'],
  [123_456, 'items/s', '123500 items/s'],
])('%d %s is %s', (value, unit, text) => {
  expect(amount(value, unit)).toBe(text)
})

test('a ratio comes with its interval where there is one', () => {
  expect(ratioText(2.0412, 1.7, 2.44)).toBe('2.04 [1.70, 2.44]')
  expect(ratioText(2, null, null)).toBe('2.00')
  expect(ratioText(123_456, 1e-5, 1e9)).toBe('123500 [0.00001, 1000000000]')
})

test('small shares keep two digits', () => {
  expect([percent(0.0123), percent(0.256), percent(1.5)]).toEqual(['1.2 %', '26 %', '150 %'])
})
