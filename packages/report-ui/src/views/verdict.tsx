import type { Report } from '@vitest-hardware/contracts'
import { useMemo } from 'preact/hooks'
import { Chart } from '../charts/chart.tsx'
import { forestPlot, type ForestRow } from '../charts/forest-plot.ts'
import { AttentionList } from '../parts/attention-list.tsx'
import { CountTiles } from '../parts/count-tiles.tsx'
import { EnvironmentSection } from '../parts/environment.tsx'
import { NoiseSection } from '../parts/noise.tsx'
import { ProtocolSection } from '../parts/protocol.tsx'
import { showNumber, type DataTable } from '../state/data-table.ts'
import { ratiosFinding } from '../state/findings.ts'
import { formatCount, formatPercent, formatRatio } from '../state/numbers.ts'
import { compareWorstFirst, listSeries, worsening, type Series } from '../state/series.ts'
import type { View } from './view.ts'

const rowsShown = 16

function Verdict({ report }: { readonly report: Report }) {
  const judged = useMemo(
    () =>
      listSeries(report)
        .filter(({ measured }) => measured.comparison?.ratio != null)
        .sort((a, b) => compareWorstFirst(a.measured, b.measured)),
    [report],
  )
  const rows = judged.slice(0, rowsShown).map(forestRow)
  const isInverted = judged.some(({ measured }) => measured.direction === 'higher')
  const axis = isInverted
    ? 'new ÷ baseline, × (inverted where higher is better; lower is better ▼)'
    : 'new ÷ baseline, × (lower is better ▼)'
  const shown =
    judged.length > rowsShown
      ? `The ${rowsShown} that need a look first of n = ${formatCount(judged.length)} series; all are in the table.`
      : `n = ${formatCount(judged.length)} series.`
  return (
    <>
      <section class="sentence" aria-labelledby="sentence">
        <p class={`run-state ${report.run.state}`}>{runStateLabels[report.run.state]}</p>
        <h1 id="sentence">{report.sentence}</h1>
        <CountTiles report={report} />
      </section>
      <AttentionList report={report} />
      <Chart
        name="ratios"
        title={ratiosFinding(judged)}
        note={`Dots are ratios of medians, lines their intervals; a line across 1× may be no change at all. ${shown}`}
        table={tableOf(judged)}
        draw={(canvas) => forestPlot(canvas, rows, axis)}
      >
        {rows.length === 0 ? (
          <p class="empty">
            {report.measurements.length === 0
              ? 'Nothing was measured in this run.'
              : 'This run starts the baseline: the next one on the same hardware is compared with it.'}
          </p>
        ) : undefined}
      </Chart>
      <NoiseSection report={report} />
      <EnvironmentSection report={report} />
      <ProtocolSection report={report} />
    </>
  )
}

const runStateLabels: Record<Report['run']['state'], string> = {
  passed: '✓ Passed',
  failed: '✕ Failed',
  interrupted: '◌ Interrupted',
  running: '◌ Still running when this was written',
}

function forestRow(series: Series, index: number): ForestRow {
  const comparison = series.measured.comparison!
  const ratio = worsening(comparison.ratio ?? 1, series.measured.direction)
  const ends = [
    worsening(comparison.ciLow || (comparison.ratio ?? 1), series.measured.direction),
    worsening(comparison.ciHigh ?? comparison.ratio ?? 1, series.measured.direction),
  ]
  return {
    row: String(index),
    label: series.label,
    verdict: comparison.verdict,
    ratio,
    ciLow: Math.min(...ends),
    ciHigh: Math.max(...ends),
    n: comparison.samples,
  }
}

function tableOf(judged: readonly Series[]): DataTable {
  const showRatio = showNumber(formatRatio)
  return {
    columns: [
      { key: 'model', label: 'Model' },
      { key: 'backend', label: 'Backend' },
      { key: 'metric', label: 'Metric' },
      { key: 'series', label: 'Series' },
      { key: 'verdict', label: 'Verdict' },
      { key: 'ratio', label: 'Ratio', show: showRatio },
      { key: 'ci_low', label: 'Low end', show: showRatio },
      { key: 'ci_high', label: 'High end', show: showRatio },
      { key: 'samples', label: 'Samples' },
      { key: 'baseline_samples', label: 'Baseline samples' },
      { key: 'baseline_runs', label: 'Baseline runs' },
      { key: 'smallest_detectable_change', label: 'Smallest detectable change', show: showNumber(formatPercent) },
    ],
    rows: judged.map(({ model, backend, metric, variant, measured: { comparison } }) => [
      model,
      backend,
      metric,
      variant,
      ...(comparison === null
        ? []
        : [
            comparison.verdict,
            comparison.ratio,
            comparison.ciLow,
            comparison.ciHigh,
            comparison.samples,
            comparison.baselineSamples,
            comparison.baselineRuns,
            comparison.minimumDetectableChange,
          ]),
    ]),
  }
}

export const verdict: View = { id: 'verdict', label: 'Verdict', Body: Verdict }
