import type { Value } from '@vitest-hardware/onnx-graph'
import { sin, cos, exp, log } from '../exact-math.ts'
import type { GraphContext } from '../graph-context.ts'
import { add, multiply, padAxis, reshape, scaled, slice, unsqueeze } from './arithmetic.ts'
import { mergeHeads, splitHeads } from './attention.ts'
import { length } from './attention-mask.ts'
import { linear } from './linear.ts'

/** Upstream's module names of the projections. */
export interface RelativeNames {
  readonly query: string
  readonly key: string
  readonly value: string
  readonly output: string
  /** Of positions. */
  readonly position: string
  readonly contentBias: string
  readonly positionBias: string
}

export interface RelativeAttentionOptions {
  readonly size: number
  readonly heads: number
  readonly names: RelativeNames
  /** @default true */
  readonly bias?: boolean
  /** Positions behind and before, `[1, 2·length - 1, size]`, from {@link relativeSinusoids}. */
  readonly positions: Value
  /** Additive masks of the scores. */
  readonly biases?: readonly Value[]
}

/**
 * Attention with relative positions as Transformer-XL and Conformer have it: scores of content and of distance, each with a learned bias of its query
 * (Dai et al. 2019, arXiv:1901.02860, §3.3; Gulati et al. 2020, arXiv:2005.08100): `[batch, length, size]` keeps its shape.
 */
export function relativeAttention(context: GraphContext, x: Value, options: RelativeAttentionOptions): Value {
  const { graph } = context
  const { size, heads, names, bias = true, positions, biases = [] } = options
  const headSize = size / heads
  const project = (input: Value, name: string, has: boolean): Value =>
    splitHeads(context, linear(context, input, { name, inputSize: size, outputSize: size, bias: has }), heads, headSize)
  const query = project(x, names.query, bias)
  const key = project(x, names.key, bias)
  const value = project(x, names.value, bias)
  const place = project(positions, names.position, false)
  const turned = (matrix: Value): Value => graph.node('Transpose', [matrix], { perm: [0, 1, 3, 2] })
  const biased = (name: string): Value => add(context, query, unsqueeze(context, context.weight(name, [heads, headSize], { std: 0.5 }), 1))
  const byContent = graph.node('MatMul', [biased(names.contentBias), turned(key)])
  const byDistance = relativeShift(context, graph.node('MatMul', [biased(names.positionBias), turned(place)]))
  const scores = add(context, scaled(context, add(context, byContent, byDistance), 1 / Math.sqrt(headSize)), ...biases)
  const merged = mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), size)
  return linear(context, merged, { name: names.output, inputSize: size, outputSize: size, bias })
}

/** From scores by distance `[batch, heads, n, 2n - 1]` (n - 1 first, -(n - 1) last) to scores by key `[batch, heads, n, n]` (arXiv:1901.02860, appendix B). */
export function relativeShift(context: GraphContext, scores: Value): Value {
  const { graph } = context
  const shape = graph.node('Shape', [scores])
  const padded = padAxis(context, scores, { rank: 4, axis: 3, before: 1, after: 0 })
  const leading = graph.node('Slice', [shape, ...[0, 2].map((value) => graph.constant('int64', [value]))])
  const queries = graph.node('Slice', [shape, ...[2, 3].map((value) => graph.constant('int64', [value]))])
  const columns = graph.node('Concat', [leading, graph.constant('int64', [-1]), queries], { axis: 0 })
  const shifted = slice(context, graph.node('Reshape', [padded, columns]), 2, 1)
  const back = graph.node('Reshape', [shifted, shape])
  return graph.node('Slice', [back, graph.constant('int64', [0]), queries, graph.constant('int64', [3])])
}

