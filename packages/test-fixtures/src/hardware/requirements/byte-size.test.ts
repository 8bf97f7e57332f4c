import { UsageError } from '@vitest-hardware/contracts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatBytes, parseByteSize } from './byte-size.ts'

test.each([
  ['16 GiB', 16 * 2 ** 30],
  ['1.5 MB', 1_500_000],
  ['0 B', 0],
  ['2 TiB', 2 * 2 ** 40],
  [123, 123],
])('%s', (size, bytes) => {
  expect(parseByteSize(size, 'memory')).toBe(bytes)
})

test.each(['16GiB', '16 gb', '16 Gb', '-1 GiB', '1e3 MiB', ' 1 GiB', '1 GiB ', '1,5 GiB', '', 'GiB', -1, NaN, Infinity, null, {}])(
  '%j is refused',
  (size) => {
    expect(() => parseByteSize(size, 'memory')).toThrow(UsageError)
    expect(() => parseByteSize(size, 'memory')).toThrow(/^memory: .* is no amount of bytes[^]*'16 GiB'/)
  },
)

test('what is printed is never more than there is, and at most a tenth of its unit less', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 50 }), (bytes) => {
      const printed = parseByteSize(formatBytes(bytes), 'bytes')
      const unit = 2 ** (10 * Math.min(4, Math.floor(Math.log2(bytes) / 10)))
      expect(printed).toBeLessThanOrEqual(bytes)
      expect(bytes - printed).toBeLessThanOrEqual(unit / 10 + 1)
    }),
  )
})
