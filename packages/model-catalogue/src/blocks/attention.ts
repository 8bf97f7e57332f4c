import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { linear } from './linear.ts'
import { applyRotary, type RotaryAngles } from './rotary-position.ts'

/** `[batch, length, heads·headSize] → [batch, heads, length, headSize]`. */
export function splitHeads(context: GraphContext, x: Value, heads: number, headSize: number): Value {
  const { graph } = context
  return graph.node('Transpose', [graph.node('Reshape', [x, graph.constant('int64', [0, 0, heads, headSize])])], { perm: [0, 2, 1, 3] })
}

/** `[batch, heads, length, headSize] → [batch, length, size]`, `size` = heads·headSize. */
export function mergeHeads(context: GraphContext, x: Value, size: number): Value {
  const { graph } = context
  return graph.node('Reshape', [graph.node('Transpose', [x], { perm: [0, 2, 1, 3] }), graph.constant('int64', [0, 0, size])])
}

/** Repeats each key/value head for its group of query heads: `[batch, keyValueHeads, length, headSize] → [batch, heads, length, headSize]`. */
export function repeatHeads(context: GraphContext, x: Value, heads: number, keyValueHeads: number, headSize: number): Value {
  if (heads === keyValueHeads) return x
  const { graph } = context
  const grouped = graph.node('Unsqueeze', [x, graph.constant('int64', [2])])
  const repeated = graph.node('Expand', [grouped, graph.constant('int64', [1, 1, heads / keyValueHeads, 1, 1])])
  return graph.node('Reshape', [repeated, graph.constant('int64', [0, heads, -1, headSize])])
}

export interface DotProductOptions {
  readonly query: Value
  readonly key: Value
  readonly value: Value
  /** Factor on the scores; 1 leaves it out. */
  readonly scale: number
  /** Added to the scores: masks and position biases, each broadcastable to `[batch, heads, queries, keys]`. */
  readonly biases?: readonly Value[]
  /** heads·headSize */
  readonly size: number
}

/** softmax(query·keyᵀ·scale + biases)·value over `[batch, heads, length, headSize]`, heads merged (arXiv:1706.03762, §3.2). */
export function dotProductAttention(context: GraphContext, { query, key, value, scale, biases = [], size }: DotProductOptions): Value {
  const { graph } = context
  const product = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const scaled = scale === 1 ? product : graph.node('Mul', [product, graph.constant('float32', scale)])
  const scores = biases.reduce((sum, bias) => graph.node('Add', [sum, bias]), scaled)
  return mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), size)
}

/** Upstream's module names of the four projections. */
export interface AttentionNames {
  readonly query: string
  readonly key: string
  readonly value: string
  readonly output: string
}

/** Keys and values of the tokens seen so far, `[batch, keyValueHeads, length, headSize]`. */
export interface KeyValueCache {
  readonly key: Value
  readonly value: Value
}

export interface AttentionOptions {
  /** Size of the residual stream. */
  readonly size: number
  readonly heads: number
  /** Fewer than `heads` is grouped-query attention (Ainslie et al. 2023, arXiv:2305.13245). @default heads */
  readonly keyValueHeads?: number
  /** @default size / heads */
  readonly headSize?: number
  /** @default Llama's `q_proj`, `k_proj`, `v_proj`, `o_proj` */
  readonly names?: AttentionNames
  /** One answer for all projections, or one for each. @default true */
  readonly bias?: boolean | { readonly query: boolean; readonly key: boolean; readonly value: boolean; readonly output: boolean }
  /** What keys and values are made of, `[batch, keys, keySize]`: cross-attention. @default x */
  readonly source?: Value
  /** @default size */
  readonly sourceSize?: number
  /** @default 1/√headSize; T5 has 1 */
  readonly scale?: number
  /** See {@link DotProductOptions.biases}. */
  readonly biases?: readonly Value[]
  readonly rotary?: RotaryAngles
  /** Applied to each head's queries and keys before the rotation (`q_norm`, `k_norm`). */
  readonly headNorm?: (x: Value, name: 'q_norm' | 'k_norm') => Value
  readonly past?: KeyValueCache
  /** @default size */
  readonly outputSize?: number
}

/**
 * Multi-head or grouped-query attention, self or cross: `[batch, queries, size] → [batch, queries, size]`.
 * Masks, causality and position biases come in through {@link AttentionOptions.biases}.
 */
export function attention(context: GraphContext, x: Value, options: AttentionOptions): Value {
  return cachedAttention(context, x, options).output
}

/** {@link attention} that also gives the keys and values for the next call, `past` included. */
export function cachedAttention(
  context: GraphContext,
  x: Value,
  options: AttentionOptions,
): { readonly output: Value; readonly present: KeyValueCache } {
  const { heads, size, keyValueHeads = heads, headSize = size / heads, names = llamaNames, bias = true, past } = options
  const { source = x, sourceSize = size, scale = 1 / Math.sqrt(headSize), biases = [], rotary, headNorm } = options
  const has = typeof bias === 'boolean' ? { query: bias, key: bias, value: bias, output: bias } : bias
  const project = (input: Value, inputSize: number, role: 'query' | 'key' | 'value', count: number): Value =>
    splitHeads(
      context,
      linear(context, input, { name: names[role], inputSize, outputSize: count * headSize, bias: has[role] }),
      count,
      headSize,
    )
  const place = (projected: Value, norm: 'q_norm' | 'k_norm'): Value => {
    const normed = headNorm ? headNorm(projected, norm) : projected
    return rotary ? applyRotary(context, normed, rotary) : normed
  }
  const query = place(project(x, size, 'query', heads), 'q_norm')
  const present = append(context, past, {
    key: place(project(source, sourceSize, 'key', keyValueHeads), 'k_norm'),
    value: project(source, sourceSize, 'value', keyValueHeads),
  })
  const merged = dotProductAttention(context, {
    query,
    key: repeatHeads(context, present.key, heads, keyValueHeads, headSize),
    value: repeatHeads(context, present.value, heads, keyValueHeads, headSize),
    scale,
    biases,
    size: heads * headSize,
  })
  return {
    output: linear(context, merged, {
      name: names.output,
      inputSize: heads * headSize,
      outputSize: options.outputSize ?? size,
      bias: has.output,
    }),
    present,
  }
}

const llamaNames: AttentionNames = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'o_proj' }

/** The cache with new tokens behind the old ones. */
export function append(context: GraphContext, past: KeyValueCache | undefined, next: KeyValueCache): KeyValueCache {
  if (past === undefined) return next
  const join = (a: Value, b: Value): Value => context.graph.node('Concat', [a, b], { axis: 2 })
  return { key: join(past.key, next.key), value: join(past.value, next.value) }
}
