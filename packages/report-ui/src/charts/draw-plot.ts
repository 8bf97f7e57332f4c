import { plot, text, type Markish, type PlotOptions } from '@observablehq/plot'
import type { Palette } from './palette.ts'

export const chartFont = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif'

/** Where and how to draw. */
export interface Canvas {
  /** Pixels. */
  readonly width: number
  readonly palette: Palette
}

/** Below this width, rows carry their label above them instead of beside them. */
export const narrowWidth = 640

/** Plot with this page's type and colours; always one `<svg>`. */
export function drawPlot(canvas: Canvas, options: PlotOptions): SVGSVGElement {
  const { text: ink, surface } = canvas.palette
  const drawing = plot({
    ...options,
    width: canvas.width,
    style: `background: transparent; color: ${ink}; font: 12px ${chartFont}; overflow: visible; --plot-background: ${surface};`,
  })
  if (!(drawing instanceof SVGSVGElement)) throw new TypeError('a chart with a legend or a title is not one <svg>')
  // The frame around a drawing names it; names on its groups, which have no role, are not allowed by ARIA.
  for (const group of drawing.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label')
  return drawing
}

export interface RowLabel {
  readonly row: string
  readonly label: string
}

/** Labels of a chart of rows, a line or more each: in the left margin, or above each row where the page is narrow. */
export function rowLabels(canvas: Canvas, labels: readonly RowLabel[], left: number, rowHeight: number): Markish {
  const isNarrow = canvas.width < narrowWidth
  const longest = isNarrow ? Math.floor(canvas.width / 6.6) : Math.floor(left / 6.6)
  return text(labels, {
    y: 'row',
    text: (label: RowLabel) =>
      label.label
        .split('\n')
        .map((line) => shorten(line, longest))
        .join('\n'),
    title: 'label',
    frameAnchor: 'left',
    textAnchor: isNarrow ? 'start' : 'end',
    dx: isNarrow ? 0 : -10,
    lineHeight: 1.3,
    lineAnchor: isNarrow ? 'top' : 'middle',
    dy: isNarrow ? -rowHeight / 2 + 3 : 0,
    fill: canvas.palette.text,
    stroke: canvas.palette.surface,
    strokeWidth: 4,
  })
}

/** Keeps both ends, where names differ most. */
export function shorten(label: string, longest: number): string {
  if (label.length <= longest) return label
  const tail = Math.floor((longest - 1) / 2)
  return `${label.slice(0, longest - 1 - tail)}…${label.slice(label.length - tail)}`
}
