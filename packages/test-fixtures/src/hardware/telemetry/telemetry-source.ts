import type { Direction } from '@vitest-hardware/contracts'

/** Where to look; another root than `/` reads a copy of `/proc` and `/sys`. */
export interface TelemetrySystem {
  readonly platform: NodeJS.Platform
  /** Folder that holds `proc` and `sys`. */
  readonly root: string
  /** Milliseconds between two readings, for sources that must know beforehand. */
  readonly everyMs: number
}

export interface TelemetryMetric {
  /** Without the prefix, e.g. `cpu`. */
  readonly name: string
  /** `%`, `bytes`, `bytes/s`, `°C` or `W`. */
  readonly unit: string
  readonly direction: Direction
  /** How two neighbours become one where a long test has more samples than are kept: `max` keeps a peak visible. */
  readonly combine: 'mean' | 'max'
}

/** Values by metric name; a metric without a value at this moment is left out. */
export type TelemetryReading = Readonly<Record<string, number>>

/** A source that works here. */
export interface OpenTelemetrySource extends Partial<Disposable> {
  readonly metrics: readonly TelemetryMetric[]
  /** @param now milliseconds of a clock that only moves forward */
  read(now: number): TelemetryReading
}

/** A source that cannot work here. */
export interface AbsentTelemetrySource {
  /** One line that names what is missing. */
  readonly reason: string
}

/** One way to learn something about the machine. Opening may start a process, reading never does. */
export interface TelemetrySource {
  readonly name: string
  open(system: TelemetrySystem): Promise<OpenTelemetrySource | AbsentTelemetrySource>
}

/** What a source gives, or why it gives nothing. */
export type TelemetrySourceState =
  | { readonly name: string; readonly available: true; readonly metrics: readonly TelemetryMetric[] }
  | { readonly name: string; readonly available: false; readonly reason: string }

/** The samples of one metric. */
export interface TelemetrySeries extends TelemetryMetric {
  /** In the order taken; at least one. */
  readonly samples: readonly number[]
}
