import { useSignal } from '@preact/signals'
import { stepCell } from '../keyboard/move-focus.ts'
import { formatCount, formatInterval, formatRatio } from '../state/numbers.ts'
import { heatOf, pairGlyph, pairKind, pairLabel, simulatedGlyph } from '../state/pair-words.ts'
import type { Pair } from '../state/pairs.ts'
import { verdictLabels } from '../state/series.ts'
import { go, pageState } from '../state/store.ts'

const arrows: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

export interface HeatGridProps {
  readonly models: readonly string[]
  readonly backends: readonly string[]
  readonly at: (model: string, backend: string) => Pair
}

/** Model × backend as a grid of cells that take the focus; one of them is in the tab order, arrows reach the others. */
export function HeatGrid({ models, backends, at }: HeatGridProps) {
  const { model, backend } = pageState.value
  const selectedRow = models.indexOf(model ?? '')
  const tabStop = useSignal<readonly [number, number]>([Math.max(0, selectedRow), Math.max(0, backends.indexOf(backend ?? ''))])
  const [stopRow, stopColumn] = [Math.min(tabStop.value[0], models.length - 1), Math.min(tabStop.value[1], backends.length - 1)]
  const isQuiet = backends.map((column) => models.every((row) => ['skipped', 'absent'].includes(at(row, column).state)))
  return (
    <div class="scroll">
      <table
        class="heat"
        role="grid"
        aria-label="Model by backend"
        data-columns={backends.length}
        onKeyDown={(event) => {
          const arrow = arrows[event.key]
          if (arrow === undefined) return
          event.preventDefault()
          stepCell(event.currentTarget, arrow[0], arrow[1])
        }}
      >
        <thead>
          <tr>
            <th scope="col">Model</th>
            {backends.map((name, column) => (
              <th key={name} scope="col" class={isQuiet[column] === true ? 'quiet-column' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((rowName, row) => (
            <tr key={rowName}>
              <th scope="row" title={rowName}>
                {rowName}
              </th>
              {backends.map((columnName, column) => (
                <td key={columnName}>
                  <Cell
                    pair={at(rowName, columnName)}
                    isSelected={rowName === model && columnName === backend}
                    isTabStop={row === stopRow && column === stopColumn}
                    onFocus={() => {
                      tabStop.value = [row, column]
                      if (pageState.value.model !== null) go({ model: rowName, backend: columnName })
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps {
  readonly pair: Pair
  readonly isSelected: boolean
  readonly isTabStop: boolean
  readonly onFocus: () => void
}

function Cell({ pair, isSelected, isTabStop, onFocus }: CellProps) {
  const { comparison } = pair
  const kind = pairKind(pair)
  const isWorse = (comparison?.worsening ?? 1) > 1
  const numbers =
    pair.state === 'passed' && comparison !== null && comparison.ratio !== null ? { ...comparison, ratio: comparison.ratio } : null
  const isMuted = pair.state === 'skipped' || pair.state === 'absent'
  return (
    <button
      type="button"
      data-cell
      tabIndex={isTabStop ? 0 : -1}
      class={`cell ${kind} ${pair.isSimulated ? 'is-simulated' : ''} ${isWorse ? 'is-worse' : 'is-better'}`}
      style={{ '--heat': `${Math.round(heatOf(pair) * 42)}%` }}
      aria-pressed={isSelected}
      title={pair.reasons[0]}
      onFocus={onFocus}
      onClick={() => go({ model: pair.model, backend: pair.backend })}
    >
      <span class="for-readers">{describe(pair)} </span>
      <span class="headline">
        <span aria-hidden="true">{pairGlyph(pair)}</span> {numbers === null ? (isMuted ? '' : pairLabel(pair)) : formatRatio(numbers.ratio)}
        {pair.isSimulated ? <span aria-hidden="true"> {simulatedGlyph}</span> : null}
      </span>
      {numbers?.ciLow == null || numbers.ciHigh === null ? null : (
        <small>
          {formatInterval(numbers.ciLow, numbers.ciHigh)} · n {formatCount(numbers.samples)}
        </small>
      )}
    </button>
  )
}

/** What a cell shows by its place and its sign, in words. */
function describe(pair: Pair): string {
  const { comparison } = pair
  const parts = [`${pair.model} on ${pair.backend}: ${pairLabel(pair)}`]
  if (comparison !== null) parts.push(verdictLabels[comparison.verdict])
  if (pair.isSimulated) parts.push('simulated')
  if (pair.reasons[0] !== undefined) parts.push(pair.reasons[0].slice(0, 120))
  return parts.join(', ')
}
