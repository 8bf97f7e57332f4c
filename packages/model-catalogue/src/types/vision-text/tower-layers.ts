import type { Value } from '@vitest-hardware/onnx-graph'
import type { Activation } from '../../blocks/activation.ts'
import { attention } from '../../blocks/attention.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'

/** What shapes the pre-norm transformer that both towers of CLIP and SigLIP are. */
export interface TowerSizes {
  readonly hidden_size: number
  readonly num_hidden_layers: number
  readonly num_attention_heads: number
  readonly intermediate_size: number
  readonly hidden_act: Activation
  readonly layer_norm_eps: number
}

export interface TextTowerSizes extends TowerSizes {
  readonly vocab_size: number
  readonly max_position_embeddings: number
}

const names = { query: 'q_proj', key: 'k_proj', value: 'v_proj', output: 'out_proj' }

/** `encoder.layers.*`: pre-norm attention and feed-forward, `[batch, length, size]` in and out. */
export function towerEncoder(context: GraphContext, embedded: Value, sizes: TowerSizes, biases: readonly Value[]): Value {
  const { graph } = context
  const { hidden_size: size, layer_norm_eps: epsilon } = sizes
  let x = embedded
  for (let layer = 0; layer < sizes.num_hidden_layers; layer++) {
    x = graph.scope(`encoder.layers.${layer}`, () => {
      const before = layerNorm(context, x, { name: 'layer_norm1', size, epsilon })
      const attended = graph.scope('self_attn', () => attention(context, before, { size, heads: sizes.num_attention_heads, names, biases }))
      const middle = graph.node('Add', [x, attended])
      return graph.node('Add', [
        middle,
        towerFeedForward(context, layerNorm(context, middle, { name: 'layer_norm2', size, epsilon }), sizes),
      ])
    })
  }
  return x
}

/** `mlp`: two layers with the tower's activation. */
export function towerFeedForward(
  context: GraphContext,
  x: Value,
  { hidden_size: size, intermediate_size: innerSize, hidden_act: activation }: TowerSizes,
): Value {
  return context.graph.scope('mlp', () => feedForward(context, x, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation }))
}

/** `embeddings` of a text tower: tokens and learned positions, `[batch, length] → [batch, length, size]`. */
export function textEmbeddings(
  context: GraphContext,
  ids: Value,
  {
    vocab_size,
    max_position_embeddings,
    hidden_size: size,
  }: Pick<TextTowerSizes, 'vocab_size' | 'max_position_embeddings' | 'hidden_size'>,
): Value {
  const { graph } = context
  return graph.scope('embeddings', () => {
    const tokens = embedding(context, { name: 'token_embedding', count: vocab_size, size }).lookup(ids)
    const positions = positionRange(context, ids)
    return graph.node('Add', [
      tokens,
      learnedPositions(context, { name: 'position_embedding', count: max_position_embeddings, size, positions }),
    ])
  })
}

/** Adds a learned position to each of a fixed number of patches: `position_embedding` `[count, size]`. */
export function patchPositions(context: GraphContext, x: Value, count: number, size: number): Value {
  const { graph } = context
  return graph.node('Add', [x, graph.scope('position_embedding', () => context.weight('weight', [count, size], { std: 0.5 }))])
}
