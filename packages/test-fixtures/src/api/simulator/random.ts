import { createHash } from 'node:crypto'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A stream of random numbers that its key alone decides. */
export interface Random {
  /** Uniform in [0, 1). */
  uniform(): number
  /** Uniform integer in [low, high], both included. */
  integer(low: number, high: number): number
  /** Standard normal, by Box and Muller (A Note on the Generation of Random Normal Deviates, 1958). */
  normal(): number
  /** One of `values`, each as likely as the others. */
  pick<T>(values: readonly [T, ...T[]]): T
}

/** The same key gives the same numbers on every machine; keys that differ give unrelated ones. */
export function createRandom(key: string): Random {
  const generator = xoroshiro128plus(createHash('sha256').update(key).digest().readInt32LE(0))
  const uniform = (): number => uniformFloat64(generator)
  const integer = (low: number, high: number): number => uniformInt(generator, low, high)
  return {
    uniform,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    pick: (values) => values[integer(0, values.length - 1)] ?? values[0],
  }
}
