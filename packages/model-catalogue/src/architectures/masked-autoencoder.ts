import type { Value } from '@vitest-hardware/onnx-graph'
import { gridSinusoids } from '../blocks/grid-position.ts'
import { layerNorm } from '../blocks/norm.ts'
import { linear } from '../blocks/linear.ts'
import { patchEmbedding, repeatForBatch } from '../blocks/patch.ts'
import type { GraphContext } from '../graph-context.ts'
import { tokensFrom } from '../heads/vision.ts'
import { lastNorm, patchCount, visionLayers, type VisionTransformerSpec } from './vision-transformer.ts'

export interface MaskedAutoencoderSpec {
  readonly encoder: VisionTransformerSpec
  readonly decoder: VisionTransformerSpec
  /** Share of patches that the encoder does not see. */
  readonly maskRatio: number
}

export interface MaskedAutoencoderFeatures {
  /** The class token and the seen patches, in the order of their noise: `[batch, 1 + seen, size]`. */
  readonly hidden: Value
  /** float32 `[batch, patches]`: 1 where the encoder does not see the patch. */
  readonly mask: Value
  /** int64 `[batch, patches]`: place of each patch in that order. */
  readonly restore: Value
}

/** Patches that the encoder sees. */
export function seenPatches({ encoder, maskRatio }: MaskedAutoencoderSpec): number {
  return Math.floor(patchCount(encoder) * (1 - maskRatio))
}

/** Fixed positions `[1, 1 + patches, size]`; the class token's are zero. */
function fixedPositions(context: GraphContext, name: string, side: number, size: number): Value {
  const data = new Float32Array((side * side + 1) * size)
  data.set(gridSinusoids(side, size), size)
  return context.fixed(name, { type: 'float32', dims: [1, side * side + 1, size], data })
}

/** Places of a list's elements from the smallest on: int64, same shape as float32 `[batch, count]`. */
export function order(context: GraphContext, x: Value, count: number): Value {
  const { graph } = context
  return graph.nodes('TopK', [x, graph.constant('int64', [count])], { axis: -1, largest: 0, sorted: 1 }, { outputs: 2 })[1]!
}

/** Tokens of each item by their number: `[batch, length, size]` by int64 `[batch, count]`. */
function pick(context: GraphContext, x: Value, places: Value, size: number): Value {
  const { graph } = context
  const shape = graph.node('Concat', [graph.node('Shape', [places]), graph.constant('int64', [size])], { axis: 0 })
  const spread = graph.node('Expand', [graph.node('Unsqueeze', [places, graph.constant('int64', [-1])]), shape])
  return graph.node('GatherElements', [x, spread], { axis: 1 })
}

/** The encoder sees the patches of the least noise only (He et al. 2022, arXiv:2111.06377, §3). @param noise float32 `[batch, patches]` */
export function maskedEncoder(context: GraphContext, pixels: Value, noise: Value, spec: MaskedAutoencoderSpec): MaskedAutoencoderFeatures {
  const { graph } = context
  const { encoder } = spec
  const { size, patch, image } = encoder
  const patches = patchCount(encoder)
  const seen = seenPatches(spec)
  const shuffle = order(context, noise, patches)
  const restore = order(context, graph.node('Cast', [shuffle], { to: 1 }), patches)
  const mask = graph.node('Cast', [graph.node('GreaterOrEqual', [restore, graph.constant('int64', seen)])], { to: 1 })
  const started = graph.scope('embeddings', () => {
    const positions = fixedPositions(context, 'position_embeddings', image / patch, size)
    const all = patchEmbedding(context, pixels, { name: 'patch_embeddings.projection', channels: 3, size, patch })
    const placed = graph.node('Add', [all, tokensFrom(context, positions, 1)])
    const kept = pick(context, placed, tokensFrom(context, shuffle, 0, seen), size)
    const token = graph.node('Add', [context.weight('cls_token', [1, 1, size], { std: 1 }), tokensFrom(context, positions, 0, 1)])
    return graph.node('Concat', [repeatForBatch(context, token, kept, [1, size]), kept], { axis: 1 })
  })
  return { hidden: lastNorm(context, visionLayers(context, started, encoder), encoder), mask, restore }
}

/** Mask tokens take the places of the patches that were not seen, and each patch's pixels are told: `[batch, patches, patch²·3]`, in the decoder's scope. */
export function maskedDecoder(context: GraphContext, { hidden, restore }: MaskedAutoencoderFeatures, spec: MaskedAutoencoderSpec): Value {
  const { graph } = context
  const { encoder, decoder } = spec
  const { size } = decoder
  const missing = patchCount(encoder) - seenPatches(spec)
  const embedded = linear(context, hidden, { name: 'decoder_embed', inputSize: encoder.size, outputSize: size })
  const maskTokens = repeatForBatch(context, context.weight('mask_token', [1, 1, size], { std: 1 }), embedded, [missing, size])
  const shuffled = graph.node('Concat', [tokensFrom(context, embedded, 1), maskTokens], { axis: 1 })
  const restored = graph.node('Concat', [tokensFrom(context, embedded, 0, 1), pick(context, shuffled, restore, size)], { axis: 1 })
  const positions = fixedPositions(context, 'decoder_pos_embed', encoder.image / encoder.patch, size)
  const x = visionLayers(context, graph.node('Add', [restored, positions]), decoder)
  const normal = layerNorm(context, x, { name: 'decoder_norm', size, epsilon: decoder.epsilon })
  const told = linear(context, normal, { name: 'decoder_pred', inputSize: size, outputSize: encoder.patch ** 2 * 3 })
  return tokensFrom(context, told, 1)
}
