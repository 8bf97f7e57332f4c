import type { NodeContext, Values } from '../../operator.ts'
import { broadcastStrides, dimsText } from '../../shapes.ts'
import { numbersOf } from '../../values.ts'

export interface BiasShape {
  readonly batch: number
  readonly heads: number
  readonly queries: number
  /** Keys of the past and of now. */
  readonly keys: number
  readonly past: number
}

/** Writes the bias of one query to all keys into `row`: 0, what the mask adds, or -∞ where a key is hidden. */
export type BiasRow = (batch: number, head: number, query: number, row: Float64Array) => void

/**
 * What is added to the scores (ONNX Attention-24): mask, causality and padding, and the window of version 25. Causality is aligned
 * to the bottom right: query `i` sees key `j` where `j ≤ i + offset`, `offset` keys come before the queries.
 */
export function attentionBias(inputs: readonly (Values | undefined)[], node: NodeContext, shape: BiasShape): BiasRow {
  const { batch, queries, keys, past } = shape
  const addMask = maskOf(inputs[3], node, shape)
  const causal = node.int('is_causal', 0) !== 0
  const left = node.opset >= 25 ? windowSize(node, 'left_window_size') : -1
  const right = node.opset >= 25 ? windowSize(node, 'right_window_size') : -1
  const lengthInput = node.opset >= 24 ? inputs[6] : undefined
  const lengths = lengthInput === undefined ? null : numbersOf(lengthInput)
  if (lengths !== null && lengths.length !== batch) node.fail(`it has ${lengths.length} lengths, and the batch is ${batch}`, 6)
  if (lengths !== null && inputs[4] !== undefined) node.fail('it cannot be used together with past_key', 6)
  return (item, head, query, row) => {
    row.fill(0)
    addMask(item, head, query, row)
    const valid = lengths === null ? keys : lengths[item]!
    const position = query + (lengths === null ? past : valid - queries)
    for (let key = 0; key < keys; key += 1) {
      const hidden =
        key >= valid || (causal && key > position) || (left >= 0 && key < position - left) || (right >= 0 && key > position + right)
      if (hidden) row[key] = Number.NEGATIVE_INFINITY
    }
  }
}

function windowSize(node: NodeContext, attribute: string): number {
  const size = node.int(attribute, -1)
  if (size < -1) node.fail(`${attribute} is ${size}, and -1 or more is needed`)
  return size
}

/** A boolean mask hides where it is false, another is added; a mask for fewer keys hides the others. */
function maskOf(mask: Values | undefined, node: NodeContext, { batch, heads, queries, keys }: BiasShape): BiasRow {
  if (mask === undefined) return () => {}
  const width = mask.dims.at(-1) ?? 1
  if (width > keys) node.fail(`its shape is ${dimsText(mask.dims)}, and there are ${keys} keys`, 3)
  const target = [batch, heads, queries, width]
  const rank = mask.dims.length
  const fits = rank <= 4 && mask.dims.every((size, axis) => size === 1 || size === target[axis + 4 - rank])
  if (!fits) node.fail(`its shape is ${dimsText(mask.dims)}, which does not broadcast to ${dimsText(target)}`, 3)
  const [batchStride, headStride, queryStride] = broadcastStrides(mask.dims, target) as [number, number, number]
  const numbers = numbersOf(mask)
  const boolean = mask.type === 'bool'
  return (item, head, query, row) => {
    const from = item * batchStride + head * headStride + query * queryStride
    for (let key = 0; key < width; key += 1) {
      const value = numbers[from + key]!
      row[key] = boolean ? (value === 0 ? Number.NEGATIVE_INFINITY : 0) : value
    }
    row.fill(Number.NEGATIVE_INFINITY, width)
  }
}
