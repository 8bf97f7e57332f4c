import { useId } from 'preact/hooks'
import { saveFile } from '../charts/save-file.ts'
import { toCsv, toJson, type DataTable } from '../state/data-table.ts'
import { TableView } from './table-view.tsx'

/** A table with its title and its exports, where there is nothing to draw. */
export function TableCard({
  name,
  title,
  note,
  table,
}: {
  /** Name of exported files, without an ending. */
  readonly name: string
  readonly title: string
  readonly note: string
  readonly table: DataTable
}) {
  const heading = useId()
  return (
    <figure class="chart card" aria-labelledby={heading}>
      <figcaption>
        <h2 id={heading}>{title}</h2>
        <p class="muted">{note}</p>
      </figcaption>
      {table.rows.length === 0 ? <p class="empty">Nothing to show.</p> : <TableView table={table} label={title} />}
      <div class="chart-tools" role="group" aria-label="This table as">
        <span class="spacer" />
        <button type="button" onClick={() => saveFile(`${name}.csv`, new Blob([toCsv(table)], { type: 'text/csv' }))}>
          CSV
        </button>
        <button type="button" onClick={() => saveFile(`${name}.json`, new Blob([toJson(table)], { type: 'application/json' }))}>
          JSON
        </button>
      </div>
    </figure>
  )
}
