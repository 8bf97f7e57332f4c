import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../blocks/activation.ts'
import { mergeHeads, splitHeads } from '../blocks/attention.ts'
import { convolution } from '../blocks/convolution.ts'
import { feedForward } from '../blocks/feed-forward.ts'
import { linear } from '../blocks/linear.ts'
import { neighbourhoodAttention } from '../blocks/neighbourhood.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { type FeatureMap, tokensToGrid } from '../heads/vision.ts'

/** Stages of halving grids whose tokens attend to their neighbours. */
export interface NeighbourhoodSpec {
  readonly image: number
  /** Size of the first stage; each later one has twice the size. */
  readonly size: number
  readonly depths: readonly number[]
  readonly heads: readonly number[]
  readonly kernel: number
  /** Of each layer of each stage. */
  readonly dilations: readonly (readonly number[])[]
  readonly mlpRatio: number
  readonly activation: Activation
  readonly epsilon: number
}

interface Stage {
  readonly side: number
  readonly size: number
  readonly heads: number
}

function layer(context: GraphContext, x: Value, spec: NeighbourhoodSpec, { side, size, heads }: Stage, dilation: number): Value {
  const { graph } = context
  const { epsilon, kernel, mlpRatio, activation } = spec
  const before = layerNorm(context, x, { name: 'layernorm_before', size, epsilon })
  const attended = graph.scope('attention', () => {
    const seen = graph.scope('self', () => {
      const project = (name: string): Value =>
        splitHeads(context, linear(context, before, { name, inputSize: size, outputSize: size }), heads, size / heads)
      const [query, key, value] = [project('query'), project('key'), project('value')]
      return neighbourhoodAttention(context, { query, key, value, heads, headSize: size / heads, side, kernel, dilation })
    })
    return linear(context, mergeHeads(context, seen, size), { name: 'output.dense', inputSize: size, outputSize: size })
  })
  const middle = graph.node('Add', [x, attended])
  const after = layerNorm(context, middle, { name: 'layernorm_after', size, epsilon })
  const names = { up: 'intermediate.dense', down: 'output.dense' }
  return graph.node('Add', [middle, feedForward(context, after, { names, size, innerSize: mlpRatio * size, activation })])
}

/** Every stage's tokens `[batch, side², size]` before the next one halves the grid. */
export function neighbourhoodStages(
  context: GraphContext,
  pixels: Value,
  spec: NeighbourhoodSpec,
): { readonly tokens: Value; readonly side: number; readonly size: number }[] {
  const { graph } = context
  const { size: first, epsilon } = spec
  const strided = (x: Value, name: string, from: number, to: number, bias: boolean): Value =>
    convolution(context, x, { name, inputChannels: from, outputChannels: to, kernel: [3, 3], stride: 2, padding: 1, bias })
  let x = graph.scope('embeddings', () => {
    const half = strided(pixels, 'patch_embeddings.projection.0', 3, first / 2, true)
    const grid = strided(half, 'patch_embeddings.projection.1', first / 2, first, true)
    return layerNorm(context, flattenGrid(context, grid, first), { name: 'norm', size: first, epsilon })
  })
  return spec.depths.map((depth, index) => {
    const stage = { side: spec.image / 4 / 2 ** index, size: first * 2 ** index, heads: spec.heads[index]! }
    const { side, size } = stage
    return graph.scope(`encoder.levels.${index}`, () => {
      for (let block = 0; block < depth; block++)
        x = graph.scope(`layers.${block}`, () => layer(context, x, spec, stage, spec.dilations[index]![block]!))
      const tokens = x
      if (index < spec.depths.length - 1) {
        x = graph.scope('downsample', () => {
          const grid = strided(tokensToGrid(context, tokens, side, size), 'reduction', size, 2 * size, false)
          return layerNorm(context, flattenGrid(context, grid, 2 * size), { name: 'norm', size: 2 * size, epsilon })
        })
      }
      return { tokens, side, size }
    })
  })
}

/** Every stage as a grid with a norm of its own. */
export function neighbourhoodFeatureMaps(context: GraphContext, pixels: Value, spec: NeighbourhoodSpec): FeatureMap[] {
  return neighbourhoodStages(context, pixels, spec).map(({ tokens, side, size }, stage) => {
    const normal = layerNorm(context, tokens, { name: `hidden_states_norms.stage${stage + 1}`, size, epsilon: spec.epsilon })
    return { value: tokensToGrid(context, normal, side, size), channels: size, stride: spec.image / side }
  })
}
