import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literal } from './sql-text.ts'

test('any text comes back from DuckDB as it went in', async () => {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom("'; DROP TABLE runs; --", String.raw`\'`, "''", '$1', '%')),
      async (text) => {
        fc.pre(!text.includes('\0'))
        const reader = await connection.runAndReadAll(`SELECT ${literal(text)}`)
        expect(reader.getRows()).toEqual([[text]])
      },
    ),
  )
  connection.closeSync()
  instance.closeSync()
})

test('a zero byte is refused', () => {
  expect(() => literal('a\0b')).toThrow(RangeError)
})
