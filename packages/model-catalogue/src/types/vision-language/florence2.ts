import type { Value } from '@vitest-hardware/onnx-graph'
import {
  type CrossDecoderSpec,
  type CrossEncoder,
  crossHiddenGraph,
  fairseqNames,
  recognitionGraphs,
} from '../../architectures/cross-decoder.ts'
import { dualAttentionTower, type DualAttentionSpec } from '../../architectures/dual-attention-tower.ts'
import { attention } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { flattenGrid } from '../../blocks/patch.ts'
import { placeWhere } from '../../blocks/placed-features.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { imageToken } from './vision-language-type.ts'

const size = 32
const [layers, heads, innerSize, positions] = [2, 4, 64, 64]
const epsilon = 1e-5
const maxSide = 8

const tower: DualAttentionSpec = {
  image: 16,
  window: 3,
  ratio: 2,
  stages: [
    { size: 16, kernel: 7, stride: 4, padding: 3, normFirst: false, depth: 1, heads: 2, groups: 2 },
    { size: 24, kernel: 3, stride: 2, padding: 1, normFirst: true, depth: 1, heads: 4, groups: 4 },
  ],
}
const seenSize = tower.stages.at(-1)!.size
const imageTokens = 5

/** Places by row and column are added; the image's mean comes before its cells (Florence-2, arXiv:2311.06242, §4.1). */
function imageFeatures(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const { grid, side } = graph.scope('vision_tower', () => dualAttentionTower(context, pixels, tower))
  return graph.scope('multi_modal_projector', () => {
    const places = Array.from({ length: side * side }, (_, index) => index)
    const look = (name: string, indices: readonly number[]): Value =>
      graph.scope(`image_position_embed.${name}`, () =>
        graph.node('Gather', [context.weight('weight', [maxSide, seenSize / 2], { std: 0.5 }), graph.constant('int64', indices)], {
          axis: 0,
        }),
      )
    const columns = look(
      'column_embeddings',
      places.map((place) => place % side),
    )
    const rows = look(
      'row_embeddings',
      places.map((place) => Math.floor(place / side)),
    )
    const placed = graph.node('Add', [flattenGrid(context, grid, seenSize), graph.node('Concat', [columns, rows], { axis: -1 })])
    // the first frame's sinusoid: sine 0 and cosine 1 by turns
    const firstFrame = Array.from({ length: seenSize }, (_, index) => index % 2)
    const timed = graph.node('Add', [placed, graph.constant('float32', firstFrame)])
    const mean = graph.node('ReduceMean', [timed, graph.constant('int64', [1])], { keepdims: 1 })
    const tokens = graph.node('Concat', [mean, timed], { axis: 1 })
    const projected = linear(context, tokens, { name: 'image_projection', inputSize: seenSize, outputSize: size, bias: false })
    return layerNorm(context, projected, { name: 'image_proj_norm', size, epsilon })
  })
}

const body = 'model.language_model.decoder'
const { attention: names } = fairseqNames

/** BART's encoder over text with image features in place; its table of tokens is the decoder's. */
const encoder: CrossEncoder = (context) => {
  const { graph } = context
  const ids = idsInput(context, 'input_ids', encoderSequence)
  const attentionMask = idsInput(context, 'attention_mask', encoderSequence)
  const pixels = pixelsInput(context, { channels: 3, size: tower.image })
  const words = graph.scope(body, () => embedding(context, { name: 'embed_tokens', count: vocabularySize, size, std: 0.25 }).lookup(ids))
  const features = graph.scope('model', () => imageFeatures(context, pixels))
  const isPlace = graph.node('Equal', [ids, graph.constant('int64', imageToken)])
  const embedded = placeWhere(context, { isPlace, embeddings: words, features, size })
  const hidden = graph.scope('model.language_model.encoder', () => {
    const norm = (y: Value, name: string): Value => layerNorm(context, y, { name, size, epsilon })
    const shifted = graph.node('Add', [positionRange(context, ids), graph.constant('int64', 2)])
    const places = learnedPositions(context, { name: 'embed_positions', count: positions + 2, size, positions: shifted })
    const biases = [paddingMask(context, attentionMask)]
    let x = norm(graph.node('Add', [embedded, places]), 'layernorm_embedding')
    for (let layer = 0; layer < layers; layer++) {
      x = graph.scope(`layers.${layer}`, () => {
        const seen = graph.scope('self_attn', () => attention(context, x, { size, heads, names, biases }))
        const middle = norm(graph.node('Add', [x, seen]), 'self_attn_layer_norm')
        const fed = feedForward(context, middle, { names: { up: 'fc1', down: 'fc2' }, size, innerSize, activation: 'gelu' })
        return norm(graph.node('Add', [middle, fed]), 'final_layer_norm')
      })
    }
    return x
  })
  return { hidden, mask: attentionMask, hiddenLength: encoderSequence }
}

const decoder: CrossDecoderSpec = {
  body,
  vocabulary: vocabularySize,
  size,
  layers,
  heads,
  innerSize,
  activation: 'gelu',
  names: { ...fairseqNames, finalNorm: null },
  norms: 'behind',
  positions: { kind: 'learned', count: positions, offset: 2 },
  embeddingNorm: 'layernorm_embedding',
}

const graphs = recognitionGraphs(encoder, decoder, { encoderIsMasked: true })
const generator = { architecture: 'Florence2ForConditionalGeneration', graphs }
const stage = <Key extends keyof DualAttentionSpec['stages'][number]>(key: Key) => tower.stages.map((one) => one[key])

export const modelTypes: readonly ModelType[] = [
  {
    type: 'florence2',
    tasks: ['image-text-to-text', 'feature-extraction', 'pretraining', 'any-to-any'],
    config: {
      model_type: 'florence2',
      architectures: ['Florence2ForConditionalGeneration'],
      is_encoder_decoder: true,
      image_token_id: imageToken,
      image_seq_length: imageTokens,
      vision_config: {
        model_type: 'florence_vision',
        in_channels: 3,
        image_size: tower.image,
        depths: stage('depth'),
        patch_size: stage('kernel'),
        patch_stride: stage('stride'),
        patch_padding: stage('padding'),
        patch_prenorm: stage('normFirst'),
        embed_dim: stage('size'),
        num_heads: stage('heads'),
        num_groups: stage('groups'),
        window_size: tower.window,
        mlp_ratio: tower.ratio,
        qkv_bias: true,
        activation_function: 'gelu',
        projection_dim: size,
        max_temporal_embeddings: 100,
        max_position_embeddings: maxSide,
      },
      text_config: {
        model_type: 'bart',
        vocab_size: vocabularySize,
        d_model: size,
        encoder_layers: layers,
        decoder_layers: layers,
        encoder_attention_heads: heads,
        decoder_attention_heads: heads,
        encoder_ffn_dim: innerSize,
        decoder_ffn_dim: innerSize,
        activation_function: 'gelu',
        max_position_embeddings: positions,
        scale_embedding: false,
      },
      decoder_start_token_id: 2,
      pad_token_id: 1,
      bos_token_id: 0,
      eos_token_id: 2,
    },
    preprocessor: { kind: 'none' },
    graphs,
    heads: {
      'feature-extraction': { architecture: 'Florence2Model', graphs: [crossHiddenGraph(encoder, decoder)] },
      pretraining: generator,
      'any-to-any': generator,
    },
    transformersJs: null,
    note: 'Transformers.js loads this type as separate graphs for embeddings, vision tower, encoder and decoder; no tokenizer here has a token for images',
  },
]
