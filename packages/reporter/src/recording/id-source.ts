import { randomFillSync } from 'node:crypto'
import { newId } from '@vitest-hardware/contracts'

/** Random bytes of one UUID, and UUIDs for which they are drawn at once. */
const idBytes = 16
const idsAtOnce = 512

/** Makes ids like {@link newId}; a call for random bytes per test would be a visible share of a reporter's time. */
export function idSource(): () => string {
  const pool = new Uint8Array(idBytes * idsAtOnce)
  let next = pool.length
  return () => {
    if (next === pool.length) {
      randomFillSync(pool)
      next = 0
    }
    const random = pool.subarray(next, (next += idBytes))
    return newId({ random })
  }
}
