import type { NodeContext, NumberData, Values } from '../../operator.ts'
import { checkDims, checkRank } from '../input-checks.ts'
import { numbersOf } from '../../values.ts'

/** `[batch, heads, length, size]` */
export interface Heads {
  readonly data: NumberData
  readonly batch: number
  readonly heads: number
  readonly length: number
  readonly size: number
}

/** Brings queries, keys or values to four dimensions; three-dimensional ones name their heads in an attribute. */
export function splitHeads(value: Values, position: number, node: NodeContext, attribute: string): Heads {
  if (value.dims.length === 4) {
    const [batch, heads, length, size] = value.dims as [number, number, number, number]
    return { data: numbersOf(value), batch, heads, length, size }
  }
  checkRank(node, value, position, 3)
  const [batch, length, hidden] = value.dims as [number, number, number]
  const heads = node.int(attribute)
  if (heads < 1 || hidden % heads !== 0) node.fail(`${attribute} is ${heads}, which does not divide the hidden size ${hidden}`, position)
  const size = hidden / heads
  const data = swapMiddle(numbersOf(value), batch, length, heads, size)
  return { data, batch, heads, length, size }
}

/** `[batch, first, second, size]` as `[batch, second, first, size]`. */
export function swapMiddle(data: NumberData, batch: number, first: number, second: number, size: number): Float64Array {
  const result = new Float64Array(data.length)
  for (let item = 0; item < batch; item += 1) {
    for (let outer = 0; outer < first; outer += 1) {
      for (let inner = 0; inner < second; inner += 1) {
        const from = ((item * first + outer) * second + inner) * size
        result.set(data.subarray(from, from + size), ((item * second + inner) * first + outer) * size)
      }
    }
  }
  return result
}

/** The cache of the past with what is new after it. */
export function appendHeads(past: Values | undefined, position: number, now: Heads, node: NodeContext): Heads {
  if (past === undefined) return now
  checkRank(node, past, position, 4)
  const pastLength = past.dims[2]!
  checkDims(node, past, position, [now.batch, now.heads, pastLength, now.size])
  const pastData = numbersOf(past)
  const length = pastLength + now.length
  const data = new Float64Array(now.batch * now.heads * length * now.size)
  for (let row = 0; row < now.batch * now.heads; row += 1) {
    const to = row * length * now.size
    data.set(pastData.subarray(row * pastLength * now.size, (row + 1) * pastLength * now.size), to)
    data.set(now.data.subarray(row * now.length * now.size, (row + 1) * now.length * now.size), to + pastLength * now.size)
  }
  return { ...now, length, data }
}
