import { hash } from 'node:crypto'
import { v7 } from 'uuid'

/** A new UUIDv7 (RFC 9562 §5.7): sorts by creation time. Clock and random bytes may be injected. */
export function newId(options?: { msecs?: number; random?: Uint8Array }): string {
  return v7(options)
}

/**
 * A UUIDv8 (RFC 9562 §5.8) made of the SHA-256 of `namespace` and the canonical JSON of `content`.
 * Rows that mean the same thing get the same id on every machine, so databases merge without renaming keys.
 */
export function deterministicUuid(namespace: string, content: unknown): string {
  const hex = hash('sha256', `${namespace}\n${canonicalJson(content)}`, 'hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/** JSON with sorted object keys, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
