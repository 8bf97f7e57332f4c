import type { Direction } from '@vitest-hardware/contracts'

const timeSteps = [
  { unit: 's', inMs: 1000 },
  { unit: 'ms', inMs: 1 },
  { unit: 'µs', inMs: 1e-3 },
  { unit: 'ns', inMs: 1e-6 },
] as const
const byteSteps = [
  { unit: 'GiB', bytes: 2 ** 30 },
  { unit: 'MiB', bytes: 2 ** 20 },
  { unit: 'KiB', bytes: 2 ** 10 },
] as const

/** A unit that suits values of about `typical` size: multiply by `factor` to get there. */
export interface DisplayUnit {
  readonly unit: string
  readonly factor: number
}

/** 0.012 ms reads better as 12 µs; units other than `ms` and `bytes` stay as they are. */
export function displayUnit(unit: string, typical: number): DisplayUnit {
  const size = Math.abs(typical)
  if (unit === 'ms' && size > 0) {
    const step = timeSteps.find(({ inMs }) => size >= inMs) ?? timeSteps[3]
    return { unit: step.unit, factor: 1 / step.inMs }
  }
  if (unit === 'bytes') {
    const step = byteSteps.find(({ bytes }) => size >= bytes)
    if (step !== undefined) return { unit: step.unit, factor: 1 / step.bytes }
  }
  return { unit, factor: 1 }
}

/** Three significant digits, thousands separated, never in exponents below 10¹⁵. */
export function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }
  return value.toLocaleString('en-US', digits)
}

export function formatCount(count: number): string {
  return count.toLocaleString('en-US')
}

export function formatValue(value: number, unit: string): string {
  const shown = displayUnit(unit, value)
  const number = value * shown.factor
  // Times stand under each other in lists: 2.60 beside 2.66.
  const text = unit === 'ms' && value !== 0 && Math.abs(number) < 999.5 ? number.toPrecision(3) : formatNumber(number)
  return `${text} ${shown.unit}`
}

/** A length of time: `12.3 ms`, `4.56 s`, `3 min 20 s`. */
export function formatDuration(ms: number): string {
  if (ms < 60_000) return formatValue(ms, 'ms')
  const seconds = Math.round(ms / 1000)
  return `${formatCount(Math.floor(seconds / 60))} min ${seconds % 60} s`
}

export function formatRatio(ratio: number): string {
  return `${formatFactor(ratio)}×`
}

export function formatInterval(low: number, high: number): string {
  return `${formatFactor(low)}–${formatFactor(high)}`
}

function formatFactor(ratio: number): string {
  if (ratio >= 100) return formatNumber(Math.round(ratio))
  if (ratio >= 10) return ratio.toFixed(1)
  return ratio.toFixed(ratio < 0.1 ? 3 : 2)
}

/** A share or a relative change: 0.083 is `8.3 %`. */
export function formatPercent(share: number): string {
  const percent = share * 100
  return `${percent >= 10 || percent === 0 ? Math.round(percent) : percent.toPrecision(2)}\u00a0%`
}

export function formatInstant(iso: string | number): string {
  return `${new Date(iso).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

export function directionLabel(direction: Direction): string {
  return direction === 'lower' ? 'lower is better ▼' : 'higher is better ▲'
}

/** Words for "worse" and "better" that fit the unit. */
export function comparatives(unit: string, direction: Direction): { readonly worse: string; readonly better: string } {
  if (unit === 'bytes' && direction === 'lower') return { worse: 'bigger', better: 'smaller' }
  if (['ns', 'µs', 'us', 'ms', 's'].includes(unit) && direction === 'lower') return { worse: 'slower', better: 'faster' }
  if (unit.endsWith('/s') && direction === 'higher') return { worse: 'slower', better: 'faster' }
  return { worse: 'worse', better: 'better' }
}

/** Error messages of test runners carry terminal colours; the page shows text. */
export function withoutTerminalColours(message: string): string {
  // oxlint-disable-next-line no-control-regex -- escape sequences are control characters
  return message.replace(/\u001b\[[0-9;]*m/g, '')
}
