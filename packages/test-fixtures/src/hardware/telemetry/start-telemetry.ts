import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { TelemetryRequest, TelemetryResponse, ThreadData } from './messages.ts'
import type { TelemetrySeries, TelemetrySourceState } from './telemetry-source.ts'

/** Sampling that runs beside a test. */
export interface Telemetry {
  /** What is read, and what cannot be read here with the reason. */
  readonly sources: readonly TelemetrySourceState[]
  /** The samples so far; a rate has its first one after 50 ms. */
  series(): Promise<readonly TelemetrySeries[]>
}

export interface RunningTelemetry extends Telemetry {
  /** Reads once more and ends; later calls give the same. */
  stop(): Promise<readonly TelemetrySeries[]>
}

/** Starts the thread and waits until it samples, so that its start is not part of what is measured. */
export async function startTelemetry(data: ThreadData): Promise<RunningTelemetry> {
  // the source itself where it runs unbuilt
  const file = import.meta.url.endsWith('.ts') ? 'telemetry-thread.ts' : 'telemetry-thread.js'
  const thread = new Worker(new URL(file, import.meta.url), { workerData: data, execArgv: [], name: 'telemetry' })
  const waiting = new Map<number, PromiseWithResolvers<readonly TelemetrySeries[]>>()
  const [first] = (await once(thread, 'message')) as [TelemetryResponse]
  const sources = first.kind === 'ready' ? first.sources : []
  thread.on('message', (response: TelemetryResponse) => {
    if (response.kind === 'series') waiting.get(response.id)?.resolve(response.series)
  })
  const ended = once(thread, 'exit')
  thread.on('error', (error) => {
    for (const one of waiting.values()) one.reject(error)
  })
  let next = 0
  const ask = (kind: TelemetryRequest['kind']): Promise<readonly TelemetrySeries[]> => {
    const id = next++
    const answer = Promise.withResolvers<readonly TelemetrySeries[]>()
    waiting.set(id, answer)
    thread.postMessage({ kind, id } satisfies TelemetryRequest)
    return answer.promise.finally(() => waiting.delete(id))
  }
  let stopped: Promise<readonly TelemetrySeries[]> | undefined
  return {
    sources,
    series: () => stopped ?? ask('series'),
    stop: () =>
      (stopped ??= ask('stop').then(async (series) => {
        await ended
        return series
      })),
  }
}
