import type { Value } from '@vitest-hardware/onnx-graph'
import { append, mergeHeads, splitHeads } from '../blocks/attention.ts'
import { linear } from '../blocks/linear.ts'
import { rmsNorm } from '../blocks/norm.ts'
import { positionScale } from '../blocks/position-scale.ts'
import type { RotaryLayout } from '../blocks/rotary-layout.ts'
import type { GraphContext } from '../graph-context.ts'
import type { LayerSpec, Mixed, MixerInputs } from './decoder-spec.ts'

/** Sizes of multi-head latent attention. */
export interface LatentAttentionSpec {
  readonly size: number
  readonly heads: number
  /** Of the queries' bottleneck; null for one projection. */
  readonly queryRank: number | null
  /** Of what keys and values are made of. */
  readonly latentRank: number
  /** Elements of each head without and with rotation. */
  readonly plainSize: number
  readonly rotatedSize: number
  readonly valueSize: number
  readonly layout: RotaryLayout
  readonly theta?: number
  readonly maxPositions?: number
  /** Factors on queries and on the normalised latent (LongCat). @default 1 */
  readonly queryScale?: number
  readonly latentScale?: number
  /** Queries grow with their position: see `positionScale`. */
  readonly queryGrowth?: { readonly beta: number; readonly original: number }
  /** @default 'self_attn' */
  readonly name?: string
  /** Narrows the mask to keys that an indexer chooses; it sees the layer's input and the queries' bottleneck. */
  readonly select?: (context: GraphContext, x: Value, bottleneck: Value, inputs: MixerInputs) => Value
}

/**
 * Multi-head latent attention as a layer's mixer (DeepSeek-V2 2024, arXiv:2405.04434, §2.1): keys and values of all heads come out of one narrow latent,
 * and one rotated key is shared by all heads. The cache holds full keys and values, as exports have it.
 */
export function latentAttention(spec: LatentAttentionSpec): Required<Pick<LayerSpec, 'mixer' | 'cache' | 'rotary'>> {
  const { heads, plainSize, rotatedSize, valueSize, layout, theta = 10_000, maxPositions = 512 } = spec
  return {
    mixer: (context, x, inputs) => context.graph.scope(spec.name ?? 'self_attn', () => mix(context, x, spec, inputs)),
    cache: { heads, keySize: plainSize + rotatedSize, valueSize },
    rotary: { size: rotatedSize, layout, theta, maxPositions },
  }
}

function mix(context: GraphContext, x: Value, spec: LatentAttentionSpec, inputs: MixerInputs): Mixed {
  const { graph } = context
  const { size, heads, plainSize, rotatedSize, valueSize } = spec
  const keySize = plainSize + rotatedSize
  const { query, bottleneck } = queriesOf(context, x, spec, inputs)
  const { key, value } = keysOf(context, x, spec, inputs)
  const present = append(context, inputs.past, { key, value })
  const scores = graph.node('MatMul', [query, graph.node('Transpose', [present.key], { perm: [0, 1, 3, 2] })])
  const scaled = graph.node('Mul', [scores, graph.constant('float32', 1 / Math.sqrt(keySize))])
  const mask = spec.select ? graph.node('Min', [inputs.mask, spec.select(context, x, bottleneck, inputs)]) : inputs.mask
  const shares = graph.node('Softmax', [graph.node('Add', [scaled, mask])], { axis: -1 })
  const merged = mergeHeads(context, graph.node('MatMul', [shares, present.value]), heads * valueSize)
  return { output: linear(context, merged, { name: 'o_proj', inputSize: heads * valueSize, outputSize: size, bias: false }), present }
}

/** Queries `[batch, heads, length, plain + rotated]`, and the bottleneck `[batch, length, rank]` that they come out of. */
function queriesOf(context: GraphContext, x: Value, spec: LatentAttentionSpec, inputs: MixerInputs): { query: Value; bottleneck: Value } {
  const { graph } = context
  const { size, heads, queryRank, plainSize, rotatedSize, queryScale = 1 } = spec
  const keySize = plainSize + rotatedSize
  const project = (input: Value, name: string, inputSize: number, outputSize: number): Value =>
    linear(context, input, { name, inputSize, outputSize, bias: false })
  const narrow = (rank: number): Value =>
    rmsNorm(context, project(x, 'q_a_proj', size, rank), { name: 'q_a_layernorm', size: rank, epsilon: 1e-6 })
  const bottleneck = queryRank === null ? x : narrow(queryRank)
  const flat =
    queryRank === null ? project(x, 'q_proj', size, heads * keySize) : project(bottleneck, 'q_b_proj', queryRank, heads * keySize)
  const [plain, rotated] = cut(context, splitHeads(context, flat, heads, keySize), [plainSize, rotatedSize])
  let query = graph.node('Concat', [plain, inputs.rotate!(rotated, rotatedSize)], { axis: -1 })
  if (queryScale !== 1) query = graph.node('Mul', [query, graph.constant('float32', queryScale)])
  if (spec.queryGrowth) query = graph.node('Mul', [query, positionScale(context, { positions: inputs.positions, ...spec.queryGrowth })])
  return { query, bottleneck }
}

function keysOf(context: GraphContext, x: Value, spec: LatentAttentionSpec, inputs: MixerInputs): { key: Value; value: Value } {
  const { graph } = context
  const { size, heads, latentRank, plainSize, rotatedSize, valueSize, latentScale = 1 } = spec
  const compressed = linear(context, x, { name: 'kv_a_proj_with_mqa', inputSize: size, outputSize: latentRank + rotatedSize, bias: false })
  const [latent, shared] = cut(context, compressed, [latentRank, rotatedSize])
  const normed = rmsNorm(context, latent, { name: 'kv_a_layernorm', size: latentRank, epsilon: 1e-6 })
  const scaled = latentScale === 1 ? normed : graph.node('Mul', [normed, graph.constant('float32', latentScale)])
  const outputSize = heads * (plainSize + valueSize)
  const both = linear(context, scaled, { name: 'kv_b_proj', inputSize: latentRank, outputSize, bias: false })
  const [plain, value] = cut(context, splitHeads(context, both, heads, plainSize + valueSize), [plainSize, valueSize])
  const turned = inputs.rotate!(graph.node('Unsqueeze', [shared, graph.constant('int64', [1])]), rotatedSize)
  const everywhere = graph.node('Expand', [turned, graph.constant('int64', [1, heads, 1, 1])])
  return { key: graph.node('Concat', [plain, everywhere], { axis: -1 }), value }
}

function cut(context: GraphContext, x: Value, sizes: readonly [number, number]): [Value, Value] {
  const { graph } = context
  return graph.nodes('Split', [x, graph.constant('int64', sizes)], { axis: -1 }, { outputs: 2 }) as [Value, Value]
}
