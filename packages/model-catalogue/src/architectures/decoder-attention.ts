import type { Value } from '@vitest-hardware/onnx-graph'
import { append, mergeHeads, repeatHeads, splitHeads } from '../blocks/attention.ts'
import { linear } from '../blocks/linear.ts'
import { linearBias } from '../blocks/linear-bias.ts'
import { normOf } from '../blocks/norm-kind.ts'
import { positionScale } from '../blocks/position-scale.ts'
import { softCap } from '../blocks/soft-cap.ts'
import type { GraphContext } from '../graph-context.ts'
import type { AttentionSpec, FusedProjectionSpec, HeadNormSpec, Mixed, MixerInputs } from './decoder-spec.ts'

type Role = 'query' | 'key' | 'value'
const separate = { query: { name: 'q_proj' }, key: { name: 'k_proj' }, value: { name: 'v_proj' } } as const

/** Causal self-attention as {@link AttentionSpec} has it: `[batch, length, size] → [batch, length, size]`, with the cache for the next call. */
export function decoderAttention(context: GraphContext, x: Value, size: number, spec: AttentionSpec, inputs: MixerInputs): Mixed {
  const { graph } = context
  const { heads, keyValueHeads = heads, headSize, output = { name: 'o_proj' } } = spec
  return graph.scope(spec.name ?? 'self_attn', () => {
    const { query, key, value } = projections(context, x, size, spec, inputs)
    const present = append(context, inputs.past, { key, value })
    const merged = attend(context, spec, inputs, {
      query,
      key: repeatHeads(context, present.key, heads, keyValueHeads, headSize),
      value: repeatHeads(context, present.value, heads, keyValueHeads, headSize),
    })
    const inner = heads * headSize
    const normed = spec.outputNorm ? normOf(context, merged, { ...spec.outputNorm.norm, name: spec.outputNorm.name, size: inner }) : merged
    const gated = spec.outputGate
      ? graph.node('Mul', [
          normed,
          graph.node('Sigmoid', [
            linear(context, x, { name: spec.outputGate.name, inputSize: size, outputSize: inner, bias: spec.outputGate.bias ?? false }),
          ]),
        ])
      : normed
    return {
      output: linear(context, gated, { name: output.name, inputSize: inner, outputSize: size, bias: output.bias ?? false }),
      present,
    }
  })
}

/** Queries, keys and values `[batch, heads, length, headSize]`, normalised and rotated. */
function projections(
  context: GraphContext,
  x: Value,
  size: number,
  spec: AttentionSpec,
  { rotate, positions }: MixerInputs,
): Readonly<Record<Role, Value>> {
  const { heads, keyValueHeads = heads, headSize, projections: how = separate, headNorm, clip } = spec
  const countOf = { query: heads, key: keyValueHeads, value: keyValueHeads }
  const bounded = (value: Value): Value =>
    clip === undefined
      ? value
      : context.graph.node('Clip', [value, context.graph.constant('float32', -clip), context.graph.constant('float32', clip)])
  const fused = 'name' in how ? fusedProjection(context, x, size, spec, how) : undefined
  const one = (role: Role): Value => {
    if (fused !== undefined) return bounded(fused[role])
    const { name, bias = false } = (how as typeof separate & Record<Role, { bias?: boolean }>)[role]
    const flat = bounded(linear(context, x, { name, inputSize: size, outputSize: countOf[role] * headSize, bias }))
    const normed = headNorm?.over === 'all' && role !== 'value' ? normHeads(context, flat, role, headNorm, countOf[role] * headSize) : flat
    return splitHeads(context, normed, countOf[role], headSize)
  }
  const place = (value: Value, role: 'query' | 'key'): Value => {
    const norm = (y: Value): Value =>
      headNorm === undefined || headNorm.over === 'all' ? y : normHeads(context, y, role, headNorm, headSize, countOf[role])
    const turn = (y: Value): Value => (rotate ? rotate(y, headSize) : y)
    return headNorm?.afterRotation ? norm(turn(value)) : turn(norm(value))
  }
  const grow = (query: Value): Value =>
    spec.queryGrowth ? context.graph.node('Mul', [query, positionScale(context, { positions, ...spec.queryGrowth })]) : query
  return { query: grow(place(one('query'), 'query')), key: place(one('key'), 'key'), value: one('value') }
}

