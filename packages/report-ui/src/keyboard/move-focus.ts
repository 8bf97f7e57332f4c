/** Moves the focus to the next or previous row of the view; from nowhere, to the first. */
export function stepRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')]
  const current = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[current === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, current + by))]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Moves the focus in a grid of buttons marked with `data-cell`, as many a row as `data-columns` of the grid says. */
export function stepCell(grid: HTMLElement, right: number, down: number): void {
  const cells = [...grid.querySelectorAll<HTMLElement>('[data-cell]')]
  const columns = Number(grid.dataset['columns'])
  const current = cells.indexOf(document.activeElement as HTMLElement)
  const target = current === -1 ? cells.findIndex((cell) => cell.tabIndex === 0) : current + right + down * columns
  const staysInRow = current === -1 || down !== 0 || Math.floor(target / columns) === Math.floor(current / columns)
  if (!staysInRow) return
  cells[target]?.focus()
  cells[target]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
