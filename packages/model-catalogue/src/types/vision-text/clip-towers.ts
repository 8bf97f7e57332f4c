import type { Value } from '@vitest-hardware/onnx-graph'
import { causalMask } from '../../blocks/attention-mask.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken, tokenAt } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { TextInputs } from './contrastive.ts'
import { patchPositions, textEmbeddings, type TextTowerSizes, towerEncoder, type TowerSizes } from './tower-layers.ts'

export interface ClipTextSizes extends TextTowerSizes {
  readonly eos_token_id: number
}

export interface ClipVisionSizes extends TowerSizes {
  readonly image_size: number
  readonly patch_size: number
  readonly num_channels: number
}

/** A tower's tokens `[batch, length, size]` and the one that stands for all, `[batch, size]`. */
export interface TowerOutputs {
  readonly hidden: Value
  readonly pooled: Value
}

/** CLIP's causal text tower, pooled at each text's first end token (arXiv:2103.00020, §2.4): the scope is `text_model`. */
export function clipTextTower(context: GraphContext, { ids, attentionMask }: TextInputs, sizes: ClipTextSizes): TowerOutputs {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon } = sizes
  return graph.scope('text_model', () => {
    const mask = causalMask(context, { queries: ids, ...(attentionMask === undefined ? {} : { attentionMask }) })
    const encoded = towerEncoder(context, textEmbeddings(context, ids, sizes), sizes, [mask])
    const hidden = layerNorm(context, encoded, { name: 'final_layer_norm', size, epsilon })
    const isEnd = graph.node('Cast', [graph.node('Equal', [ids, graph.constant('int64', sizes.eos_token_id)])], { to: 6 })
    const end = graph.node('ArgMax', [isEnd], { axis: 1, keepdims: 1 })
    return { hidden, pooled: graph.node('GatherND', [hidden, end], { batch_dims: 1 }) }
  })
}

/** CLIP's vision tower, pooled at the class token: the scope is `vision_model`. */
export function clipVisionTower(context: GraphContext, pixels: Value, sizes: ClipVisionSizes): TowerOutputs {
  const { hidden_size: size, layer_norm_eps: epsilon } = sizes
  const hidden = clipVisionTokens(context, pixels, sizes)
  return context.graph.scope('vision_model', () => ({
    hidden,
    pooled: layerNorm(context, tokenAt(context, hidden, 0), { name: 'post_layernorm', size, epsilon }),
  }))
}

/** The same tower before it is pooled. */
export function clipVisionTokens(context: GraphContext, pixels: Value, sizes: ClipVisionSizes): Value {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon, patch_size: patch } = sizes
  return graph.scope('vision_model', () => {
    const embedded = graph.scope('embeddings', () => {
      const patches = patchEmbedding(context, pixels, { name: 'patch_embedding', channels: sizes.num_channels, size, patch, bias: false })
      const tokens = prependToken(context, patches, context.weight('class_embedding', [size], { std: 1 }), size)
      return patchPositions(context, tokens, (sizes.image_size / patch) ** 2 + 1, size)
    })
    // upstream's own spelling of the module
    const normed = layerNorm(context, embedded, { name: 'pre_layrnorm', size, epsilon })
    return towerEncoder(context, normed, sizes, [])
  })
}
