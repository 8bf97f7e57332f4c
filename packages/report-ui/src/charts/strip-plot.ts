import { axisX, gridX, pointer, ruleX, text, tickX, tip } from '@observablehq/plot'
import { formatNumber } from '../state/numbers.ts'
import { drawPlot, narrowWidth, rowLabels, type Canvas } from './draw-plot.ts'
import { pointsMark, spreadOut } from './points-mark.ts'

/** Samples that belong together, in the unit of the axis. */
export interface Strip {
  readonly row: string
  readonly label: string
  readonly role: 'new' | 'warm-up' | 'baseline'
  readonly samples: readonly number[]
  /** Null for warm-up, which is never summed up. */
  readonly median: number | null
}

export interface StripAxis {
  readonly label: string
  readonly unit: string
  readonly type: 'linear' | 'log'
  /** Median over all of the baseline; null without one. */
  readonly baselineMedian: number | null
}

/** Every sample as a dot, one row a run; warm-up as crosses. Height within a row means nothing, it only keeps dots apart. */
export function stripPlot(canvas: Canvas, strips: readonly Strip[], axis: StripAxis): SVGSVGElement {
  const isNarrow = canvas.width < narrowWidth
  const rowHeight = isNarrow ? 84 : 58
  const left = isNarrow ? 8 : 190
  const { palette } = canvas
  const colours = { new: palette.accent, 'warm-up': palette.muted, baseline: palette.neutral }
  const points = strips.flatMap(({ row, samples }) => samples.map((value) => ({ row, value })))
  const spread = rowHeight * (isNarrow ? 0.34 : 0.5)
  const shift = isNarrow ? 14 : 4
  const tick = isNarrow ? { insetTop: 30, insetBottom: 2 } : { insetTop: 6, insetBottom: 2 }
  const summed = strips.filter((strip) => strip.median !== null)
  return drawPlot(canvas, {
    height: strips.length * rowHeight + 62,
    marginLeft: left,
    marginRight: 24,
    marginTop: 12,
    marginBottom: 50,
    x: { type: axis.type, label: null, nice: true, ...(axis.type === 'log' ? {} : { zero: false }) },
    y: { type: 'band', domain: strips.map(({ row }) => row), axis: null, padding: 0 },
    marks: [
      gridX({ stroke: palette.line, strokeOpacity: 1, ticks: isNarrow ? 4 : 8 }),
      axisX({
        label: axis.label,
        labelAnchor: 'center',
        labelArrow: 'none',
        labelOffset: 40,
        ticks: isNarrow ? 4 : 8,
        tickFormat: (value: number) => formatNumber(value),
        stroke: palette.muted,
        fill: palette.muted,
      }),
      axis.baselineMedian === null
        ? null
        : ruleX([axis.baselineMedian], { stroke: palette.neutral, strokeDasharray: '4 4', strokeWidth: 1.5 }),
      rowLabels(canvas, strips, left - 10, rowHeight),
      ...strips.map((strip) =>
        pointsMark(
          strip.samples,
          (value, index, x, y) => [x(value), y(strip.row) + rowHeight / 2 + shift + spreadOut(index) * spread],
          strip.role === 'warm-up'
            ? { shape: 'cross', colour: colours[strip.role], size: 6 }
            : { shape: 'dot', colour: colours[strip.role], size: strip.samples.length > 500 ? 3 : 5.5 },
        ),
      ),
      tickX(summed, { x: 'median', y: 'row', stroke: palette.surface, strokeWidth: 5, ...tick }),
      tickX(summed, { x: 'median', y: 'row', stroke: palette.text, strokeWidth: 2.5, ...tick }),
      text(summed, {
        x: 'median',
        y: 'row',
        text: (strip: Strip) => `${formatNumber(strip.median ?? 0)} ${axis.unit}`,
        textAnchor: 'start',
        lineAnchor: 'bottom',
        dx: 6,
        dy: isNarrow ? 1 : -rowHeight * 0.22,
        fontWeight: 600,
        fill: palette.text,
        stroke: palette.surface,
        strokeWidth: 4,
      }),
      points.length > 20_000
        ? null
        : tip(points, pointer({ x: 'value', y: 'row', title: ({ value }: { value: number }) => `${formatNumber(value)} ${axis.unit}` })),
    ],
  })
}
