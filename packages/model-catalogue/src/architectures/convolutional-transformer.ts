import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../blocks/activation.ts'
import { dotProductAttention, splitHeads } from '../blocks/attention.ts'
import { convolution } from '../blocks/convolution.ts'
import { convolutionUnit } from '../blocks/convolution-unit.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { flattenGrid, prependToken } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { tokensToGrid } from '../heads/vision.ts'

/** Stages of transformer layers whose projections are depthwise convolutions (Wu et al. 2021, arXiv:2103.15808). One number for each stage where lists stand. */
export interface ConvolutionalTransformerSpec {
  readonly image: number
  readonly sizes: readonly number[]
  readonly depths: readonly number[]
  readonly heads: readonly number[]
  readonly patches: readonly number[]
  readonly strides: readonly number[]
  readonly paddings: readonly number[]
  readonly mlpRatios: readonly number[]
  readonly classToken: readonly boolean[]
  /** Stride of what keys and values are made of. */
  readonly keyStrides: readonly number[]
}

/** PyTorch's default, which upstream leaves. */
const epsilon = 1e-5

interface Stage {
  readonly index: number
  readonly size: number
  readonly side: number
}

function attend(context: GraphContext, x: Value, spec: ConvolutionalTransformerSpec, { index, size, side }: Stage): Value {
  const { graph } = context
  const hasToken = spec.classToken[index]!
  const heads = spec.heads[index]!
  const merged = graph.scope('attention', () => {
    const [token, patches] = hasToken
      ? graph.nodes('Split', [x, graph.constant('int64', [1, side * side])], { axis: 1 }, { outputs: 2 })
      : [undefined, x]
    const grid = tokensToGrid(context, patches, side, size)
    const project = (role: 'query' | 'key' | 'value', stride: number): Value => {
      const options = { inputChannels: size, outputChannels: size, kernel: 3, groups: size, stride, activation: null }
      const filtered = convolutionUnit(context, grid, { name: `convolution_projection_${role}.convolution_projection`, ...options })
      const tokens = flattenGrid(context, filtered, size)
      const all = token === undefined ? tokens : graph.node('Concat', [token, tokens], { axis: 1 })
      return splitHeads(
        context,
        linear(context, all, { name: `projection_${role}`, inputSize: size, outputSize: size }),
        heads,
        size / heads,
      )
    }
    const stride = spec.keyStrides[index]!
    const [key, query, value] = [project('key', stride), project('query', 1), project('value', stride)]
    // by the whole size, not the head's
    return dotProductAttention(context, { query, key, value, scale: 1 / Math.sqrt(size), size })
  })
  return linear(context, merged, { name: 'output.dense', inputSize: size, outputSize: size })
}

function layer(context: GraphContext, x: Value, spec: ConvolutionalTransformerSpec, stage: Stage): Value {
  const { graph } = context
  const { size, index } = stage
  const before = layerNorm(context, x, { name: 'layernorm_before', size, epsilon })
  const middle = graph.node('Add', [graph.scope('attention', () => attend(context, before, spec, stage)), x])
  const after = layerNorm(context, middle, { name: 'layernorm_after', size, epsilon })
  const innerSize = spec.mlpRatios[index]! * size
  const wide = activate(context, linear(context, after, { name: 'intermediate.dense', inputSize: size, outputSize: innerSize }), 'gelu')
  return graph.node('Add', [linear(context, wide, { name: 'output.dense', inputSize: innerSize, outputSize: size }), middle])
}

/** The last stage's grid, and its class token `[batch, 1, size]` where it has one. */
export function convolutionalTransformer(
  context: GraphContext,
  pixels: Value,
  spec: ConvolutionalTransformerSpec,
): { readonly grid: Value; readonly token: Value | undefined; readonly side: number } {
  const { graph } = context
  let grid = pixels
  let token: Value | undefined
  let side = spec.image
  spec.sizes.forEach((size, index) => {
    graph.scope(`encoder.stages.${index}`, () => {
      const [kernel, stride, padding] = [spec.patches[index]!, spec.strides[index]!, spec.paddings[index]!]
      side = Math.floor((side + 2 * padding - kernel) / stride) + 1
      const stage = { index, size, side }
      let x = graph.scope('embedding.convolution_embeddings', () => {
        const inputChannels = index === 0 ? 3 : spec.sizes[index - 1]!
        const cut = convolution(context, grid, {
          name: 'projection',
          inputChannels,
          outputChannels: size,
          kernel: [kernel, kernel],
          stride,
          padding,
        })
        return layerNorm(context, flattenGrid(context, cut, size), { name: 'normalization', size, epsilon })
      })
      const hasToken = spec.classToken[index]!
      if (hasToken) x = prependToken(context, x, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
      for (let block = 0; block < spec.depths[index]!; block++) x = graph.scope(`layers.${block}`, () => layer(context, x, spec, stage))
      const parts = hasToken ? graph.nodes('Split', [x, graph.constant('int64', [1, side * side])], { axis: 1 }, { outputs: 2 }) : [x]
      token = hasToken ? parts[0] : undefined
      grid = tokensToGrid(context, parts.at(-1)!, side, size)
    })
  })
  return { grid, token, side }
}
