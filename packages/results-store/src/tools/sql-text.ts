/** A string as an SQL literal. Used where DuckDB takes no parameters: ATTACH, COPY and file names. */
export function literal(value: string): string {
  if (value.includes('\0')) throw new RangeError('a zero byte cannot stand in a path')
  return `'${value.replaceAll("'", "''")}'`
}

/** The name of one file for DuckDB's readers, which take a name for a pattern (`*`, `?`, `[…]`). */
export function fileLiteral(path: string): string {
  return literal(path.replaceAll(/[*?[]/g, '[$&]'))
}
