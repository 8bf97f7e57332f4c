import type { HardwareContext, HardwareProfile, Measurement } from '@vitest-hardware/contracts'
import { maxSamples, UsageError } from '@vitest-hardware/contracts'
import type { RunnerTestCase } from 'vitest'
import { compareWithBaseline, measurementHandle, type MeasurementHandle, measurementOf } from '../measuring/measurement-handle.ts'
import { recordMeasured } from './artifacts.ts'
import { testIdentity } from './test-identity.ts'

/** Collects one test's measurements and sends them when the test is over. */
export interface Recorder {
  add(measurement: Measurement): MeasurementHandle
  /** Whether a measurement would be called a regression; nothing is recorded. */
  isWorse(measurement: Measurement): boolean
  /** Sends each measurement once, with the verdict that the test itself asked for. */
  flush(): Promise<void>
}

/**
 * Sending waits for the end of the test: messages to the main process would disturb what is measured next, and a matcher may still judge.
 */
export function testRecorder(task: RunnerTestCase, profile: HardwareProfile, context: HardwareContext): Recorder {
  const { hardwareProfileId } = profile
  const origin = { testId: testIdentity(task, context.root), hardwareProfileId, baselineFile: context.baselineFile }
  let handles: MeasurementHandle[] = []
  return {
    add(measurement) {
      checkSamples(measurement)
      const handle = measurementHandle(measurement, origin)
      handles.push(handle)
      return handle
    },
    isWorse: (measurement) => compareWithBaseline(measurement, origin).verdict === 'regression',
    async flush() {
      const sent = handles
      handles = []
      for (const handle of sent)
        await recordMeasured(task, { hardwareProfileId, measurement: measurementOf(handle), comparison: handle.comparison })
    },
  }
}

function checkSamples({ metric, samples }: Measurement): void {
  const refuse = (what: string, nextStep: string): UsageError => new UsageError(`${metric}: ${what}`, { input: metric, nextStep })
  if (samples.length === 0) throw refuse('a measurement needs at least one sample', 'give the samples, in the order taken')
  if (samples.length > maxSamples)
    throw refuse(`${samples.length} samples are more than the ${maxSamples} that one measurement may carry`, 'summarize them first')
  const bad = samples.findIndex((sample) => !Number.isFinite(sample))
  if (bad >= 0) throw refuse(`sample ${bad} is ${samples[bad]}`, 'give finite numbers')
}
