import { sessionClock } from '../measuring/clock.ts'
import { lookAgain } from '../measuring/look-again.ts'
import { takeSamples } from '../measuring/take-samples.ts'
import { timeFactor } from '../measuring/time-unit.ts'
import type { Recorder } from '../recording/recorder.ts'
import type { Measure, MeasurementFacts, RecordSamples } from './model-fixtures.ts'

/** What a test's measurements share unless it says otherwise. */
export interface MeasurementDefaults {
  readonly batchSize: number | null
  readonly precision: string | null
}

export function measureFor(recorder: Recorder, defaults: MeasurementDefaults, signal: AbortSignal): Measure {
  return async (metric, fn, options = {}) => {
    const { unit = 'ms' } = options
    const factor = timeFactor(unit)
    const taken = await takeSamples(fn, options, sessionClock(), signal)
    const inUnit = (samples: readonly number[]): number[] => samples.map((sample) => sample * factor)
    const facts = { metric, unit, ...factsOf(options, defaults), warmup: inUnit(taken.warmup), provenance: 'measured' as const }
    const samples = inUnit(taken.samples)
    // a number of samples or a cold start that was asked for is not to be blurred by more
    if (options.samples !== undefined || options.warmup !== undefined) return recorder.add({ ...facts, samples })
    const all = await lookAgain(samples, {
      isWorse: (sofar) => recorder.isWorse({ ...facts, samples: [...sofar] }),
      again: async () => inUnit((await takeSamples(fn, { ...options, warmup: 1 }, sessionClock(), signal)).samples),
      signal,
    })
    return recorder.add({ ...facts, samples: all })
  }
}

export function recordFor(recorder: Recorder, defaults: MeasurementDefaults): RecordSamples {
  return (metric, samples, options) => {
    const { unit, warmup = [] } = options
    return recorder.add({ metric, unit, ...factsOf(options, defaults), samples: [...samples], warmup: [...warmup], provenance: 'measured' })
  }
}

function factsOf({ direction = 'lower', batchSize, precision }: MeasurementFacts, defaults: MeasurementDefaults) {
  // null says on purpose that there is none
  return {
    direction,
    batchSize: batchSize === undefined ? defaults.batchSize : batchSize,
    precision: precision === undefined ? defaults.precision : precision,
  }
}
