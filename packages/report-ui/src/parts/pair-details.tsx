import type { Report } from '@vitest-hardware/contracts'
import { ratioText } from '../state/findings.ts'
import { formatDuration, formatValue, withoutTerminalColours } from '../state/numbers.ts'
import type { Pair } from '../state/pairs.ts'
import { listSeries, type Series } from '../state/series.ts'
import { go, linkTo } from '../state/store.ts'
import { median } from '@vitest-hardware/statistics'
import { SimulatedBadge, StateBadge, VerdictBadge } from './badge.tsx'

const testsShown = 100

/** The tests behind a cell, and what each measured. */
export function PairDetails({ report, pair, metric }: { readonly report: Report; readonly pair: Pair; readonly metric: string }) {
  const series = listSeries(report).filter(({ model, backend }) => model === pair.model && backend === pair.backend)
  const shown = pair.results.slice(0, testsShown)
  return (
    <aside class="details card" aria-label={`${pair.model} on ${pair.backend}`}>
      <header>
        <h2>
          {pair.model} <span class="muted">on {pair.backend}</span>
        </h2>
        <button type="button" class="quiet" onClick={() => go({ model: null, backend: null })}>
          Close <kbd>Esc</kbd>
        </button>
      </header>
      {pair.state === 'absent' ? <p class="muted">No test of this model names this backend.</p> : null}
      <ul class="tests">
        {shown.map((index) => {
          const result = report.results[index]!
          const test = report.tests[result.test]
          return (
            <li key={index}>
              <p class="test-line">
                <StateBadge state={result.state} /> <strong>{test?.name ?? 'unknown test'}</strong>
                {result.state === 'skipped' ? null : <span class="muted number">{formatDuration(result.durationMs)}</span>}
              </p>
              <p class="muted path">{test?.file}</p>
              {result.reason === null ? null : <pre>{withoutTerminalColours(result.reason)}</pre>}
              {series
                .filter(({ measured }) => measured.test === result.test && measured.profile === result.profile)
                .map((entry) => (
                  <Measured key={entry.key} series={entry} isOfMap={entry.metric === metric} />
                ))}
            </li>
          )
        })}
      </ul>
      {pair.results.length > shown.length ? <p class="muted">{pair.results.length - shown.length} more are in the table.</p> : null}
    </aside>
  )
}

function Measured({ series, isOfMap }: { readonly series: Series; readonly isOfMap: boolean }) {
  const { measured } = series
  const { comparison } = measured
  return (
    <div class={`measured ${isOfMap ? 'of-map' : ''}`}>
      <p>
        <a href={linkTo({ view: 'distribution', series: series.key })}>
          {series.label.slice(`${series.model} · ${series.backend} · `.length)}
        </a>{' '}
        {formatValue(median(measured.samples), measured.unit)} <VerdictBadge verdict={comparison?.verdict ?? 'no-baseline'} />
        {measured.provenance === 'measured' ? null : <SimulatedBadge provenance={measured.provenance} />}
      </p>
      {comparison === null || comparison.ratio === null ? null : (
        <p class="number">{ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh, comparison.samples)}</p>
      )}
      <p class="muted">{comparison?.explanation}</p>
    </div>
  )
}
