import type { Baseline, Comparison, StoredComparison, StoredMeasurement } from '@vitest-hardware/contracts'
import { newId, telemetryPrefix } from '@vitest-hardware/contracts/base'
import { benjaminiHochberg, judge } from '@vitest-hardware/statistics'

/** Share of false alarms among all alarms of a run that is accepted. */
export const falseDiscoveryRate = 0.05

/** Fewest samples of which a spread is seen; a measurement with fewer (the time of one load) is shown and never judged. */
const fewestSamples = 3

/** A measurement of this run, with the verdict of its own test where that asked for one. */
export interface Candidate {
  readonly measurement: StoredMeasurement
  readonly comparison: Comparison | null
}

/**
 * Compares each measurement with its baseline. A verdict that a test itself gave stands; the others become alarms only where they survive
 * the Benjamini-Hochberg procedure over all series of the run, so that a large suite does not cry wolf.
 */
export function judgeRun(candidates: readonly Candidate[], baselines: readonly Baseline[]): StoredComparison[] {
  const byKey = new Map(baselines.map((baseline) => [seriesKey(baseline), baseline]))
  const judged = candidates.flatMap(({ measurement, comparison }) => {
    if (comparison !== null) return [{ measurement, comparison, byTest: true }]
    // what the machine did beside a test is shown and never judged
    if (measurement.metric.startsWith(telemetryPrefix)) return []
    if (measurement.provenance !== 'measured' || measurement.samples.length < fewestSamples) return []
    return [{ measurement, comparison: compare(measurement, byKey.get(seriesKey(measurement))), byTest: false }]
  })
  const survives = benjaminiHochberg(
    judged.map(({ comparison }) => comparison.pValue),
    falseDiscoveryRate,
  )
  const tested = judged.filter(({ comparison }) => comparison.pValue !== null).length
  return judged.map(({ measurement, comparison, byTest }, index) =>
    stored(measurement, byTest || survives[index] === true ? comparison : withdraw(comparison, tested)),
  )
}

function stored({ measurementId, runId }: StoredMeasurement, comparison: Comparison): StoredComparison {
  return { ...comparison, comparisonId: newId(), measurementId, runId }
}

function compare(measurement: StoredMeasurement, baseline: Baseline | undefined): Comparison {
  // numbers in another unit are another series, whatever their name
  const runs = baseline?.unit === measurement.unit && baseline.direction === measurement.direction ? baseline.runs : []
  return judge(measurement, runs, { direction: measurement.direction })
}

function withdraw(comparison: Comparison, tested: number): Comparison {
  if (comparison.verdict !== 'regression' && comparison.verdict !== 'improvement') return comparison
  const rate = `${falseDiscoveryRate * 100} %`
  return {
    ...comparison,
    verdict: 'cannot-tell',
    explanation: `${comparison.explanation} Not called: among ${tested} series of this run it may be chance (false discovery rate ${rate}).`,
  }
}

function seriesKey({
  testId,
  hardwareProfileId,
  metric,
  batchSize,
  precision,
}: Pick<Baseline, 'testId' | 'hardwareProfileId' | 'metric' | 'batchSize' | 'precision'>): string {
  return [testId, hardwareProfileId, metric, batchSize ?? '', precision ?? ''].join('\n')
}
