import { axisX, barX, gridX, text } from '@observablehq/plot'
import { displayUnit, formatNumber } from '../state/numbers.ts'
import { drawPlot, narrowWidth, rowLabels, type Canvas } from './draw-plot.ts'

export interface Bar {
  readonly row: string
  readonly label: string
  /** Shown after the bar. */
  readonly value: string
  readonly ms: number
  readonly isFailed: boolean
}

/** Durations as bars from zero, longest first. */
export function barPlot(canvas: Canvas, bars: readonly Bar[], axisName: string): SVGSVGElement {
  const isNarrow = canvas.width < narrowWidth
  const rowHeight = isNarrow ? 44 : 27
  const left = isNarrow ? 8 : Math.min(420, canvas.width * 0.4)
  const { palette } = canvas
  const shown = displayUnit('ms', bars[0]?.ms ?? 0)
  return drawPlot(canvas, {
    height: bars.length * rowHeight + 58,
    marginLeft: left,
    marginRight: 96,
    marginTop: 8,
    marginBottom: 48,
    x: { domain: [0, (bars[0]?.ms ?? 1) * shown.factor], label: null },
    y: { type: 'band', domain: bars.map(({ row }) => row), axis: null, padding: 0 },
    marks: [
      gridX({ stroke: palette.line, strokeOpacity: 1, ticks: isNarrow ? 3 : 6 }),
      axisX({
        label: `${axisName}, ${shown.unit} (lower is better ▼)`,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 40,
        ticks: isNarrow ? 3 : 6,
        tickFormat: (value: number) => formatNumber(value),
        stroke: palette.muted,
        fill: palette.muted,
      }),
      rowLabels(canvas, bars, left - 10, rowHeight),
      barX(bars, {
        x: (bar: Bar) => bar.ms * shown.factor,
        y: 'row',
        fill: (bar: Bar) => (bar.isFailed ? palette.failed : palette.accent),
        fillOpacity: 0.85,
        insetTop: isNarrow ? 21 : 4,
        insetBottom: 4,
        rx: 2,
      }),
      text(bars, {
        x: (bar: Bar) => bar.ms * shown.factor,
        y: 'row',
        text: 'value',
        textAnchor: 'start',
        dx: 6,
        dy: isNarrow ? 9 : 0,
        fill: palette.text,
        fontVariant: 'tabular-nums',
      }),
    ],
  })
}
