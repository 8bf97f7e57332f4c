import { axisX, dot, gridX, link, ruleX, text } from '@observablehq/plot'
import type { Verdict } from '@vitest-hardware/contracts'
import { formatInterval, formatRatio } from '../state/numbers.ts'
import { ratioTicks } from './ratio-ticks.ts'
import { drawPlot, narrowWidth, rowLabels, type Canvas } from './draw-plot.ts'

/** A ratio with its interval. */
export interface ForestRow {
  readonly row: string
  readonly label: string
  readonly verdict: Verdict
  readonly ratio: number
  readonly ciLow: number
  readonly ciHigh: number
  readonly n: number
}

const symbols: Partial<Record<Verdict, 'triangle' | 'square' | 'circle'>> = {
  regression: 'triangle',
  improvement: 'triangle',
  'cannot-tell': 'square',
}

/** Ratios to the baseline with their intervals, one row a series, on a logarithmic axis so that ×2 and ÷2 are as far from 1. */
export function forestPlot(canvas: Canvas, rows: readonly ForestRow[], axis: string): SVGSVGElement {
  const isNarrow = canvas.width < narrowWidth
  const rowHeight = isNarrow ? 60 : 28
  const left = isNarrow ? 8 : Math.min(280, canvas.width * 0.3)
  const { palette } = canvas
  const colour = (row: ForestRow) =>
    row.verdict === 'regression'
      ? palette.worse
      : row.verdict === 'improvement'
        ? palette.better
        : row.verdict === 'cannot-tell'
          ? palette.unsure
          : palette.neutral
  const ends = rows.flatMap((row) => [row.ciLow, row.ciHigh, 1])
  const [low, high] = [Math.min(...ends) / 1.03, Math.max(...ends) * 1.03]
  const ticks = ratioTicks(low, high, isNarrow ? 6 : 12)
  return drawPlot(canvas, {
    height: rows.length * rowHeight + 58,
    marginLeft: left,
    marginRight: isNarrow ? 8 : 168,
    marginTop: 10,
    marginBottom: 48,
    x: { type: 'log', domain: [low, high], label: null },
    y: { type: 'band', domain: rows.map(({ row }) => row), axis: null, padding: 0.2 },
    marks: [
      gridX({ stroke: palette.line, strokeOpacity: 1, ticks }),
      axisX({
        label: axis,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 40,
        ticks,
        tickFormat: (ratio: number) => formatRatio(ratio),
        stroke: palette.muted,
        fill: palette.muted,
      }),
      ruleX([1], { stroke: palette.text, strokeWidth: 1.5 }),
      rowLabels(
        canvas,
        isNarrow ? rows.map((row) => ({ row: row.row, label: `${row.label}\n${numbersOf(row)}` })) : rows,
        left - 10,
        rowHeight,
      ),
      link(rows, {
        x1: 'ciLow',
        x2: 'ciHigh',
        y1: 'row',
        y2: 'row',
        stroke: colour,
        strokeWidth: 2.5,
        strokeLinecap: 'round',
        dy: isNarrow ? 17 : 0,
      }),
      dot(rows, {
        x: 'ratio',
        y: 'row',
        fill: colour,
        stroke: palette.surface,
        strokeWidth: 1.5,
        r: 6,
        symbol: (row: ForestRow) => symbols[row.verdict] ?? 'circle',
        rotate: (row: ForestRow) => (row.verdict === 'improvement' ? 180 : 0),
        dy: isNarrow ? 17 : 0,
      }),
      isNarrow
        ? null
        : text(rows, {
            y: 'row',
            text: numbersOf,
            frameAnchor: 'right',
            textAnchor: 'start',
            dx: 12,
            fill: palette.muted,
            fontVariant: 'tabular-nums',
          }),
    ],
  })
}

function numbersOf(row: ForestRow): string {
  return `${formatRatio(row.ratio)} [${formatInterval(row.ciLow, row.ciHigh)}] n ${row.n}`
}
