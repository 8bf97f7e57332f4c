import type { RenderFunction } from '@observablehq/plot'

export interface PointsStyle {
  readonly shape: 'dot' | 'cross'
  readonly colour: string
  /** Diameter in pixels. */
  readonly size: number
}

/** Places a point in pixels, given the chart's scales. */
type Place<T> = (point: T, index: number, x: (value: number) => number, y: (value: string | number) => number) => readonly [number, number]

/** All points as one path: a hundred thousand samples stay one element. */
export function pointsMark<T>(points: readonly T[], place: Place<T>, style: PointsStyle): RenderFunction {
  return (_index, scales, _values, _dimensions, context) => {
    const path = context.document.createElementNS('http://www.w3.org/2000/svg', 'path')
    const { x, y } = scales
    if (x === undefined || y === undefined) return path
    const half = style.size / 2
    const steps = points.map((point, index) => {
      const [left, top] = place(point, index, x, y)
      if (style.shape === 'dot') return `M${left.toFixed(1)} ${top.toFixed(1)}h0`
      return `M${(left - half).toFixed(1)} ${(top - half).toFixed(1)}l${style.size} ${style.size}m0 ${-style.size}l${-style.size} ${style.size}`
    })
    path.setAttribute('d', steps.join(''))
    path.setAttribute('fill', 'none')
    path.setAttribute('stroke', style.colour)
    path.setAttribute('stroke-width', String(style.shape === 'dot' ? style.size : 1.5))
    path.setAttribute('stroke-linecap', 'round')
    path.setAttribute('data-points', String(points.length))
    return path
  }
}

/** Spread over (-½, ½) that looks random, is the same each time, and leaves no two neighbours close (golden-ratio sequence). */
export function spreadOut(index: number): number {
  return ((index * 0.618_033_988_749_895) % 1) - 0.5
}
