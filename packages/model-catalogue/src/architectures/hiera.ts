import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../blocks/activation.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, tokensToGrid } from '../heads/vision.ts'

/** Stages of plain transformer layers on tokens that lie unit by unit, so that pooling is a maximum over an axis (Ryali et al. 2023, arXiv:2306.00989). */
export interface HieraSpec {
  readonly image: number
  readonly patch: number
  readonly stride: number
  readonly padding: number
  /** Size of the first stage; each later one has twice the size. */
  readonly size: number
  readonly depths: readonly number[]
  readonly heads: readonly number[]
  readonly mlpRatio: number
  /** Tokens along a mask unit's side in the first stage. */
  readonly unit: number
  /** Whether a stage's tokens attend within their mask unit only. */
  readonly within: readonly boolean[]
  readonly activation: Activation
  readonly epsilon: number
}

/** Tokens along a square's side that become one query. */
const pool = 2

/** Tokens in the order of halved grids: cells of each 2 × 2 square lie as far apart as can be, those of a mask unit closest; `levels` times. */
export function unroll(context: GraphContext, x: Value, side: number, size: number, levels: number): Value {
  const { graph } = context
  let [y, current] = [graph.node('Reshape', [x, graph.constant('int64', [-1, side, side, size])]), side]
  for (let level = 0; level < levels; level++) {
    current /= pool
    const cut = graph.node('Reshape', [y, graph.constant('int64', [-1, current, pool, current, pool, size])])
    const ordered = graph.node('Transpose', [cut], { perm: [0, 2, 4, 1, 3, 5] })
    y = graph.node('Reshape', [ordered, graph.constant('int64', [-1, current, current, size])])
  }
  return graph.node('Reshape', [y, graph.constant('int64', [-1, side * side, size])])
}

/** Tokens by mask unit, in the order of rows within each: `[batch, units · unit², size] → [batch, units, unit, unit, size]`, `unit` = 2^levels. */
export function rerollUnits(context: GraphContext, x: Value, tokens: number, size: number, levels: number): Value {
  const { graph } = context
  let [y, unit, length] = [x, 1, tokens]
  for (let level = 0; level < levels; level++) {
    length /= pool * pool
    const cut = graph.node('Reshape', [y, graph.constant('int64', [-1, pool, pool, length, unit, unit, size])])
    const ordered = graph.node('Transpose', [cut], { perm: [0, 3, 1, 4, 2, 5, 6] })
    unit *= pool
    y = graph.node('Reshape', [ordered, graph.constant('int64', [-1, length, unit, unit, size])])
  }
  return levels === 0 ? graph.node('Reshape', [y, graph.constant('int64', [-1, tokens, 1, 1, size])]) : y
}

/** What undoes {@link unroll}: `[batch, side², size]` in the order of rows again. */
export function reroll(context: GraphContext, x: Value, side: number, size: number, levels: number): Value {
  const { graph } = context
  const unit = pool ** levels
  const count = side / unit
  const byUnit = rerollUnits(context, x, side * side, size, levels)
  const units = graph.node('Reshape', [byUnit, graph.constant('int64', [-1, count, count, unit, unit, size])])
  return graph.node('Reshape', [
    graph.node('Transpose', [units], { perm: [0, 1, 3, 2, 4, 5] }),
    graph.constant('int64', [-1, side * side, size]),
  ])
}

export interface HieraLayer {
  readonly from: number
  readonly to: number
  readonly heads: number
  /** Groups of tokens that attend among each other. */
  readonly groups: number
  /** Tokens that become one query. */
  readonly pooled: number
}

function attend(context: GraphContext, x: Value, { from, to, heads, groups, pooled }: HieraLayer): Value {
  const { graph } = context
  const headSize = to / heads
  const all = linear(context, x, { name: 'qkv', inputSize: from, outputSize: 3 * to })
  const cut = graph.node('Reshape', [all, graph.constant('int64', [0, -1, groups, 3, heads, headSize])])
  const parts = graph.nodes(
    'Split',
    [graph.node('Transpose', [cut], { perm: [3, 0, 4, 2, 1, 5] })],
    { axis: 0, num_outputs: 3 },
    { outputs: 3 },
  )
  const [queries, key, value] = parts.map((part) => graph.node('Squeeze', [part, graph.constant('int64', [0])])) as [Value, Value, Value]
  const query =
    pooled === 1
      ? queries
      : graph.node(
          'ReduceMax',
          [
            graph.node('Reshape', [queries, graph.constant('int64', [0, heads, groups, pooled, -1, headSize])]),
            graph.constant('int64', [3]),
          ],
          { keepdims: 0 },
        )
  const scaled = graph.node('Mul', [query, graph.constant('float32', 1 / Math.sqrt(headSize))])
  const scores = graph.node('MatMul', [scaled, graph.node('Transpose', [key], { perm: [0, 1, 2, 4, 3] })])
  const seen = graph.node('MatMul', [graph.node('Softmax', [scores], { axis: -1 }), value])
  const merged = graph.node('Reshape', [graph.node('Transpose', [seen], { perm: [0, 3, 2, 1, 4] }), graph.constant('int64', [0, -1, to])])
  return linear(context, merged, { name: 'proj', inputSize: to, outputSize: to })
}

