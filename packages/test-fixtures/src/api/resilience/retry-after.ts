/**
 * Reads a `Retry-After` header (RFC 9110 §10.2.3): whole seconds, or an HTTP date. Fractions of a second are taken too, as vendors send them.
 *
 * @param value the header; null where there is none
 * @param now milliseconds since the epoch
 * @returns milliseconds to wait, at least 0; null where the header is absent or is neither
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  // A date has a name of a day or a month; `Date.parse` takes much else for one, `-5` for example.
  if (!/[a-z]{3}/i.test(text)) return null
  // the oldest of the three forms of an HTTP date has no zone and means GMT
  const date = Date.parse(/gmt|utc|[+-]\d{4}$/i.test(text) ? text : `${text} GMT`)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** What a vendor's answer asks to wait, milliseconds: `retry-after-ms` is the finer one that some send, `retry-after` the standard's. */
export function retryAfterOf(headers: Pick<Headers, 'get'> | undefined, now: number): number | null {
  if (headers === undefined) return null
  const fine = headers.get('retry-after-ms')?.trim() ?? ''
  return /^\d+(\.\d+)?$/.test(fine) ? Number(fine) : parseRetryAfter(headers.get('retry-after'), now)
}