function normHeads(context: GraphContext, x: Value, role: 'query' | 'key', spec: HeadNormSpec, size: number, heads = 1): Value {
  const name = (spec.names ?? ['q_norm', 'k_norm'])[role === 'query' ? 0 : 1]
  if (spec.over !== 'own-head') return normOf(context, x, { ...spec.norm, name, size })
  const { graph } = context
  const normed = normOf(context, x, { ...spec.norm, name, size, weight: false })
  return graph.scope(name, () => graph.node('Mul', [normed, context.weight('weight', [heads, 1, size], { mean: 1 })]))
}

/** One product cut into queries, keys and values `[batch, heads, length, headSize]`. */
function fusedProjection(
  context: GraphContext,
  x: Value,
  size: number,
  { heads, keyValueHeads = heads, headSize }: AttentionSpec,
  { name, bias = false, layout }: FusedProjectionSpec,
): Readonly<Record<Role, Value>> {
  const { graph } = context
  const both = heads * headSize
  const each = keyValueHeads * headSize
  const product = linear(context, x, { name, inputSize: size, outputSize: both + 2 * each, bias })
  const cut = (value: Value, sizes: readonly number[], axis: number): [Value, Value, Value] =>
    graph.nodes('Split', [value, graph.constant('int64', sizes)], { axis }, { outputs: 3 }) as [Value, Value, Value]
  const asHeads = (value: Value, count: number): Value =>
    graph.node('Transpose', [graph.node('Reshape', [value, graph.constant('int64', [0, 0, count, headSize])])], { perm: [0, 2, 1, 3] })
  switch (layout) {
    case 'stacked': {
      const [query, key, value] = cut(product, [both, each, each], -1)
      return { query: asHeads(query, heads), key: asHeads(key, keyValueHeads), value: asHeads(value, keyValueHeads) }
    }
    case 'grouped': {
      const group = heads / keyValueHeads
      const grouped = graph.node('Reshape', [product, graph.constant('int64', [0, 0, keyValueHeads, group + 2, headSize])])
      const [query, key, value] = cut(grouped, [group, 1, 1], 3)
      return { query: asHeads(query, heads), key: asHeads(key, keyValueHeads), value: asHeads(value, keyValueHeads) }
    }
    case 'model-parallel': {
      const parts = graph.node('Reshape', [product, graph.constant('int64', [0, 0, modelParallelParts, -1])])
      const local = both / modelParallelParts
      const [query, value, key] = cut(parts, [local, local, local], -1)
      return { query: asHeads(query, heads), key: asHeads(key, heads), value: asHeads(value, heads) }
    }
  }
}

/** TPU cores that CodeGen was trained on; its weights are still in that order. */
const modelParallelParts = 4

/** softmax(scores)·value, heads merged; scores in the order of upstream's eager attention: scale, soft cap, biases, mask, sinks. */
function attend(
  context: GraphContext,
  spec: AttentionSpec,
  { mask, attentionMask }: MixerInputs,
  { query, key, value }: Readonly<Record<Role, Value>>,
): Value {
  const { graph } = context
  const { heads, headSize, scale = 1 / Math.sqrt(headSize), alibi } = spec
  const product = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  const scaled = scale === 1 ? product : graph.node('Mul', [product, graph.constant('float32', scale)])
  const capped = spec.softCap === undefined ? scaled : softCap(context, scaled, spec.softCap)
  const biased = alibi ? graph.node('Add', [capped, linearBias(context, { heads, attentionMask, ...alibi })]) : capped
  const scores = graph.node('Add', [biased, mask])
  const shares = spec.sinks === undefined ? graph.node('Softmax', [scores], { axis: -1 }) : withSinks(context, scores, spec.sinks, heads)
  return mergeHeads(context, graph.node('MatMul', [shares, value]), heads * headSize)
}

/** Softmax in which a learned score of each head takes its share and is dropped (OpenAI 2025, gpt-oss model card, §2.2). */
function withSinks(context: GraphContext, scores: Value, name: string, heads: number): Value {
  const { graph } = context
  const first = graph.node('Slice', [scores, ...[0, 1, -1].map((value) => graph.constant('int64', [value]))])
  const sink = graph.node('Add', [
    graph.node('Mul', [first, graph.constant('float32', 0)]),
    context.weight(name, [heads, 1, 1], { std: 1 }),
  ])
  const shares = graph.node('Softmax', [graph.node('Concat', [scores, sink], { axis: -1 })], { axis: -1 })
  return graph.node('Slice', [shares, ...[0, -1, -1].map((value) => graph.constant('int64', [value]))])
}
