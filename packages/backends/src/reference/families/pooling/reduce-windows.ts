import type { NumberData } from '../../operator.ts'
import type { WindowMembers } from './window-members.ts'

/**
 * Largest element of each window; NaN where there is one, `lowest` where a window holds padding alone.
 * @param position receives, for each window, the offset of its first largest element within the channel, -1 where there is none
 */
export function maxPool(
  x: NumberData,
  maps: number,
  mapSize: number,
  { places, starts, members }: WindowMembers,
  lowest: number,
  position: Float64Array | null,
): Float64Array {
  const result = new Float64Array(maps * places)
  for (let map = 0; map < maps; map += 1) {
    const base = map * mapSize
    for (let place = 0; place < places; place += 1) {
      let best = lowest
      let where = -1
      for (let member = starts[place]!; member < starts[place + 1]!; member += 1) {
        const offset = members[member]!
        const value = x[base + offset]!
        if (value > best || where < 0 || (Number.isNaN(value) && !Number.isNaN(best))) {
          best = value
          where = offset
        }
      }
      result[map * places + place] = best
      if (position !== null) position[map * places + place] = where
    }
  }
  return result
}

/** `Σ term(x)` over each window; `finish` makes the result of the sum, of how many elements were added, and of the place. */
export function sumPool(
  x: NumberData,
  maps: number,
  mapSize: number,
  { places, starts, members }: WindowMembers,
  term: (value: number) => number,
  finish: (sum: number, count: number, place: number) => number,
): Float64Array {
  const terms = x.map(term)
  const result = new Float64Array(maps * places)
  for (let map = 0; map < maps; map += 1) {
    const base = map * mapSize
    for (let place = 0; place < places; place += 1) {
      const from = starts[place]!
      const to = starts[place + 1]!
      let sum = 0
      for (let member = from; member < to; member += 1) sum += terms[base + members[member]!]!
      result[map * places + place] = finish(sum, to - from, place)
    }
  }
  return result
}
