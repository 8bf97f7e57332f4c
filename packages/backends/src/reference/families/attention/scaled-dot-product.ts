import { dotProducts } from '../convolution/dot-products.ts'
import type { BiasRow } from './bias.ts'
import type { Heads } from './heads.ts'

/** What the output `qk_matmul_output` shows: products, after the soft cap, with the bias, or after the softmax. */
export const scoreStages = ['products', 'capped', 'biased', 'softmax'] as const
export type ScoreStage = (typeof scoreStages)[number]

export interface DotProductOptions {
  readonly scale: number
  /** 0 for none. */
  readonly softcap: number
  readonly bias: BiasRow
  readonly stage: ScoreStage
}

export interface AttentionResult {
  /** `[batch, query heads, queries, value size]` */
  readonly y: Float64Array
  /** `[batch, query heads, queries, keys]` */
  readonly scores: Float64Array
}

/**
 * `softmax(cap(scale · Q Kᵀ) + bias) V` (ONNX Attention-24; https://arxiv.org/abs/1706.03762, equation 1). Query head `h` reads key and
 * value head `h · kv_heads / q_heads` rounded down. A query that sees no key gives zeros.
 */
export function scaledDotProduct(q: Heads, k: Heads, v: Heads, { scale, softcap, bias, stage }: DotProductOptions): AttentionResult {
  const keys = k.length
  const y = new Float64Array(q.batch * q.heads * q.length * v.size)
  const scores = new Float64Array(q.batch * q.heads * q.length * keys)
  const biasRow = new Float64Array(keys)
  const perHead = q.heads / k.heads
  for (let item = 0; item < q.batch; item += 1) {
    for (let head = 0; head < q.heads; head += 1) {
      const query = item * q.heads + head
      const source = item * k.heads + Math.floor(head / perHead)
      const left = { data: q.data, start: query * q.length * q.size, count: q.length }
      const right = { data: k.data, start: source * keys * k.size, count: keys }
      dotProducts(left, right, q.size, scores, query * q.length * keys, keys)
      for (let row = 0; row < q.length; row += 1) {
        const line = scores.subarray((query * q.length + row) * keys, (query * q.length + row + 1) * keys)
        bias(item, head, row, biasRow)
        const weights = softmaxStages(line, biasRow, scale, softcap, stage)
        const to = (query * q.length + row) * v.size
        for (let key = 0; key < keys; key += 1) {
          const weight = weights[key]!
          const from = (source * keys + key) * v.size
          for (let element = 0; element < v.size; element += 1) y[to + element]! += weight * v.data[from + element]!
        }
      }
    }
  }
  return { y, scores }
}

/** Turns a row of products into weights; leaves in `line` what `stage` asks for. */
function softmaxStages(line: Float64Array, bias: Float64Array, scale: number, softcap: number, stage: ScoreStage): Float64Array {
  const weights = new Float64Array(line.length)
  let largest = Number.NEGATIVE_INFINITY
  for (let key = 0; key < line.length; key += 1) {
    const product = line[key]! * scale
    const capped = softcap > 0 ? softcap * Math.tanh(product / softcap) : product
    // a hidden key stays hidden where the product itself is not finite
    const score = bias[key] === Number.NEGATIVE_INFINITY ? Number.NEGATIVE_INFINITY : capped + bias[key]!
    line[key] = stage === 'products' ? product : stage === 'capped' ? capped : score
    weights[key] = score
    largest = Math.max(largest, score)
  }
  let sum = 0
  for (let key = 0; key < weights.length; key += 1) {
    weights[key] = largest === Number.NEGATIVE_INFINITY ? 0 : Math.exp(weights[key]! - largest)
    sum += weights[key]!
  }
  if (sum !== 0) for (let key = 0; key < weights.length; key += 1) weights[key]! /= sum
  if (stage === 'softmax') line.set(weights)
  return weights
}
