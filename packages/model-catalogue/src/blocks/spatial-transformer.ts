import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../graph-context.ts'
import { activate } from './activation.ts'
import { attention } from './attention.ts'
import { convolution } from './convolution.ts'
import { linear } from './linear.ts'
import { groupNorm, layerNorm } from './norm.ts'
import { flattenGrid } from './patch.ts'

/** Diffusers' names of the projections. */
export const diffusersAttention = { query: 'to_q', key: 'to_k', value: 'to_v', output: 'to_out.0' } as const

export interface SpatialTransformerOptions {
  readonly size: number
  readonly heads: number
  readonly groups: number
  /** What the image attends to, `[batch, length, conditionSize]`. */
  readonly condition: Value
  readonly conditionSize: number
  /** Blocks one behind the other. @default 1 */
  readonly depth?: number
  /** Projects tokens in and out where others convolve by 1 × 1 (SDXL). @default false */
  readonly linearProjection?: boolean
}

/**
 * Diffusers' `Transformer2DModel` with one `BasicTransformerBlock`, in the current scope: `[batch, size, height, width]` keeps its shape
 * (Rombach et al. 2022, arXiv:2112.10752, appendix E.2.1).
 */
export function spatialTransformer(context: GraphContext, x: Value, options: SpatialTransformerOptions): Value {
  const { graph } = context
  const { size, groups } = options
  const point = { inputChannels: size, outputChannels: size, kernel: [1, 1] }
  const normal = groupNorm(context, x, { name: 'norm', size, epsilon: 1e-6, groups })
  const mix = (tokens: Value): Value => {
    let mixed = tokens
    for (let block = 0; block < (options.depth ?? 1); block++) {
      mixed = graph.scope(`transformer_blocks.${block}`, () => transformerBlock(context, mixed, options))
    }
    return mixed
  }
  if (options.linearProjection) {
    const sizes = { inputSize: size, outputSize: size }
    const mixed = mix(linear(context, flattenGrid(context, normal, size), { name: 'proj_in', ...sizes }))
    return graph.node('Add', [toGrid(context, linear(context, mixed, { name: 'proj_out', ...sizes }), x), x])
  }
  const mixed = mix(flattenGrid(context, convolution(context, normal, { name: 'proj_in', ...point }), size))
  return graph.node('Add', [convolution(context, toGrid(context, mixed, x), { name: 'proj_out', ...point }), x])
}

/** `[batch, height·width, size] → [batch, size, height, width]`, the shape of `like`. */
export function toGrid(context: GraphContext, tokens: Value, like: Value): Value {
  const { graph } = context
  return graph.node('Reshape', [graph.node('Transpose', [tokens], { perm: [0, 2, 1] }), graph.node('Shape', [like])])
}

function transformerBlock(context: GraphContext, x: Value, { size, heads, condition, conditionSize }: SpatialTransformerOptions): Value {
  const { graph } = context
  const norm = (input: Value, name: string): Value => layerNorm(context, input, { name, size, epsilon: 1e-5 })
  const attend = (input: Value, name: string, source?: { readonly source: Value; readonly sourceSize: number }): Value => {
    const bias = { query: false, key: false, value: false, output: true }
    return graph.scope(name, () => attention(context, input, { size, heads, names: diffusersAttention, bias, ...source }))
  }
  const self = graph.node('Add', [attend(norm(x, 'norm1'), 'attn1'), x])
  const cross = graph.node('Add', [attend(norm(self, 'norm2'), 'attn2', { source: condition, sourceSize: conditionSize }), self])
  return graph.node('Add', [gegluFeedForward(context, norm(cross, 'norm3'), size), cross])
}

/** Diffusers' `FeedForward` with GEGLU: one projection gives values and gates (Shazeer 2020, arXiv:2002.05202): `[…, size] → […, size]`. */
function gegluFeedForward(context: GraphContext, x: Value, size: number): Value {
  const { graph } = context
  return graph.scope('ff', () => {
    const innerSize = 4 * size
    const both = linear(context, x, { name: 'net.0.proj', inputSize: size, outputSize: 2 * innerSize })
    const [values, gates] = graph.nodes('Split', [both], { axis: -1, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
    const gated = graph.node('Mul', [values, activate(context, gates, 'gelu')])
    return linear(context, gated, { name: 'net.2', inputSize: innerSize, outputSize: size })
  })
}