/** One layer, in the current scope. */
export function hieraLayer(
  context: GraphContext,
  x: Value,
  spec: Pick<HieraSpec, 'epsilon' | 'mlpRatio' | 'activation'>,
  options: HieraLayer,
): Value {
  const { graph } = context
  const { from, to, pooled } = options
  const { epsilon, mlpRatio, activation } = spec
  const before = layerNorm(context, x, { name: 'layernorm_before', size: from, epsilon })
  const shortcut = (): Value => {
    const wide = linear(context, before, { name: 'proj', inputSize: from, outputSize: to })
    const cut = graph.node('Reshape', [wide, graph.constant('int64', [0, pooled, -1, to])])
    return graph.node('ReduceMax', [cut, graph.constant('int64', [1])], { keepdims: 0 })
  }
  const kept = from === to ? x : shortcut()
  const middle = graph.node('Add', [kept, graph.scope('attn', () => attend(context, before, options))])
  const after = layerNorm(context, middle, { name: 'layernorm_after', size: to, epsilon })
  const names = { up: 'mlp.fc1', down: 'mlp.fc2' }
  return graph.node('Add', [middle, feedForward(context, after, { names, size: to, innerSize: mlpRatio * to, activation })])
}

interface HieraStage {
  /** In the stage's own order. */
  readonly tokens: Value
  readonly side: number
  readonly size: number
}

/** Mask units along the image's side. */
export function unitsAlong({ image, stride, unit }: HieraSpec): number {
  return image / stride / unit
}

/** Patches with positions, in Hiera's order: `[batch, side², size]`. */
export function embedHiera(context: GraphContext, pixels: Value, spec: HieraSpec): Value {
  const { graph } = context
  const { size, patch, stride, padding, image, depths } = spec
  const side = image / stride
  const embedded = graph.scope('embeddings', () => {
    const options = { inputChannels: 3, outputChannels: size, kernel: [patch, patch], stride, padding }
    const patches = flattenGrid(context, convolution(context, pixels, { name: 'patch_embeddings.projection', ...options }), size)
    return graph.node('Add', [patches, context.weight('position_embeddings', [1, side * side, size], { std: 0.5 })])
  })
  return unroll(context, embedded, side, size, depths.length - 1)
}

/** Every stage's tokens `[batch, units · area, size]` of so many mask units. @param units @default all of the image */
export function hieraEncoder(context: GraphContext, embedded: Value, spec: HieraSpec, units = unitsAlong(spec) ** 2): HieraStage[] {
  const { depths, heads, within } = spec
  let side = spec.image / spec.stride
  let size = spec.size
  let x = embedded
  return depths.map((depth, stage) => {
    for (let index = 0; index < depth; index++) {
      const isPooling = index === 0 && stage > 0
      const [from, to] = [size, isPooling ? 2 * size : size]
      // queries that pool still attend within the stage before's units
      const isWithin = within[stage]! || (index === 0 && within[Math.max(stage - 1, 0)]!)
      const options = { from, to, heads: heads[stage]!, groups: isWithin ? units : 1, pooled: isPooling ? pool * pool : 1 }
      x = context.graph.scope(`encoder.stages.${stage}.layers.${index}`, () => hieraLayer(context, x, spec, options))
      size = to
      if (isPooling) side /= pool
    }
    return { tokens: x, side, size }
  })
}

/** Pixels to every stage's tokens. */
export function hieraStages(context: GraphContext, pixels: Value, spec: HieraSpec): HieraStage[] {
  return hieraEncoder(context, embedHiera(context, pixels, spec), spec)
}

/** Every stage as a grid in the order of rows, with a norm of its own. */
export function hieraFeatureMaps(context: GraphContext, pixels: Value, spec: HieraSpec): FeatureMap[] {
  return hieraStages(context, pixels, spec).map(({ tokens, side, size }, stage) => {
    const rows = reroll(context, tokens, side, size, spec.depths.length - 1 - stage)
    const normal = layerNorm(context, rows, { name: `hidden_states_norms.stage${stage + 1}`, size, epsilon: spec.epsilon })
    return { value: tokensToGrid(context, normal, side, size), channels: size, stride: spec.image / side }
  })
}
