import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../../blocks/activation.ts'
import { attention } from '../../blocks/attention.ts'
import { causalMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken, tokenAt } from '../../blocks/patch.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'

/** The fields of a tower's config that shape its layers. */
export interface TowerSizes {
  readonly hidden_size: number
  readonly intermediate_size: number
  readonly num_hidden_layers: number
  readonly num_attention_heads: number
  readonly hidden_act: Activation
  readonly layer_norm_eps: number
}

export interface TextTowerSizes extends TowerSizes {
  readonly vocab_size: number
  readonly max_position_embeddings: number
}

export interface VisionTowerSizes extends TowerSizes {
  readonly image_size: number
  readonly patch_size: number
  readonly num_channels: number
}

const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

export function towerNorm(context: GraphContext, config: TowerSizes, x: Value, name: string): Value {
  return layerNorm(context, x, { name, size: config.hidden_size, epsilon: config.layer_norm_eps })
}

/** Layers with norms before attention and feed-forward, under `encoder.layers`: `[batch, length, size]` keeps its shape. */
export function towerLayers(context: GraphContext, config: TowerSizes, x: Value, biases: readonly Value[]): Value {
  const { graph } = context
  const { hidden_size: size, num_attention_heads: heads } = config
  let hidden = x
  for (let index = 0; index < config.num_hidden_layers; index++) {
    hidden = graph.scope(`encoder.layers.${index}`, () => {
      const before = towerNorm(context, config, hidden, 'layer_norm1')
      const attended = graph.node('Add', [hidden, graph.scope('self_attn', () => attention(context, before, { size, heads, names, biases }))])
      return graph.node('Add', [attended, towerFeedForward(context, config, towerNorm(context, config, attended, 'layer_norm2'))])
    })
  }
  return hidden
}

/** The module `mlp`. */
export function towerFeedForward(context: GraphContext, config: TowerSizes, x: Value): Value {
  const options = { names: { up: 'fc1', down: 'fc2' }, size: config.hidden_size, innerSize: config.intermediate_size, activation: config.hidden_act }
  return context.graph.scope('mlp', () => feedForward(context, x, options))
}

/** Token and position embeddings under `embeddings`: `[batch, length] → [batch, length, size]`. */
export function textEmbeddings(context: GraphContext, config: TextTowerSizes, ids: Value): Value {
  const { graph } = context
  const size = config.hidden_size
  return graph.scope('embeddings', () => {
    const tokens = embedding(context, { name: 'token_embedding', count: config.vocab_size, size }).lookup(ids)
    const positions = positionRange(context, ids)
    return graph.node('Add', [tokens, learnedPositions(context, { name: 'position_embedding', count: config.max_position_embeddings, size, positions })])
  })
}

/**
 * CLIP's causal text tower in the current scope (Radford et al. 2021, arXiv:2103.00020, §2.4).
 * The pooled state is that of the first token with the highest id, which is the end of text in CLIP's vocabulary.
 */
export function clipTextTower(context: GraphContext, config: TextTowerSizes, ids: Value, attentionMask?: Value): { readonly hidden: Value; readonly pooled: Value } {
  const { graph } = context
  const mask = causalMask(context, { queries: ids, ...(attentionMask === undefined ? {} : { attentionMask }) })
  const embedded = textEmbeddings(context, config, ids)
  const hidden = towerNorm(context, config, towerLayers(context, config, embedded, [mask]), 'final_layer_norm')
  const end = graph.node('ArgMax', [graph.node('Cast', [ids], { to: 6 })], { axis: 1, keepdims: 1 })
  const rows = graph.node('GatherND', [hidden, end], { batch_dims: 1 })
  return { hidden, pooled: rows }
}

/** CLIP's vision tower in the current scope; pooled is the normed class token: `[batch, channels, height, width] → [batch, size]`. */
export function clipVisionTower(context: GraphContext, config: VisionTowerSizes, pixels: Value): Value {
  const { graph } = context
  const { hidden_size: size, patch_size: patch, num_channels: channels } = config
  const embedded = graph.scope('embeddings', () => {
    const patches = patchEmbedding(context, pixels, { name: 'patch_embedding', channels, size, patch, bias: false })
    const token = graph.node('Unsqueeze', [context.weight('class_embedding', [size], { std: 1 }), graph.constant('int64', [0, 1])])
    const tokens = prependToken(context, patches, token, size)
    const count = (config.image_size / patch) ** 2 + 1
    const positions = positionRange(context, tokens)
    return graph.node('Add', [tokens, learnedPositions(context, { name: 'position_embedding', count, size, positions })])
  })
  // the name is upstream's, typing error included
  const normal = towerNorm(context, config, embedded, 'pre_layrnorm')
  return towerNorm(context, config, tokenAt(context, towerLayers(context, config, normal, []), 0), 'post_layernorm')
}
