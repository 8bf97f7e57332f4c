import { axisX, axisY, gridY, ruleX, ruleY, text } from '@observablehq/plot'
import { formatCount, formatNumber } from '../state/numbers.ts'
import { drawPlot, narrowWidth, type Canvas } from './draw-plot.ts'
import { pointsMark } from './points-mark.ts'
import type { StripAxis } from './strip-plot.ts'

/** Samples in the order they were taken, warm-up first: drift and an unfinished warm-up show here and nowhere else. */
export function sequencePlot(canvas: Canvas, warmup: readonly number[], samples: readonly number[], axis: StripAxis): SVGSVGElement {
  const { palette } = canvas
  const isNarrow = canvas.width < narrowWidth
  const last = warmup.length + samples.length
  const values = [...warmup, ...samples]
  const domain = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))]
  const boundary = warmup.length + 0.5
  return drawPlot(canvas, {
    height: 260,
    marginLeft: 56,
    marginRight: axis.baselineMedian === null ? 24 : isNarrow ? 62 : 110,
    marginTop: 34,
    marginBottom: 46,
    x: { type: 'linear', domain: [0.5, last + 0.5], label: null },
    y: { type: axis.type, domain, nice: true, label: null },
    marks: [
      gridY({ stroke: palette.line, strokeOpacity: 1, ticks: 5 }),
      axisY({
        ticks: 5,
        label: axis.label,
        labelArrow: 'none',
        labelAnchor: 'top',
        labelOffset: 50,
        tickFormat: (value: number) => formatNumber(value),
        stroke: palette.muted,
        fill: palette.muted,
      }),
      axisX({
        label: 'order taken',
        labelArrow: 'none',
        labelAnchor: 'center',
        labelOffset: 38,
        ticks: Math.min(8, last),
        tickFormat: (value: number) => (Number.isInteger(value) ? formatCount(value) : ''),
        stroke: palette.muted,
        fill: palette.muted,
      }),
      axis.baselineMedian === null
        ? null
        : ruleY([axis.baselineMedian], { stroke: palette.neutral, strokeDasharray: '4 4', strokeWidth: 1.5 }),
      axis.baselineMedian === null
        ? null
        : text([axis.baselineMedian], {
            y: (value: number) => value,
            text: () => (isNarrow ? 'baseline\nmedian' : 'baseline median'),
            frameAnchor: 'right',
            textAnchor: 'start',
            dx: 8,
            fill: palette.muted,
          }),
      warmup.length === 0 ? null : ruleX([boundary], { stroke: palette.muted, strokeWidth: 1 }),
      warmup.length === 0
        ? null
        : text([boundary], {
            x: (value: number) => value,
            text: () => '← warm-up, not judged',
            frameAnchor: 'top',
            textAnchor: warmup.length / last > 0.3 ? 'end' : 'start',
            lineAnchor: 'bottom',
            dx: warmup.length / last > 0.3 ? -6 : 6,
            dy: -4,
            fill: palette.muted,
          }),
      pointsMark(warmup, (value, index, x, y) => [x(index + 1), y(value)], { shape: 'cross', colour: palette.muted, size: 6 }),
      pointsMark(samples, (value, index, x, y) => [x(warmup.length + index + 1), y(value)], {
        shape: 'dot',
        colour: palette.accent,
        size: samples.length > 500 ? 3 : 5.5,
      }),
    ],
  })
}
