import type { Value } from '@vitest-hardware/onnx-graph'
import { activate, type Activation } from '../blocks/activation.ts'
import { dotProductAttention, splitHeads } from '../blocks/attention.ts'
import { localMask, paddingMask } from '../blocks/attention-mask.ts'
import { linear } from '../blocks/linear.ts'
import { layerNorm } from '../blocks/norm.ts'
import { positionRange } from '../blocks/position.ts'
import { applyRotary, type RotaryAngles, rotaryAngles } from '../blocks/rotary-position.ts'
import type { GraphContext } from '../graph-context.ts'

/** ModernBERT's layers over given embeddings: attention to near tokens, and to all in each n-th layer (Warner et al. 2024, arXiv:2412.13663, §2.1). */
export interface NearFarSpec {
  readonly size: number
  readonly layers: number
  readonly heads: number
  readonly innerSize: number
  readonly activation: Activation
  readonly epsilon: number
  readonly globalEvery: number
  /** Tokens that a local layer sees on both sides together. */
  readonly window: number
  readonly theta: { readonly global: number; readonly local: number }
}

/** A norm without bias, as all of them are here. */
export function plainNorm(context: GraphContext, x: Value, { size, epsilon }: Pick<NearFarSpec, 'size' | 'epsilon'>, name: string): Value {
  return layerNorm(context, x, { name, size, epsilon, bias: false })
}

function attend(context: GraphContext, x: Value, { size, heads }: NearFarSpec, mask: Value, rotary: RotaryAngles): Value {
  const { graph } = context
  const fused = linear(context, x, { name: 'Wqkv', inputSize: size, outputSize: 3 * size, bias: false })
  const parts = graph.nodes('Split', [fused], { axis: 2, num_outputs: 3 }, { outputs: 3 })
  const [query, key, value] = parts.map((part) => splitHeads(context, part, heads, size / heads)) as [Value, Value, Value]
  const placed = { query: applyRotary(context, query, rotary), key: applyRotary(context, key, rotary), value }
  const merged = dotProductAttention(context, { ...placed, scale: 1 / Math.sqrt(size / heads), biases: [mask], size })
  return linear(context, merged, { name: 'Wo', inputSize: size, outputSize: size, bias: false })
}

function feed(context: GraphContext, x: Value, { size, innerSize, activation }: NearFarSpec): Value {
  const { graph } = context
  const fused = linear(context, x, { name: 'Wi', inputSize: size, outputSize: 2 * innerSize, bias: false })
  const [input, gate] = graph.nodes('Split', [fused], { axis: 2, num_outputs: 2 }, { outputs: 2 }) as [Value, Value]
  const gated = graph.node('Mul', [activate(context, input, activation), gate])
  return linear(context, gated, { name: 'Wo', inputSize: innerSize, outputSize: size, bias: false })
}

/** `[batch, length, size]` keeps its shape; the norm of embeddings and the last one are included. */
export function nearFarEncoder(context: GraphContext, embeddings: Value, attentionMask: Value, spec: NearFarSpec): Value {
  const { graph } = context
  const headSize = spec.size / spec.heads
  const positions = positionRange(context, attentionMask)
  const angles = (theta: number): RotaryAngles => rotaryAngles(context, { positions, size: headSize, theta })
  const far = { mask: paddingMask(context, attentionMask), rotary: angles(spec.theta.global) }
  const near = { mask: localMask(context, attentionMask, spec.window / 2), rotary: angles(spec.theta.local) }
  let x = graph.scope('embeddings', () => plainNorm(context, embeddings, spec, 'norm'))
  for (let layer = 0; layer < spec.layers; layer++) {
    const { mask, rotary } = layer % spec.globalEvery === 0 ? far : near
    x = graph.scope(`layers.${layer}`, () => {
      // the embeddings' norm stands before the first layer already
      const normed = layer === 0 ? x : plainNorm(context, x, spec, 'attn_norm')
      const middle = graph.node('Add', [x, graph.scope('attn', () => attend(context, normed, spec, mask, rotary))])
      const second = plainNorm(context, middle, spec, 'mlp_norm')
      return graph.node('Add', [middle, graph.scope('mlp', () => feed(context, second, spec))])
    })
  }
  return plainNorm(context, x, spec, 'final_norm')
}
