import type { Baseline, Comparison, StoredMeasurement } from '@vitest-hardware/contracts'
import { benjaminiHochberg, judge } from '@vitest-hardware/statistics'

/** Expected share of false ones among the changes that a run calls. */
const falseDiscoveryRate = 0.05

export interface Judged {
  readonly measurement: StoredMeasurement
  readonly comparison: Comparison
}

/**
 * Judges the measurements that no test judged. Hundreds of series mean hundreds of chances of a false alarm: a change that
 * does not survive the Benjamini–Hochberg procedure over the run's p-values is called "cannot tell".
 *
 * @param alreadyJudged p-values of what tests judged themselves; they count as looks at the data, and their verdicts stay
 */
export function judgeRun(measurements: readonly StoredMeasurement[], baselines: readonly Baseline[], alreadyJudged: readonly (number | null)[] = []): Judged[] {
  const known = new Map(baselines.map((baseline) => [seriesKey(baseline), baseline]))
  // only what was measured is ever compared with measurements
  const judged = measurements
    .filter(({ provenance }) => provenance === 'measured')
    .map((measurement) => ({ measurement, comparison: judge({ samples: measurement.samples }, known.get(seriesKey(measurement))?.runs ?? [], { direction: measurement.direction }) }))
  const survives = benjaminiHochberg([...judged.map(({ comparison }) => comparison.pValue), ...alreadyJudged], falseDiscoveryRate)
  return judged.map((one, index) => (survives[index] === true || !isChange(one.comparison) ? one : { ...one, comparison: doubted(one.comparison) }))
}

function isChange({ verdict }: Comparison): boolean {
  return verdict === 'regression' || verdict === 'improvement'
}

function doubted(comparison: Comparison): Comparison {
  return {
    ...comparison,
    verdict: 'cannot-tell',
    explanation: `Cannot tell: among this many series a ${comparison.verdict} this weak is expected by chance (Benjamini–Hochberg, ${falseDiscoveryRate}). ${comparison.explanation}`,
  }
}

function seriesKey({ testId, hardwareProfileId, metric, batchSize, precision }: Pick<Baseline, 'testId' | 'hardwareProfileId' | 'metric' | 'batchSize' | 'precision'>): string {
  return `${testId}\n${hardwareProfileId}\n${metric}\n${batchSize ?? ''}\n${precision ?? ''}`
}
