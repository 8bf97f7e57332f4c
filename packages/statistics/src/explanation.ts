import type { Comparison } from './judge.ts'

export interface ExplanationContext {
  threshold: number
  alpha: number
  /** Further baseline runs after which "no change" could be said; null where more runs would not do. */
  moreRuns: number | null
  /** Baseline runs with unusable samples. */
  leftOut: number
}

/** One sentence for people about a comparison that has numbers. */
export function explain(comparison: Comparison, context: ExplanationContext): string {
  const level = percent(1 - context.alpha)
  const runs = plural(comparison.baselineRuns, 'baseline run')
  const interval = `${number(comparison.ratio!)}× [${number(comparison.ciLow!)}, ${number(comparison.ciHigh!)}] of ${runs} (${level} interval, n = ${comparison.samples})`
  const limit = percent(comparison.minimumDetectableChange!)
  const left = context.leftOut > 0 ? `; ${plural(context.leftOut, 'baseline run')} with unusable samples left out` : ''
  return `${body()}${left}.`

  function body(): string {
    switch (comparison.verdict) {
      case 'regression':
      case 'improvement':
        return `${comparison.verdict === 'regression' ? 'Worse' : 'Better'} by more than ${percent(context.threshold)}: ${interval}`
      case 'no-change':
        return `No significant change: ${interval}; a change of ${limit} or more would have been seen`
      default:
        return `Cannot tell: ${interval}; only a change of ${limit} or more can be called; ${advice()}`
    }
  }

  function advice(): string {
    if (comparison.pValue! < context.alpha)
      return `there is a difference, but it may be below the ${percent(context.threshold)} that are worth calling`
    return context.moreRuns === null
      ? 'more runs alone will not do: take more samples or use a quieter machine'
      : `about ${plural(context.moreRuns, 'more run')} would do`
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function number(value: number): string {
  return value >= 1e4 || value < 1e-3 ? value.toExponential(1) : String(Number(value.toPrecision(3)))
}

function percent(fraction: number): string {
  return fraction > 100 ? `${(fraction + 1).toExponential(1)}×` : `${Number((fraction * 100).toPrecision(3))} %`
}
