import type { Value } from '@vitest-hardware/onnx-graph'
import { queryFormer } from '../../architectures/query-former.ts'
import { blocksNames, type VisionTowerSpec } from '../../architectures/vision-tower.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { idsInput } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { imagePixels, towerFeatures } from './image-features.ts'
import { llama, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'
import { imageSize, visionSize } from './vision-towers.ts'

const size = 24
const epsilon = 1e-12
const positions = 64
const frames = 2

/** EVA-CLIP's tower as BLIP-2 has it (arXiv:2301.12597, §3.1). */
const tower: VisionTowerSpec = {
  size: visionSize,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  epsilon: 1e-6,
  norm: 'layer',
  image: imageSize,
  patch: 16,
  patches: { name: 'embeddings.patch_embedding', bias: true },
  classToken: 'embeddings.class_embedding',
  positions: 'embeddings.position_embedding',
  after: 'post_layernorm',
  names: {
    ...blocksNames,
    layers: 'encoder.layers',
    norms: ['layer_norm1', 'layer_norm2'],
    attention: 'self_attn',
    projections: { fused: 'qkv', output: 'projection' },
  },
}

/** Declares pictures and the instruction, and gives what the queries have found: `[batch·pictures, queries, textSize]` (InstructBLIP, arXiv:2305.06500, §2.3). */
function instructed(context: GraphContext, queries: number, pictures?: number): Value {
  const { graph } = context
  const pixels = imagePixels(context, { tower, ...(pictures === undefined ? {} : { tiles: pictures }) })
  const ids = perPicture(context, idsInput(context, 'qformer_input_ids'), pictures)
  const attentionMask = perPicture(context, idsInput(context, 'qformer_attention_mask'), pictures)
  const source = towerFeatures(context, pixels, { tower, scope: 'vision_model' })
  const asking = repeatForBatch(context, context.weight('query_tokens', [1, queries, size], { std: 1 }), source, [queries, size])
  const found = graph.scope('qformer', () => {
    const embedded = graph.scope('embeddings', () => {
      const words = embedding(context, { name: 'word_embeddings', count: vocabularySize, size }).lookup(ids)
      const places = learnedPositions(context, {
        name: 'position_embeddings',
        count: positions,
        size,
        positions: positionRange(context, ids),
      })
      const joined = graph.node('Concat', [asking, graph.node('Add', [words, places])], { axis: 1 })
      return layerNorm(context, joined, { name: 'layernorm', size, epsilon })
    })
    const seen = repeatForBatch(context, graph.constant('int64', [1]), source, [queries])
    const masks = [paddingMask(context, graph.node('Concat', [seen, attentionMask], { axis: 1 }))]
    const spec = { size, layers: 2, heads: 4, innerSize: 48, epsilon, sourceSize: visionSize, crossEvery: 2 }
    return queryFormer(context, { embedded, queries, hasText: true, masks, source }, spec)
  })
  return linear(context, found, { name: 'language_projection', inputSize: size, outputSize: textSize })
}

/** Repeats each text for each of its pictures: `[batch, length] → [batch·pictures, length]`. */
function perPicture(context: GraphContext, x: Value, pictures: number | undefined): Value {
  if (pictures === undefined) return x
  const { graph } = context
  const repeated = graph.node('Expand', [
    graph.node('Unsqueeze', [x, graph.constant('int64', [1])]),
    graph.constant('int64', [1, pictures, 1]),
  ])
  const length = graph.node('Shape', [x], { start: 1, end: 2 })
  return graph.node('Reshape', [repeated, graph.node('Concat', [graph.constant('int64', [-1]), length], { axis: 0 })])
}

const text = llama({ epsilon: 1e-6 })
const config = (kind: string) => ({
  vision_config: {
    model_type: `${kind}_vision_model`,
    hidden_size: visionSize,
    intermediate_size: 64,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    image_size: imageSize,
    patch_size: 16,
    hidden_act: 'gelu',
    layer_norm_eps: 1e-6,
    qkv_bias: true,
  },
  qformer_config: {
    model_type: `${kind}_qformer`,
    vocab_size: vocabularySize,
    hidden_size: size,
    num_hidden_layers: 2,
    num_attention_heads: 4,
    intermediate_size: 48,
    hidden_act: 'gelu',
    max_position_embeddings: positions,
    layer_norm_eps: epsilon,
    cross_attention_frequency: 2,
    encoder_hidden_size: visionSize,
  },
  text_config: text.config,
  use_decoder_only_language_model: true,
})

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('instructblip', {
    prefix: 'InstructBlip',
    config: { ...config('instructblip'), num_query_tokens: 4, image_token_index: imageToken },
    spec: { decoder: text.spec, positions: 'counted', modalities: [{ token: imageToken, features: (context) => instructed(context, 4) }] },
    note: 'with a decoder of Llama, as Vicuna is',
  }),
  visionLanguageType('instructblipvideo', {
    prefix: 'InstructBlipVideo',
    config: { ...config('instructblipvideo'), num_query_tokens: 2, video_token_index: imageToken + 2 },
    spec: {
      decoder: text.spec,
      positions: 'counted',
      modalities: [{ token: imageToken + 2, features: (context) => instructed(context, 2, frames) }],
    },
    note: 'videos are of two frames, each read with the whole instruction; with a decoder of Llama, as Vicuna is',
  }),
]
