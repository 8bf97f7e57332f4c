import { createHash } from 'node:crypto'

/**
 * Uniform numbers in [0, 1), by sfc32 (Chris Doty-Humphrey, PractRand 2010) seeded with the SHA-256 of `key`.
 * Integer arithmetic only: the same numbers on every machine.
 */
export function seededUniform(key: string): () => number {
  const fill = uniformBlocks(key)
  const block = new Float64Array(blockSize)
  let used = blockSize
  return () => {
    if (used === blockSize) {
      fill(block)
      used = 0
    }
    return block[used++]!
  }
}

/**
 * Approximately normal numbers: the sum of 12 uniforms less 6 (Irwin–Hall), rounded to float32.
 * Free of `Math.log` and `Math.cos`, whose last bits differ between JavaScript engines: the same seed gives the same bytes everywhere.
 */
export function seededNormal(key: string, count: number, mean = 0, std = 1): Float32Array {
  const fill = uniformBlocks(key)
  const block = new Float64Array(blockSize)
  const numbers = new Float32Array(count)
  for (let from = 0; from < count; from += normalsPerBlock) {
    fill(block)
    const to = Math.min(count, from + normalsPerBlock)
    for (let index = from, at = 0; index < to; index++) {
      let sum = -6
      for (const end = at + 12; at < end; at++) sum += block[at]!
      numbers[index] = mean + std * sum
    }
  }
  return numbers
}

const normalsPerBlock = 16
const blockSize = 12 * normalsPerBlock

/** Fills a block with the next numbers: the state is in local integers while it does, since weights are most of the time that building a model takes. */
function uniformBlocks(key: string): (block: Float64Array) => void {
  const hash = createHash('sha256').update(key).digest()
  const state = Int32Array.from({ length: 4 }, (_, index) => hash.readInt32LE(index * 4))
  return (block) => {
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let counter = state[3]!
    for (let index = 0; index < block.length; index++) {
      const sum = (a + b + counter) | 0
      counter = (counter + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + sum) | 0
      block[index] = (sum >>> 0) / 2 ** 32
    }
    state.set([a, b, c, counter])
  }
}
