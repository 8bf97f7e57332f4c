import type { Report } from '@vitest-hardware/contracts'
import { useMemo } from 'preact/hooks'
import { Chart } from '../charts/chart.tsx'
import { HeatGrid } from '../charts/heat-grid.tsx'
import { heatPlot } from '../charts/heat-plot.ts'
import { FilterField, optionsOf, SelectField } from '../parts/fields.tsx'
import { HeatLegend } from '../parts/heat-legend.tsx'
import { pageOf, Pager } from '../parts/pager.tsx'
import { PairDetails } from '../parts/pair-details.tsx'
import { showNumber, type DataTable } from '../state/data-table.ts'
import { heatFinding } from '../state/findings.ts'
import { directionLabel, formatCount, formatRatio, plural } from '../state/numbers.ts'
import { pairKind } from '../state/pair-words.ts'
import { sortWorstFirst, tabulatePairs, type Pair, type PairTable } from '../state/pairs.ts'
import { compareText } from '../state/series.ts'
import { go, pageState } from '../state/store.ts'
import type { View } from './view.ts'

const modelsPerPage = 60

function HeatMap({ report }: { readonly report: Report }) {
  const { filter, sort, model, backend } = pageState.value
  const metrics = useMemo(() => [...new Set(report.measurements.map((measured) => measured.metric))].sort(compareText), [report])
  const metric =
    metrics.find((name) => name === pageState.value.metric) ?? metrics.find((name) => name === 'latency') ?? metrics[0] ?? 'latency'
  const table = useMemo(() => tabulatePairs(report, metric), [report, metric])
  const sorted = useMemo(() => (sort === 'worst' ? sortWorstFirst(table) : table.models), [table, sort])
  const models = filter === null ? sorted : sorted.filter((name) => name.toLowerCase().includes(filter.toLowerCase()))
  const { shown } = pageOf(models, modelsPerPage)
  const sample = report.measurements.find((measured) => measured.metric === metric)
  return (
    <>
      <form class="controls" onSubmit={(event) => event.preventDefault()}>
        <SelectField
          label="Metric"
          value={metric}
          options={optionsOf(metrics.length === 0 ? [metric] : metrics)}
          onChoose={(value) => go({ metric: value })}
        />
        <SelectField
          label="Order"
          value={sort}
          options={[
            { value: 'worst', label: 'worst first' },
            { value: 'name', label: 'by name' },
          ]}
          onChoose={(value) => go({ sort: value === 'name' ? 'name' : 'worst', page: 1 })}
        />
        <FilterField label="Models with" value={filter} />
      </form>
      <Chart
        name={`heat-map-${metric.replace(/[^\w.-]+/g, '_')}`}
        title={heatFinding(table, metric)}
        note={`Ratio to baseline (new ÷ baseline), the median over the pair’s ${metric} series, in ×${sample === undefined ? '' : `; ${directionLabel(sample.direction)}`}. ${countNote(table, metric, report)}`}
        table={tableOf(table, models)}
        draw={(canvas) => heatPlot(canvas, models, table.backends, table.at)}
      >
        {models.length === 0 ? (
          <p class="empty">{table.models.length === 0 ? 'No model was tested in this run.' : 'No model matches the filter.'}</p>
        ) : (
          <>
            <HeatLegend pairs={shown.flatMap((name) => table.backends.map((column) => table.at(name, column)))} />
            <HeatGrid models={shown} backends={table.backends} at={table.at} />
            <Pager total={models.length} size={modelsPerPage} what="models" />
          </>
        )}
      </Chart>
      {model === null || backend === null ? null : <PairDetails report={report} pair={table.at(model, backend)} metric={metric} />}
    </>
  )
}

function countNote(table: PairTable, metric: string, report: Report): string {
  const series = report.measurements.filter((measured) => measured.metric === metric)
  const samples = series.reduce((total, measured) => total + measured.samples.length, 0)
  return `n = ${formatCount(table.models.length)} models × ${formatCount(table.backends.length)} backends, ${formatCount(series.length)} series, ${plural(samples, 'sample')}.`
}

function tableOf(table: PairTable, models: readonly string[]): DataTable {
  const showRatio = showNumber(formatRatio)
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'backend', label: 'Backend' },
      { key: 'state', label: 'State' },
      { key: 'verdict', label: 'Verdict' },
      { key: 'ratio', label: 'Ratio', show: showRatio },
      { key: 'ci_low', label: 'Low end', show: showRatio },
      { key: 'ci_high', label: 'High end', show: showRatio },
      { key: 'series', label: 'Series' },
      { key: 'samples', label: 'Samples' },
      { key: 'provenance', label: 'Provenance' },
      { key: 'reason', label: 'Reason' },
    ],
    rows: models.flatMap((model) => table.backends.map((backend) => rowOf(table.at(model, backend)))),
  }
}

function rowOf(pair: Pair): (string | number | null)[] {
  const { comparison } = pair
  const numbers = [
    comparison?.ratio ?? null,
    comparison?.ciLow ?? null,
    comparison?.ciHigh ?? null,
    comparison?.seriesCount ?? null,
    comparison?.samples ?? null,
  ]
  const provenance = pair.isSimulated ? 'simulated' : comparison === null ? null : 'measured'
  return [
    pair.model,
    pair.backend,
    pair.state,
    pairKind(pair) === pair.state ? null : pairKind(pair),
    ...numbers,
    provenance,
    pair.reasons.join('; ') || null,
  ]
}

export const heatMap: View = { id: 'heat-map', label: 'Model × backend', Body: HeatMap }
