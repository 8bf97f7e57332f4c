import type { Report } from '@vitest-hardware/contracts'
import { useMemo } from 'preact/hooks'
import { Chart } from '../charts/chart.tsx'
import { sequencePlot } from '../charts/sequence-plot.ts'
import { stripPlot } from '../charts/strip-plot.ts'
import { SimulatedBadge, VerdictBadge } from '../parts/badge.tsx'
import { optionsOf, SelectField } from '../parts/fields.tsx'
import { showNumber, type DataTable } from '../state/data-table.ts'
import { seriesFinding } from '../state/findings.ts'
import { formatCount, formatNumber, formatPercent } from '../state/numbers.ts'
import { listSeries, verdictWord, type Series } from '../state/series.ts'
import { go, pageState } from '../state/store.ts'
import { stripsOf, type Strips } from '../state/strips.ts'
import type { View } from './view.ts'

function Distribution({ report }: { readonly report: Report }) {
  const list = useMemo(() => listSeries(report), [report])
  const chosen = chosenFrom(list)
  if (chosen === undefined) return <p class="empty card">Nothing was measured in this run, so there are no samples to show.</p>
  return (
    <>
      <SeriesChooser list={list} chosen={chosen} />
      <Samples series={chosen} />
    </>
  )
}

function chosenFrom(list: readonly Series[]): Series | undefined {
  return list.find(({ key }) => key === pageState.value.series) ?? list[0]
}

function SeriesChooser({ list, chosen }: { readonly list: readonly Series[]; readonly chosen: Series }) {
  const ofModel = list.filter(({ model }) => model === chosen.model)
  const ofBackend = ofModel.filter(({ backend }) => backend === chosen.backend)
  const ofMetric = ofBackend.filter(({ metric }) => metric === chosen.metric)
  const unique = (names: readonly string[]) => optionsOf([...new Set(names)])
  // Keeps as much of the rest of the choice as the new model or backend has.
  const choose = (candidates: readonly Series[]) => {
    const best =
      candidates.find((series) => series.backend === chosen.backend && series.metric === chosen.metric) ??
      candidates.find((series) => series.metric === chosen.metric) ??
      candidates[0]
    if (best !== undefined) go({ series: best.key, page: 1 })
  }
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label="Model"
        value={chosen.model}
        options={unique(list.map(({ model }) => model))}
        onChoose={(name) => choose(list.filter(({ model }) => model === name))}
      />
      <SelectField
        label="Backend"
        value={chosen.backend}
        options={unique(ofModel.map(({ backend }) => backend))}
        onChoose={(name) => choose(ofModel.filter(({ backend }) => backend === name))}
      />
      <SelectField
        label="Metric"
        value={chosen.metric}
        options={unique(ofBackend.map(({ metric }) => metric))}
        onChoose={(name) => choose(ofBackend.filter(({ metric }) => metric === name))}
      />
      <SelectField
        label="Series"
        value={chosen.key}
        options={ofMetric.map(({ key, variant }) => ({ value: key, label: variant }))}
        onChoose={(key) => go({ series: key, page: 1 })}
      />
      <SelectField
        label="Axis"
        value={pageState.value.scale}
        options={[
          { value: 'auto', label: 'automatic' },
          { value: 'linear', label: 'linear' },
          { value: 'log', label: 'logarithmic' },
        ]}
        onChoose={(scale) => go({ scale: scale === 'linear' || scale === 'log' ? scale : 'auto' })}
      />
      <p class="muted hint">
        {formatCount(list.indexOf(chosen) + 1)} of {formatCount(list.length)} series <kbd>j</kbd> <kbd>k</kbd>
      </p>
    </form>
  )
}

function Samples({ series }: { readonly series: Series }) {
  const { measured } = series
  const { comparison } = measured
  const strips = useMemo(() => stripsOf(measured, pageState.value.scale), [measured, pageState.value.scale])
  const axis = { label: strips.axisLabel, unit: strips.unit, type: strips.type, baselineMedian: strips.baselineMedian }
  const own = strips.strips.filter(({ role }) => role !== 'baseline')
  const samplesOf = (role: 'new' | 'warm-up') => own.find((strip) => strip.role === role)?.samples ?? []
  const name = `${series.model}-${series.backend}-${series.metric}`.replace(/[^\w.-]+/g, '_')
  const n = `n = ${formatCount(measured.samples.length)} new, ${formatCount(comparison?.baselineSamples ?? 0)} baseline samples of ${formatCount(comparison?.baselineRuns ?? 0)} runs`
  return (
    <>
      <section class="card explanation" aria-label="In words">
        <p>
          <VerdictBadge
            verdict={comparison?.verdict ?? 'no-baseline'}
            word={verdictWord(comparison?.verdict ?? 'no-baseline', measured.unit, measured.direction)}
          />
          {measured.provenance === 'measured' ? null : <SimulatedBadge provenance={measured.provenance} />}
        </p>
        <p>{comparison?.explanation ?? 'Nothing was judged: there is no baseline for this series on this hardware profile.'}</p>
        {comparison?.minimumDetectableChange == null ? null : (
          <p class="muted">Smallest change that would have been called: {formatPercent(comparison.minimumDetectableChange)}.</p>
        )}
      </section>
      <Chart
        name={`${name}-samples`}
        title={seriesFinding(series)}
        note={`Every sample, one dot each; ticks are medians, the dashed line is the baseline’s. Crosses are warm-up: shown, never judged. ${n}.`}
        table={tableOf(strips, strips.strips)}
        draw={(canvas) => stripPlot(canvas, strips.strips, axis)}
      />
      <Chart
        name={`${name}-order`}
        title={`${formatCount(measured.warmup.length)} warm-up and ${formatCount(measured.samples.length)} judged samples, in the order taken`}
        note={`A slope or a step here is drift: the samples are then not of one steady state. ${n}.`}
        table={tableOf(strips, own.toReversed())}
        draw={(canvas) => sequencePlot(canvas, samplesOf('warm-up'), samplesOf('new'), axis)}
      />
    </>
  )
}

function tableOf(strips: Strips, shown: Strips['strips']): DataTable {
  return {
    columns: [
      { key: 'role', label: 'Role' },
      { key: 'run_started_at', label: 'Run' },
      { key: 'order', label: 'Order' },
      { key: 'value', label: strips.axisLabel, show: showNumber(formatNumber) },
      { key: 'unit', label: 'Unit' },
    ],
    rows: shown.flatMap((strip) => strip.samples.map((value, index) => [strip.role, strip.startedAt, index + 1, value, strips.unit])),
  }
}

export const distribution: View = {
  id: 'distribution',
  label: 'Distribution',
  Body: Distribution,
  step: (report, by) => {
    const list = listSeries(report)
    const chosen = chosenFrom(list)
    const next = chosen === undefined ? undefined : list[list.indexOf(chosen) + by]
    if (next !== undefined) go({ series: next.key, page: 1 })
  },
}
