import { pairGlyph, pairKind, pairLabel, simulatedGlyph } from '../state/pair-words.ts'
import type { Pair } from '../state/pairs.ts'
import { verdictLabels } from '../state/series.ts'

const order = [
  'failed',
  'interrupted',
  'regression',
  'cannot-tell',
  'improvement',
  'no-change',
  'no-baseline',
  'passed',
  'skipped',
  'absent',
] as const

/** What the signs in the cells mean; only those that occur. */
export function HeatLegend({ pairs }: { readonly pairs: readonly Pair[] }) {
  const examples = new Map(pairs.map((pair) => [pairKind(pair), pair]))
  const entries = order.flatMap((kind) => {
    const pair = examples.get(kind)
    if (pair === undefined) return []
    const { comparison } = pair
    const label = pair.state === 'passed' && comparison !== null ? verdictLabels[comparison.verdict] : pairLabel(pair)
    return [{ kind, glyph: pairGlyph(pair), label: kind === 'no-baseline' ? 'passed, no baseline' : label }]
  })
  return (
    <ul class="legend" aria-label="Legend">
      {entries.map(({ kind, glyph, label }) => (
        <li key={kind}>
          <span class={`swatch cell ${kind}`} aria-hidden="true">
            {glyph}
          </span>
          {label}
        </li>
      ))}
      {pairs.some((pair) => pair.isSimulated) ? (
        <li>
          <span class="swatch cell is-simulated" aria-hidden="true">
            {simulatedGlyph}
          </span>
          simulated, not measured
        </li>
      ) : null}
    </ul>
  )
}