/** Sines and cosines, interleaved, of the distances n - 1 … -(n - 1): float32 `[1, 2n - 1, size]`, from a table. */
export function relativeSinusoids(context: GraphContext, x: Value, size: number, maxLength = 512): Value {
  const { graph } = context
  const rows = 2 * maxLength - 1
  const data = Float32Array.from({ length: rows * size }, (_, index) => {
    const [distance, column] = [maxLength - 1 - Math.floor(index / size), index % size]
    const angle = distance * exp((-log(10_000) * (column - (column % 2))) / size)
    return column % 2 === 0 ? sin(angle) : cos(angle)
  })
  return graph.scope('relative_positions', () => {
    const table = context.fixed('pe', { type: 'float32', dims: [1, rows, size], data })
    const count = unsqueeze(context, length(context, x), 0)
    const middle = graph.constant('int64', [maxLength])
    const end = graph.node('Sub', [graph.node('Add', [middle, count]), graph.constant('int64', [1])])
    return graph.node('Slice', [table, graph.node('Sub', [middle, count]), end, graph.constant('int64', [1])])
  })
}

export interface DistanceKeyOptions {
  readonly size: number
  readonly heads: number
  /** Keys at most this far behind and ahead have embeddings of their own. */
  readonly behind: number
  readonly ahead: number
  readonly names: Pick<RelativeNames, 'query' | 'key' | 'value' | 'output'>
  /** Of the projections. @default true */
  readonly bias?: boolean
  /** Embeddings by distance that layers share, `[behind + ahead + 1, headSize]`. @default a table of this layer */
  readonly table?: Value
  readonly biases?: readonly Value[]
}

/**
 * Attention whose scores have a part query · embedding of the clipped distance (Shaw et al. 2018, arXiv:1803.02155, equation 5; upstream's `relative_key`):
 * `[batch, length, size]` keeps its shape.
 */
export function distanceKeyAttention(context: GraphContext, x: Value, options: DistanceKeyOptions): Value {
  const { graph } = context
  const { size, heads, behind, ahead, names, bias = true, biases = [] } = options
  const headSize = size / heads
  const project = (name: string): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size, bias }), heads, headSize)
  const [query, key, value] = [project(names.query), project(names.key), project(names.value)]
  const content = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const number = (index: number): Value => graph.constant('int64', index)
  const places = graph.node('Range', [number(0), length(context, x), number(1)])
  const distance = graph.node('Sub', [places, unsqueeze(context, places, 1)])
  const clipped = graph.node('Min', [graph.node('Max', [distance, number(-behind)]), number(ahead)])
  const table =
    options.table ?? graph.scope('distance_embedding', () => context.weight('weight', [behind + ahead + 1, headSize], { std: 1 }))
  const embedded = graph.node('Gather', [table, graph.node('Add', [clipped, number(behind)])], { axis: 0 })
  const byDistance = graph.node('Einsum', [query, embedded], { equation: 'bhld,lrd->bhlr' })
  const scores = add(context, scaled(context, add(context, content, byDistance), 1 / Math.sqrt(headSize)), ...biases)
  const merged = mergeHeads(context, graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value]), size)
  return linear(context, merged, { name: names.output, inputSize: size, outputSize: size, bias })
}

export interface GatedBiasOptions {
  readonly heads: number
  readonly size: number
  /** `[1, heads, length, length]`, from the first layer's embedding. */
  readonly bias: Value
}

/**
 * WavLM's gate of a relative position bias by what stands at the query (Chen et al. 2021, arXiv:2110.13900, §3.2): float32 `[batch, heads, length, length]`.
 */
export function gatedPositionBias(context: GraphContext, x: Value, { heads, size, bias }: GatedBiasOptions): Value {
  const { graph } = context
  const headSize = size / heads
  const parts = linear(context, splitHeads(context, x, heads, headSize), { name: 'gru_rel_pos_linear', inputSize: headSize, outputSize: 8 })
  const summed = graph.node('ReduceSum', [reshape(context, parts, [0, 0, 0, 2, 4]), graph.constant('int64', [-1])], { keepdims: 0 })
  const gates = graph.node('Sigmoid', [summed])
  const [first, second] = graph.nodes('Split', [gates], { axis: -1, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const constant = context.weight('gru_rel_pos_const', [1, heads, 1, 1], { mean: 1, std: 0.3 })
  const one = graph.constant('float32', 1)
  const gate = add(
    context,
    multiply(context, first, graph.node('Sub', [multiply(context, second, constant), one])),
    graph.constant('float32', 2),
  )
  return multiply(context, gate, bias)
}
