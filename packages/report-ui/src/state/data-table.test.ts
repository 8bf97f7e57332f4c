import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showDatum, showNumber, toCsv, toJson, type DataTable } from './data-table.ts'

const table: DataTable = {
  columns: [
    { key: 'test', label: 'Test' },
    { key: 'duration_ms', label: 'Duration', show: showNumber((ms) => `${ms} ms`) },
  ],
  rows: [
    ['a "b", c', 1.5],
    ['=cmd|calc', null],
    ['two\nlines', -2],
  ],
}

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') {
      rows.push(row)
      row = []
    }
  }
  return rows
}

test('CSV is quoted, and formulas are disarmed; numbers stay numbers', () => {
  expect(toCsv(table)).toBe('test,duration_ms\r\n"a ""b"", c",1.5\r\n\'=cmd|calc,\r\n"two\nlines",-2\r\n')
})

test('any text survives CSV', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 })), (rows) => {
      const written = toCsv({ columns: table.columns, rows })
      const disarmed = rows.map((row) => row.map((value) => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value)))
      expect(readCsv(written).slice(1)).toEqual(disarmed)
    }),
  )
})

test('JSON is a list of objects by key', () => {
  expect(JSON.parse(toJson(table))[1]).toEqual({ test: '=cmd|calc', duration_ms: null })
})

test('people see formatted values and a dash for nothing', () => {
  expect(showDatum(table.columns[1]!, 1.5)).toBe('1.5 ms')
  expect(showDatum(table.columns[1]!, null)).toBe('–')
})
