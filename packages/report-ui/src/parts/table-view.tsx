import { showDatum, type DataTable } from '../state/data-table.ts'
import { pageOf, Pager } from './pager.tsx'

const rowsPerPage = 100

/** A table of data, a page at a time; rows take focus so that `j` and `k` walk them. */
export function TableView({ table, label }: { readonly table: DataTable; readonly label: string }) {
  const { shown } = pageOf(table.rows, rowsPerPage)
  const isNumber = table.columns.map((_, index) => table.rows.some((row) => typeof row[index] === 'number'))
  return (
    <>
      <div class="scroll" role="region" aria-label={label} tabIndex={0}>
        <table class="data">
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th key={column.key} scope="col" class={isNumber[index] === true ? 'number' : ''}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, rowIndex) => (
              <tr key={rowIndex} data-row tabIndex={-1}>
                {table.columns.map((column, index) => (
                  <td key={column.key} class={isNumber[index] === true ? 'number' : ''}>
                    {showDatum(column, row[index] ?? null)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager total={table.rows.length} size={rowsPerPage} what="rows" />
    </>
  )
}
