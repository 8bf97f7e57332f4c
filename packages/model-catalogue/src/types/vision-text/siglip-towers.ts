import type { Value } from '@vitest-hardware/onnx-graph'
import { attentionPool } from '../../blocks/attention-pool.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, tokenAt } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ClipVisionSizes, TowerOutputs } from './clip-towers.ts'
import { patchPositions, textEmbeddings, type TextTowerSizes, towerEncoder, towerFeedForward } from './tower-layers.ts'

export interface SiglipTextSizes extends TextTowerSizes {
  readonly projection_size: number
}

/** SigLIP's text tower: no mask of any kind, pooled at the last token (Zhai et al. 2023, arXiv:2303.15343). */
export function siglipTextTower(context: GraphContext, ids: Value, sizes: SiglipTextSizes): TowerOutputs {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon } = sizes
  return graph.scope('text_model', () => {
    const encoded = towerEncoder(context, textEmbeddings(context, ids, sizes), sizes, [])
    const hidden = layerNorm(context, encoded, { name: 'final_layer_norm', size, epsilon })
    return {
      hidden,
      pooled: linear(context, tokenAt(context, hidden, -1), { name: 'head', inputSize: size, outputSize: sizes.projection_size }),
    }
  })
}

/** SigLIP's vision tower: no class token; the head pools by attention, with a residual feed-forward behind. */
export function siglipVisionTower(context: GraphContext, pixels: Value, sizes: ClipVisionSizes): TowerOutputs {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon, patch_size: patch } = sizes
  return graph.scope('vision_model', () => {
    const embedded = graph.scope('embeddings', () => {
      const patches = patchEmbedding(context, pixels, { name: 'patch_embedding', channels: sizes.num_channels, size, patch })
      return patchPositions(context, patches, (sizes.image_size / patch) ** 2, size)
    })
    const hidden = layerNorm(context, towerEncoder(context, embedded, sizes, []), { name: 'post_layernorm', size, epsilon })
    const pooled = graph.scope('head', () => {
      const attended = attentionPool(context, hidden, { size, heads: sizes.num_attention_heads })
      const fed = towerFeedForward(context, layerNorm(context, attended, { name: 'layernorm', size, epsilon }), sizes)
      return tokenAt(context, graph.node('Add', [attended, fed]), 0)
    })
    return { hidden, pooled }
  })
}
