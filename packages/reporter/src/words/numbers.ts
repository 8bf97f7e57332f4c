/** Four significant digits and a unit that people read. */
export function amount(value: number, unit: string): string {
  if (unit === 'bytes') return bytes(value)
  if (unit === 'ms' && Math.abs(value) > 0 && Math.abs(value) < 1) return `${short(value * 1000)} µs`
  if (unit === 'ms' && Math.abs(value) >= 10_000) return `${short(value / 1000)} s`
  return `${short(value)} ${unit}`
}

/** `2.04 [1.71, 2.44]`. */
export function ratioText(ratio: number, low: number | null, high: number | null): string {
  return low === null || high === null ? times(ratio) : `${times(ratio)} [${times(low)}, ${times(high)}]`
}

export function percent(share: number): string {
  return `${share < 0.1 ? Number((share * 100).toPrecision(2)) : Math.round(share * 100)} %`
}

function times(ratio: number): string {
  return ratio >= 100 || ratio < 0.01 ? short(ratio) : ratio.toFixed(2)
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)))
}

function bytes(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, Math.abs(value))) / 10)))
  return `${short(value / 1024 ** power)} ${units[power]!}`
}
