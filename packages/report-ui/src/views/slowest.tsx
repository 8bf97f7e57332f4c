import type { Report } from '@vitest-hardware/contracts'
import { useMemo } from 'preact/hooks'
import { barPlot } from '../charts/bar-plot.ts'
import { Chart } from '../charts/chart.tsx'
import { FilterField, SelectField } from '../parts/fields.tsx'
import { showNumber, type DataTable } from '../state/data-table.ts'
import { slowestFinding } from '../state/findings.ts'
import { formatDuration, plural } from '../state/numbers.ts'
import { stateGlyphs } from '../state/pair-words.ts'
import { rankDurations, type Grouping, type TimedGroup } from '../state/slowest.ts'
import { go, pageState } from '../state/store.ts'
import type { View } from './view.ts'

const barsShown = 20
const groupings: readonly { readonly value: Grouping; readonly label: string; readonly many: string }[] = [
  { value: 'test', label: 'Test on a backend', many: 'tests' },
  { value: 'file', label: 'File', many: 'files' },
  { value: 'model', label: 'Model', many: 'models' },
  { value: 'backend', label: 'Backend', many: 'backends' },
]

function Slowest({ report }: { readonly report: Report }) {
  const { by, filter } = pageState.value
  const ranked = useMemo(() => rankDurations(report, by), [report, by])
  const groups = filter === null ? ranked : ranked.filter((group) => matches(group, filter))
  const { many } = groupings.find(({ value }) => value === by) ?? groupings[0]!
  const bars = groups.slice(0, barsShown).map((group, index) => ({
    row: String(index),
    label: group.backend === null ? group.label : `${group.label} · ${group.backend}`,
    value: `${formatDuration(group.durationMs)}${group.state === 'failed' ? ` ${stateGlyphs.failed}` : ''}`,
    ms: group.durationMs,
    isFailed: group.state === 'failed',
  }))
  return (
    <>
      <form class="controls" onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label="Add up by"
          value={by}
          options={groupings}
          onChoose={(value) => go({ by: groupings.find((grouping) => grouping.value === value)?.value ?? 'test', page: 1 })}
        />
        <FilterField label="Filter" value={filter} />
      </form>
      <Chart
        name="slowest"
        title={slowestFinding(groups, barsShown, many)}
        note={`Wall time of ${many}, set-up and measuring included. Lower is better ▼. n = ${plural(
          groups.reduce((total, group) => total + group.results, 0),
          'result',
        )}; skipped tests took no time and are left out.`}
        table={tableOf(groups)}
        draw={(canvas) => barPlot(canvas, bars, 'wall time')}
      >
        {bars.length === 0 ? <p class="empty">Nothing to show{filter === null ? '.' : ' for this filter.'}</p> : undefined}
      </Chart>
    </>
  )
}

function matches(group: TimedGroup, filter: string): boolean {
  return `${group.label} ${group.backend ?? ''} ${group.file ?? ''}`.toLowerCase().includes(filter.toLowerCase())
}

function tableOf(groups: readonly TimedGroup[]): DataTable {
  return {
    columns: [
      { key: 'name', label: 'Name' },
      { key: 'backend', label: 'Backend' },
      { key: 'state', label: 'State' },
      { key: 'duration_ms', label: 'Wall time', show: showNumber(formatDuration) },
      { key: 'results', label: 'Results' },
      { key: 'retries', label: 'Retries' },
      { key: 'file', label: 'File' },
    ],
    rows: groups.map((group) => [group.label, group.backend, group.state, group.durationMs, group.results, group.retries, group.file]),
  }
}

export const slowest: View = { id: 'slowest', label: 'Slowest', Body: Slowest }
