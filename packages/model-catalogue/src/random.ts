import { createHash } from 'node:crypto'

/**
 * Uniform numbers in [0, 1), by sfc32 (Chris Doty-Humphrey, PractRand 2010) seeded with the SHA-256 of `key`.
 * Integer arithmetic only: the same numbers on every machine.
 */
export function seededUniform(key: string): () => number {
  const state = new Uint32Array(4)
  const hash = createHash('sha256').update(key).digest()
  for (let index = 0; index < 4; index++) state[index] = hash.readUInt32LE(index * 4)
  return () => {
    const sum = (state[0]! + state[1]! + state[3]!) >>> 0
    state[3] = state[3]! + 1
    state[0] = state[1]! ^ (state[1]! >>> 9)
    state[1] = state[2]! + (state[2]! << 3)
    state[2] = ((state[2]! << 21) | (state[2]! >>> 11)) + sum
    return sum / 2 ** 32
  }
}

/**
 * Approximately normal numbers: the sum of 12 uniforms less 6 (Irwin–Hall), rounded to float32.
 * Free of `Math.log` and `Math.cos`, whose last bits differ between JavaScript engines: the same seed gives the same bytes everywhere.
 */
export function seededNormal(key: string, count: number, mean = 0, std = 1): Float32Array {
  const next = seededUniform(key)
  return Float32Array.from({ length: count }, () => {
    let sum = -6
    for (let term = 0; term < 12; term++) sum += next()
    return mean + std * sum
  })
}
