import type { Value } from '@vitest-hardware/onnx-graph'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { type GridImages, gridPlaces, gridTower, type GridTowerSpec } from '../../architectures/grid-tower.ts'
import { clipNames } from '../../architectures/vision-tower.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { perceptronProjector } from '../../blocks/projector.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch } from '../../graphs/text-inputs.ts'
import { gridSide } from '../../inputs/vision-language-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { liquidAttention, liquidDense, liquidNorm, liquidNorms, shortConvolution } from '../state-space/recurrent.ts'
import { gridBase, gridPatch, gridSize, join, joinedSize, merge } from './grid-features.ts'
import { textHeads, textHeadSize, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const positionSide = 3
const patches = gridSide * gridSide
const values = 3 * gridPatch * gridPatch
const projectorSize = 48
const theta = 1_000_000

/** SigLIP 2's tower for images of any shape (arXiv:2502.14786, §2.4.2): positions are resized to each; they only grow here, so that smoothing changes nothing. */
const { theta: _, ...withoutRotation } = gridBase
const tower: GridTowerSpec = {
  ...withoutRotation,
  temporal: 1,
  order: 'rows',
  activation: 'gelu_pytorch_tanh',
  epsilon: 1e-6,
  norm: 'layer',
  names: clipNames,
  patches: { name: 'patch_embedding', bias: true, kind: 'linear' },
  embeddingScope: 'embeddings',
  after: 'post_layernorm',
  positions: { name: 'position_embedding', side: positionSide, mode: 'linear-half-pixel' },
}

/** Declares patches with their mask and the shape of each image. */
function images(context: GraphContext): GridImages {
  const { graph } = context
  const pixels = graph.input('pixel_values', 'float32', [batch, patches, values])
  const attentionMask = graph.input('pixel_attention_mask', 'int64', [batch, patches])
  const shapes = graph.input('spatial_shapes', 'int64', [batch, 2])
  const frames = repeatForBatch(context, graph.constant('int64', [1]), shapes, [1])
  return {
    pixels: graph.node('Reshape', [pixels, graph.constant('int64', [-1, values])]),
    grid: graph.node('Concat', [frames, shapes], { axis: 1 }),
    mask: paddingMask(context, attentionMask),
  }
}

/** Squares of four patches to one, a norm, two layers (LFM2, arXiv:2511.23404, §5). */
function features(context: GraphContext): Value {
  const { graph } = context
  const given = images(context)
  const tokens = graph.scope('vision_tower.vision_model', () => gridTower(context, given, tower))
  const { rows, columns, width } = gridPlaces(context, given.grid, merge)
  const order = graph.node('Add', [graph.node('Mul', [rows, width]), columns])
  const squares = join(context, graph.node('Gather', [tokens, order], { axis: 1 }))
  return graph.scope('multi_modal_projector', () =>
    perceptronProjector(context, layerNorm(context, squares, { name: 'layer_norm', size: joinedSize, epsilon: 1e-5 }), {
      names: ['linear_1', 'linear_2'],
      inputSize: joinedSize,
      innerSize: projectorSize,
      outputSize: textSize,
      activation: 'gelu',
    }),
  )
}

const decoder: DecoderSpec = {
  vocabulary: vocabularySize,
  size: textSize,
  norm: liquidNorm,
  names: { body: 'language_model', finalNorm: 'embedding_norm' },
  layers: [
    { mixer: shortConvolution, feedForward: liquidDense, norms: liquidNorms },
    { mixer: liquidAttention, feedForward: liquidDense, norms: liquidNorms, rotary: { size: textHeadSize, theta } },
  ],
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('lfm2_vl', {
    prefix: 'Lfm2Vl',
    config: {
      image_token_id: imageToken,
      downsample_factor: merge,
      projector_hidden_act: 'gelu',
      projector_hidden_size: projectorSize,
      projector_bias: true,
      projector_use_layernorm: true,
      vision_config: {
        model_type: 'siglip2_vision_model',
        hidden_size: gridSize,
        intermediate_size: 64,
        num_hidden_layers: 2,
        num_attention_heads: 4,
        num_channels: 3,
        num_patches: positionSide * positionSide,
        patch_size: gridPatch,
        hidden_act: 'gelu_pytorch_tanh',
        layer_norm_eps: 1e-6,
      },
      text_config: {
        model_type: 'lfm2',
        vocab_size: vocabularySize,
        hidden_size: textSize,
        intermediate_size: 64,
        num_hidden_layers: 2,
        num_attention_heads: textHeads,
        num_key_value_heads: 2,
        layer_types: ['conv', 'full_attention'],
        conv_L_cache: 3,
        conv_bias: false,
        norm_eps: liquidNorm.epsilon,
        rope_theta: theta,
        max_position_embeddings: 512,
        tie_word_embeddings: true,
      },
    },
    spec: { decoder, modalities: [{ token: imageToken, features }] },
    note: 'all images of one call have the shape of the first row of spatial_shapes',
  }),
]
