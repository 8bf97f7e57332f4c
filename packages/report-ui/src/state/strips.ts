import { median } from '@vitest-hardware/statistics'
import { directionLabel, displayUnit, formatCount, formatInstant } from './numbers.ts'
import { range } from './range.ts'
import type { MeasuredSeries } from './series.ts'

/** Samples of one run, or of its warm-up, in the unit of the chart. */
export interface SampleStrip {
  readonly row: string
  readonly label: string
  readonly role: 'new' | 'warm-up' | 'baseline'
  readonly startedAt: string | null
  readonly samples: readonly number[]
  /** Null for warm-up, which is never summed up. */
  readonly median: number | null
}

export interface Strips {
  readonly strips: readonly SampleStrip[]
  readonly unit: string
  readonly axisLabel: string
  readonly type: 'linear' | 'log'
  /** Median of all baseline samples together; null without a baseline. */
  readonly baselineMedian: number | null
}

/** Beyond this factor between the largest and the smallest sample, a linear axis would hide most of them in one spot. */
const logarithmicFrom = 20

/** A series' samples for drawing: the new run, its warm-up, then the baseline's runs, newest first. */
export function stripsOf(measured: MeasuredSeries, scale: 'auto' | 'linear' | 'log'): Strips {
  const shown = displayUnit(measured.unit, median(measured.samples))
  const convert = (values: readonly number[]) => values.map((value) => value * shown.factor)
  const samples = convert(measured.samples)
  const baseline = measured.baseline.map(({ startedAt, n, samples: kept }, index): SampleStrip => {
    const values = convert(kept)
    const count = kept.length === n ? `n ${formatCount(n)}` : `n ${formatCount(n)}, ${formatCount(kept.length)} kept`
    return {
      row: `baseline ${index}`,
      label: `${formatInstant(startedAt).slice(0, 16)} · ${count}`,
      role: 'baseline',
      startedAt,
      samples: values,
      median: values.length === 0 ? null : median(values),
    }
  })
  const strips: SampleStrip[] = [
    { row: 'new', label: `New · n ${formatCount(samples.length)}`, role: 'new', startedAt: null, samples, median: median(samples) },
  ]
  if (measured.warmup.length > 0)
    strips.push({
      row: 'warm-up',
      label: `Warm-up · n ${formatCount(measured.warmup.length)}`,
      role: 'warm-up',
      startedAt: null,
      samples: convert(measured.warmup),
      median: null,
    })
  strips.push(...baseline)
  const all = baseline.flatMap((strip) => strip.samples)
  const ends = range(strips.flatMap((strip) => strip.samples))
  const canBeLog = ends !== null && ends.low > 0
  const isLog = canBeLog && (scale === 'log' || (scale === 'auto' && ends.high / ends.low > logarithmicFrom))
  return {
    strips,
    unit: shown.unit,
    axisLabel: `${measured.metric}, ${shown.unit} (${directionLabel(measured.direction)})`,
    type: isLog ? 'log' : 'linear',
    baselineMedian: all.length === 0 ? null : median(all),
  }
}
