import { type SampleBuffer, sampleBuffer } from './sample-buffer.ts'
import type {
  OpenTelemetrySource,
  TelemetryMetric,
  TelemetrySeries,
  TelemetrySource,
  TelemetrySourceState,
  TelemetrySystem,
} from './telemetry-source.ts'

/** Reads all sources that work here and keeps what they say, in bounded memory. */
export interface Sampler extends Disposable {
  readonly sources: readonly TelemetrySourceState[]
  /** Reads each source once. */
  sample(): void
  /** Metrics with at least one sample, in the order of the sources. */
  series(): TelemetrySeries[]
}

/**
 * Opens the sources and reads each once, so that counters have a beginning.
 * @param now milliseconds of a clock that only moves forward
 */
export async function openSampler(sources: readonly TelemetrySource[], system: TelemetrySystem, now: () => number): Promise<Sampler> {
  const opened = await Promise.all(sources.map(async (source) => ({ name: source.name, found: await source.open(system) })))
  const working = opened.flatMap(({ found }) => ('metrics' in found ? [found] : []))
  const buffers = new Map(
    working.flatMap(({ metrics }) => metrics.map((metric) => [metric.name, { metric, buffer: sampleBuffer(metric.combine) }])),
  )
  const sample = (): void => {
    for (const source of working) take(source, buffers, now())
  }
  sample()
  return {
    sources: opened.map(({ name, found }) =>
      'metrics' in found ? { name, available: true, metrics: found.metrics } : { name, available: false, reason: found.reason },
    ),
    sample,
    series: () =>
      [...buffers.values()].flatMap(({ metric, buffer }) => (buffer.samples.length === 0 ? [] : [{ ...metric, samples: buffer.samples }])),
    [Symbol.dispose]() {
      for (const source of working) source[Symbol.dispose]?.()
    },
  }
}

interface Kept {
  readonly metric: TelemetryMetric
  readonly buffer: SampleBuffer
}

function take(source: OpenTelemetrySource, buffers: ReadonlyMap<string, Kept>, now: number): void {
  for (const [name, value] of Object.entries(source.read(now))) if (Number.isFinite(value)) buffers.get(name)?.buffer.push(value)
}
