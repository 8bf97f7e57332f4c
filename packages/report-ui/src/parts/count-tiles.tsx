import type { Report } from '@vitest-hardware/contracts'
import { formatCount } from '../state/numbers.ts'
import { stateGlyphs, verdictGlyphs } from '../state/pair-words.ts'

/** The run in numbers; a zero stays, but quiet. */
export function CountTiles({ report: { counts } }: { readonly report: Report }) {
  const tests = [
    ['passed', stateGlyphs.passed, 'passed', counts.passed],
    ['failed', stateGlyphs.failed, 'failed', counts.failed],
    ['skipped', stateGlyphs.skipped, 'skipped', counts.skipped],
    ['interrupted', stateGlyphs.interrupted, 'interrupted', counts.interrupted],
  ] as const
  const series = [
    ['regression', verdictGlyphs.regression, 'regressions', counts.regressions],
    ['improvement', verdictGlyphs.improvement, 'improvements', counts.improvements],
    ['cannot-tell', verdictGlyphs['cannot-tell'], 'can’t tell', counts.cannotTell],
    ['no-change', verdictGlyphs['no-change'], 'no significant change', counts.noChange],
    ['no-baseline', verdictGlyphs['no-baseline'], 'no baseline', counts.noBaseline],
  ] as const
  return (
    <div class="counts">
      <Tiles label={`Results · ${formatCount(counts.pairsPassed)} of ${formatCount(counts.pairs)} pairs pass`} tiles={tests} />
      <Tiles label="Measured series against their baselines" tiles={series} />
    </div>
  )
}

type Tile = readonly [kind: string, glyph: string, label: string, count: number]

function Tiles({ label, tiles }: { readonly label: string; readonly tiles: readonly Tile[] }) {
  return (
    <div class="tiles">
      <h2 class="eyebrow">{label}</h2>
      <ul>
        {tiles.map(([kind, glyph, name, count]) => (
          <li key={kind} class={`tile ${kind} ${count === 0 ? 'zero' : ''}`}>
            <strong>
              <span aria-hidden="true">{glyph}</span> {formatCount(count)}
            </strong>
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
