/** A value in a table: text, a number, or nothing. */
export type Datum = string | number | null

export interface Column {
  /** Name in CSV and JSON: snake_case, with the unit in it where there is one. */
  readonly key: string
  /** Heading for people. */
  readonly label: string
  /** How a value is shown; the exports carry the value itself. @default the value as text */
  readonly show?: (value: Datum) => string
}

/** The numbers behind a chart: the twin that is shown, and what CSV and JSON carry. */
export interface DataTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Datum[])[]
}

/**
 * RFC 4180: CRLF, quotes doubled. Text that a spreadsheet would take for a formula gets an apostrophe before it,
 * because names of tests are not ours.
 */
export function toCsv(table: DataTable): string {
  const lines = [table.columns.map((column) => csvField(column.key)), ...table.rows.map((row) => row.map(csvField))]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

function csvField(value: Datum): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A list of objects, one a row. */
export function toJson(table: DataTable): string {
  const objects = table.rows.map((row) => Object.fromEntries(table.columns.map((column, index) => [column.key, row[index] ?? null])))
  return `${JSON.stringify(objects, null, 2)}\n`
}

export function showDatum(column: Column, value: Datum): string {
  if (value === null) return '–'
  return column.show === undefined ? String(value) : column.show(value)
}

/** Makes a `show` for numbers of a function that formats one. */
export function showNumber(format: (value: number) => string): (value: Datum) => string {
  return (value) => (typeof value === 'number' ? format(value) : (value ?? '–'))
}
