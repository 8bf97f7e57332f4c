import { hash, randomFillSync } from 'node:crypto'

/** Bytes of randomness in one id, and ids for which they are drawn at once: one call for each id would be felt in a run of many tests. */
const randomBytes = 8
const idsAtOnce = 512

const hexOf: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const pool = new Uint8Array(randomBytes * idsAtOnce)
let unused = pool.length
let last = 0
let counter = 0

/**
 * A new UUIDv7 (RFC 9562 §5.7): sorts by creation time. Ids of one process and millisecond sort in the order in which they were made:
 * `rand_a` is a counter that starts at random below its half (§6.2, method 1).
 * @param options.msecs Unix time in milliseconds @default now
 */
export function newId({ msecs = Date.now() }: { readonly msecs?: number } = {}): string {
  if (unused === pool.length) {
    randomFillSync(pool)
    unused = 0
  }
  const at = unused
  unused += randomBytes
  if (msecs === last && counter < 0xfff) counter++
  else counter = ((pool[at]! << 8) | pool[at + 1]!) & 0x7ff
  last = msecs
  const time = msecs.toString(16).padStart(12, '0')
  const byte = (index: number): string => hexOf[pool[at + index]!]!
  const variant = hexOf[(pool[at]! & 0x3f) | 0x80]!
  const tail = byte(2) + byte(3) + byte(4) + byte(5) + byte(6) + byte(7)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${byte(1)}-${tail}`
}

/**
 * A UUIDv8 (RFC 9562 §5.8) made of the SHA-256 of `namespace` and the canonical JSON of `content`.
 * Rows that mean the same thing get the same id on every machine, so databases merge without renaming keys.
 */
export function deterministicUuid(namespace: string, content: unknown): string {
  return uuidOfHash(`${namespace}\n${canonicalJson(content)}`)
}

/** JSON with sorted object keys, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Identity of a test: its file relative to the root, with `/`, and its full name (suites and test joined by ` > `). */
export function testIdOf(file: string, name: string): string {
  // the canonical JSON of both, made without a walk over it: this is called for every test of a run
  return uuidOfHash(`test\n{"file":${JSON.stringify(file.replaceAll('\\', '/'))},"name":${JSON.stringify(name)}}`)
}

function uuidOfHash(text: string): string {
  const hex = hash('sha256', text, 'hex')
  const variant = hexOf[(Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80]!
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
