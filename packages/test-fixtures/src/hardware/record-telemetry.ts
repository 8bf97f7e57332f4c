import { telemetryPrefix, UsageError } from '@vitest-hardware/contracts'
import type { Recorder } from '../recording/recorder.ts'
import type { TelemetryOptions } from './hardware-fixtures.ts'
import { type RunningTelemetry, startTelemetry } from './telemetry/start-telemetry.ts'
import type { TelemetrySystem } from './telemetry/telemetry-source.ts'

/** @throws {UsageError} an interval out of range */
export function telemetrySystem({ everyMs = 100 }: TelemetryOptions = {}): TelemetrySystem {
  if (!(everyMs >= 10 && everyMs <= 60_000)) {
    throw new UsageError(`telemetry: everyMs cannot be ${everyMs}`, {
      input: `everyMs: ${everyMs}`,
      nextStep: 'give a number from 10 to 60,000',
    })
  }
  return { platform: process.platform, root: '/', everyMs }
}

/** Samples from now until `stop`, which records what was sampled. */
export async function recordTelemetry(recorder: Recorder, system: TelemetrySystem): Promise<RunningTelemetry> {
  const telemetry = await startTelemetry(system)
  return {
    ...telemetry,
    async stop() {
      const series = await telemetry.stop()
      for (const { name, unit, direction, samples } of series) {
        const facts = {
          metric: `${telemetryPrefix}${name}`,
          unit,
          direction,
          batchSize: null,
          precision: null,
          provenance: 'measured',
        } as const
        recorder.add({ ...facts, samples: [...samples], warmup: [] })
      }
      return series
    },
  }
}
