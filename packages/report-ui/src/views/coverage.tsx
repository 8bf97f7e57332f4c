import type { Report } from '@vitest-hardware/contracts'
import { useMemo } from 'preact/hooks'
import { FilterField, SelectField } from '../parts/fields.tsx'
import { TableCard } from '../parts/table-card.tsx'
import { coverageFinding, gapsTable, inventoryTable, matrixTable, tiersLine } from '../state/coverage.ts'
import type { DataTable } from '../state/data-table.ts'
import { go, pageState } from '../state/store.ts'
import type { View } from './view.ts'

const shown = [
  { value: 'matrix', label: 'Types × tasks × backends', note: 'Of this run; the worst result of a type’s task on a backend counts.' },
  { value: 'gaps', label: 'Gaps', note: 'What upstream has and the catalogue does not build, those of the highest tiers first.' },
  { value: 'inventory', label: 'Inventory', note: 'Every class of upstream’s, and what loads it here.' },
] as const

function Coverage({ report }: { readonly report: Report }) {
  const { show, filter } = pageState.value
  const tables = useMemo(() => ({ matrix: matrixTable(report), gaps: gapsTable(report), inventory: inventoryTable(report) }), [report])
  const { note } = shown.find(({ value }) => value === show) ?? shown[0]
  const tiers = tiersLine(report)
  return (
    <>
      <form class="controls" onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label="Show"
          value={show}
          options={shown}
          onChoose={(value) => go({ show: shown.find((one) => one.value === value)?.value ?? 'matrix', page: 1 })}
        />
        <FilterField label="Filter" value={filter} />
      </form>
      <TableCard
        name={`coverage-${show}`}
        title={coverageFinding(report, tables.matrix)}
        note={`${note}${tiers === '' ? '' : ` Types built by tier: ${tiers}.`}`}
        table={filtered(tables[show], filter)}
      />
    </>
  )
}

function filtered(table: DataTable, filter: string | null): DataTable {
  if (filter === null) return table
  const wanted = filter.toLowerCase()
  return { ...table, rows: table.rows.filter((row) => row.join(' ').toLowerCase().includes(wanted)) }
}

export const coverage: View = { id: 'coverage', label: 'Coverage', Body: Coverage }
