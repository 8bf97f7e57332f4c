import type { TestState, Verdict } from '@vitest-hardware/contracts'
import { simulatedGlyph, stateGlyphs, verdictGlyphs } from '../state/pair-words.ts'
import { verdictLabels } from '../state/series.ts'

/** A sign and a word; the colour only repeats them. */
export function StateBadge({ state }: { readonly state: TestState }) {
  return <Badge kind={state} glyph={stateGlyphs[state]} label={state} />
}

export function VerdictBadge({ verdict, word }: { readonly verdict: Verdict; readonly word?: string }) {
  return <Badge kind={verdict} glyph={verdictGlyphs[verdict]} label={word ?? verdictLabels[verdict]} />
}

export function SimulatedBadge({ provenance }: { readonly provenance: string }) {
  return <Badge kind="simulated" glyph={simulatedGlyph} label={provenance} />
}

export function Badge({ kind, glyph, label }: { readonly kind: string; readonly glyph: string; readonly label: string }) {
  return (
    <span class={`badge ${kind}`}>
      <span aria-hidden="true">{glyph}</span> {label}
    </span>
  )
}
