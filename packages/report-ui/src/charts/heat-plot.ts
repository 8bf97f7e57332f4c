import { axisX, axisY, cell, text } from '@observablehq/plot'
import { formatInterval, formatRatio } from '../state/numbers.ts'
import type { Pair } from '../state/pairs.ts'
import { heatOf, pairGlyph, pairLabel, simulatedGlyph } from '../state/pair-words.ts'
import { drawPlot, shorten, type Canvas } from './draw-plot.ts'

/** The heat map as a drawing, for export; on the page it is a table whose cells can be focused. */
export function heatPlot(
  canvas: Canvas,
  models: readonly string[],
  backends: readonly string[],
  at: (model: string, backend: string) => Pair,
): SVGSVGElement {
  const { palette } = canvas
  const pairs = models.flatMap((model) => backends.map((backend) => at(model, backend)))
  const fill = (pair: Pair) =>
    pair.state === 'failed' ? palette.failed : (pair.comparison?.worsening ?? 1) > 1 ? palette.worse : palette.better
  const opacity = (pair: Pair) => (pair.state === 'failed' ? 0.3 : heatOf(pair) * 0.6)
  const isWide = canvas.width / backends.length > 110
  return drawPlot(canvas, {
    height: models.length * 40 + 50,
    marginLeft: 170,
    marginTop: 40,
    marginRight: 8,
    marginBottom: 8,
    x: { type: 'band', domain: [...backends], label: null, padding: 0.04 },
    y: { type: 'band', domain: [...models], label: null, padding: 0.06 },
    marks: [
      axisX({ anchor: 'top', tickSize: 0, fill: palette.text, fontWeight: 600 }),
      axisY({ tickSize: 0, fill: palette.text, tickFormat: (model: string) => shorten(model, 24) }),
      cell(pairs, { x: 'backend', y: 'model', fill, fillOpacity: opacity, stroke: palette.line }),
      cell(
        pairs.filter((pair) => pair.isSimulated),
        { x: 'backend', y: 'model', fill: 'none', stroke: palette.muted, strokeDasharray: '3 3', strokeWidth: 1.5, inset: 1 },
      ),
      text(pairs, {
        x: 'backend',
        y: 'model',
        text: (pair: Pair) => (isWide ? `${headline(pair)}${interval(pair)}` : headline(pair)),
        lineHeight: 1.3,
        fontSize: 11,
        fill: palette.text,
      }),
    ],
  })
}

function headline(pair: Pair): string {
  const ratio = pair.comparison?.ratio ?? null
  const words = pair.state === 'passed' && ratio !== null ? formatRatio(ratio) : pairLabel(pair)
  return `${pairGlyph(pair)} ${words}${pair.isSimulated ? ` ${simulatedGlyph}` : ''}`
}

/** A second line, where there is an interval. */
function interval(pair: Pair): string {
  const { ciLow, ciHigh, samples } = pair.comparison ?? { ciLow: null, ciHigh: null, samples: 0 }
  return pair.state === 'passed' && ciLow !== null && ciHigh !== null ? `\n[${formatInterval(ciLow, ciHigh)}] n ${samples}` : ''
}
