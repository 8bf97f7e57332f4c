import type { Report } from '@vitest-hardware/contracts'
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { listAttention, type AttentionItem } from '../state/attention.ts'
import { ratioText } from '../state/findings.ts'
import { formatCount, formatPercent } from '../state/numbers.ts'
import { verdictWord } from '../state/series.ts'
import { linkTo } from '../state/store.ts'
import { StateBadge, VerdictBadge } from './badge.tsx'

const shownAtFirst = 10

/** What a person should look at, the worst first; each row leads to its detail. */
export function AttentionList({ report }: { readonly report: Report }) {
  const items = useMemo(() => listAttention(report), [report])
  const limit = useSignal(shownAtFirst)
  if (items.length === 0) return null
  const hidden = items.length - limit.value
  return (
    <section class="card" aria-labelledby="attention">
      <h2 id="attention">{items.length === 1 ? 'One thing needs a look' : `${formatCount(items.length)} things need a look`}</h2>
      <ul class="attention">
        {items.slice(0, limit.value).map((item, index) => (
          <li key={index}>
            <AttentionRow item={item} />
          </li>
        ))}
      </ul>
      {hidden <= 0 ? null : (
        <button
          type="button"
          onClick={() => {
            limit.value += 100
          }}
        >
          Show {formatCount(Math.min(100, hidden))} more
        </button>
      )}
    </section>
  )
}

function AttentionRow({ item }: { readonly item: AttentionItem }) {
  if (!('series' in item)) {
    return (
      <a class="attention-row" data-row href={linkTo({ view: 'heat-map', model: item.model, backend: item.backend })}>
        <StateBadge state={item.kind} />
        <span class="subject">
          <strong>{item.model}</strong> on {item.backend} <span class="muted">· {item.testName}</span>
        </span>
        <span class="reason">{item.reason}</span>
      </a>
    )
  }
  const { measured, model, backend, label } = item.series
  const comparison = measured.comparison
  return (
    <a class="attention-row" data-row href={linkTo({ view: 'distribution', series: item.series.key })}>
      <VerdictBadge verdict={item.kind} word={verdictWord(item.kind, measured.unit, measured.direction)} />
      <span class="subject">
        <strong>{model}</strong> on {backend} <span class="muted">· {label.slice(`${model} · ${backend} · `.length)}</span>
      </span>
      <span class="reason number">
        {comparison === null || comparison.ratio === null
          ? ''
          : ratioText(comparison.ratio, comparison.ciLow, comparison.ciHigh, comparison.samples)}
        {item.kind === 'cannot-tell' && comparison !== null && comparison.minimumDetectableChange !== null
          ? `; only ${formatPercent(comparison.minimumDetectableChange)} or more would be called`
          : ''}
      </span>
    </a>
  )
}
