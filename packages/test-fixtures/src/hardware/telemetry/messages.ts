import type { TelemetrySeries, TelemetrySourceState, TelemetrySystem } from './telemetry-source.ts'

/** What the thread is started with. */
export type ThreadData = TelemetrySystem

/** To the thread. `stop` reads once more, answers with all series and ends. */
export type TelemetryRequest = { readonly kind: 'series'; readonly id: number } | { readonly kind: 'stop'; readonly id: number }

/** From the thread. */
export type TelemetryResponse =
  | { readonly kind: 'ready'; readonly sources: readonly TelemetrySourceState[] }
  | { readonly kind: 'series'; readonly id: number; readonly series: readonly TelemetrySeries[] }
