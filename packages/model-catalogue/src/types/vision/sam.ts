import type { Value } from '@vitest-hardware/onnx-graph'
import {
  decodeMasks,
  enlarge,
  maskCount,
  type MaskDecoderSpec,
  maskQualities,
  masksOf,
  channelNorm,
  promptTokens,
  threeLayers,
} from '../../architectures/mask-decoder.ts'
import { samNeck, samTower, type SamTowerSpec } from '../../architectures/sam-tower.ts'
import { activate } from '../../blocks/activation.ts'
import { add, reshape, slice, unsqueeze } from '../../blocks/arithmetic.ts'
import { convolution } from '../../blocks/convolution.ts'
import { imageNetStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { GraphFile, ModelType } from '../../model-type.ts'

const tower: SamTowerSpec = {
  size: 32,
  layers: 3,
  heads: 4,
  innerSize: 64,
  epsilon: 1e-6,
  image: 64,
  patch: 16,
  window: 3,
  globalLayers: [1, 2],
  outputChannels: 32,
}
const spec: MaskDecoderSpec = { size: 32, heads: 4, layers: 2, innerSize: 64, side: tower.image / tower.patch, image: tower.image }
const [prompts, points] = ['point_batch_size', 'nb_points_per_image']
const { size, side } = spec

/** The image's embedding, and what the first layer that sees the whole image gives. */
function imageEmbedding(context: GraphContext): { readonly embedding: Value; readonly early: Value } {
  const { graph } = context
  const pixels = pixelsInput(context, { channels: 3, size: tower.image })
  const early: Value[] = []
  const embedding = graph.scope('vision_encoder', () => {
    const x = samTower(context, pixels, tower, (layer, value) => layer === tower.globalLayers[0] && early.push(value))
    return graph.scope('neck', () => samNeck(context, x, tower))
  })
  return { embedding, early: early[0]! }
}

function prompt(context: GraphContext): Value {
  const { graph } = context
  const places = graph.input('input_points', 'float32', [batch, prompts, points, 2])
  const labels = graph.input('input_labels', 'int64', [batch, prompts, points])
  return promptTokens(context, places, labels, spec)
}

function segmentAnything(context: GraphContext): void {
  const { graph } = context
  const { embedding } = imageEmbedding(context)
  const decoded = decodeMasks(context, { image: embedding, prompts: prompt(context) }, spec)
  graph.output('iou_scores', maskQualities(context, decoded, size), 'float32', [batch, prompts, maskCount])
  const masks = masksOf(context, decoded.weights, decoded.pixels, decoded.leading, spec)
  graph.output('pred_masks', masks, 'float32', [batch, prompts, maskCount, 4 * side, 4 * side])
}

/** Copies of a map for each prompt: `[batch, …] → [batch·prompts, …]`. */
function copied(context: GraphContext, x: Value, leading: Value, dims: readonly number[]): Value {
  const { graph } = context
  const shape = graph.node('Concat', [leading, graph.constant('int64', dims)], { axis: 0 })
  return reshape(context, graph.node('Expand', [unsqueeze(context, x, 1), shape]), [-1, ...dims])
}

/**
 * SAM-HQ: one more token whose mask is made of early, late and upscaled features together (Ke et al. 2023, arXiv:2306.01567, §3.2);
 * it is added to the best masks, which come in the order of their qualities.
 */
function highQuality(context: GraphContext): void {
  const { graph } = context
  const { embedding, early } = imageEmbedding(context)
  const decoded = decodeMasks(context, { image: embedding, prompts: prompt(context), further: ['hq_token.weight'] }, spec)
  const [qualities, order] = graph.nodes(
    'TopK',
    [maskQualities(context, decoded, size), graph.constant('int64', [maskCount])],
    { axis: -1, largest: 1, sorted: 1 },
    { outputs: 2 },
  ) as [Value, Value]
  const masks = masksOf(context, decoded.weights, decoded.pixels, decoded.leading, spec)
  const places = graph.node('Expand', [unsqueeze(context, order, 3, 4), graph.node('Shape', [masks])])
  const sorted = graph.node('GatherElements', [masks, places], { axis: 2 })
  const fine = graph.scope('mask_decoder', () => {
    const first = enlarge(context, graph.node('Transpose', [early], { perm: [0, 3, 1, 2] }), {
      names: ['compress_vit_conv1', 'compress_vit_norm', 'compress_vit_conv2'],
      sizes: [tower.size, size, size / 8],
      lastActivation: false,
    })
    const second = enlarge(context, embedding, {
      names: ['encoder_conv1', 'encoder_norm', 'encoder_conv2'],
      sizes: [size, size / 4, size / 8],
      lastActivation: false,
    })
    const sides = { kernel: [3, 3], padding: 1 }
    const inner = convolution(context, decoded.pixels, { name: 'mask_conv1', inputChannels: size / 8, outputChannels: size / 4, ...sides })
    const normed = activate(context, channelNorm(context, inner, 'mask_norm', size / 4), 'gelu')
    const third = convolution(context, normed, { name: 'mask_conv2', inputChannels: size / 4, outputChannels: size / 8, ...sides })
    const pixels = add(context, third, copied(context, add(context, first, second), decoded.leading, [size / 8, 4 * side, 4 * side]))
    const weights = threeLayers(context, slice(context, decoded.tokens, 1, 2 + maskCount, 3 + maskCount), 'hq_mask_mlp', size, size / 8)
    return masksOf(context, weights, pixels, decoded.leading, spec)
  })
  graph.output('iou_scores', qualities, 'float32', [batch, prompts, maskCount])
  graph.output('pred_masks', add(context, sorted, fine), 'float32', [batch, prompts, maskCount, 4 * side, 4 * side])
}

function samType(
  type: string,
  prefix: string,
  build: (context: GraphContext) => void,
  fields: Readonly<Record<string, unknown>>,
  note: string,
): ModelType {
  const graphs: readonly [GraphFile] = [{ name: 'model', build }]
  return {
    type,
    tasks: ['mask-generation', 'feature-extraction'],
    config: {
      model_type: type,
      architectures: [`${prefix}Model`],
      vision_config: {
        model_type: `${type}_vision_model`,
        hidden_size: tower.size,
        output_channels: tower.outputChannels,
        num_hidden_layers: tower.layers,
        num_attention_heads: tower.heads,
        num_channels: 3,
        image_size: tower.image,
        patch_size: tower.patch,
        hidden_act: 'gelu',
        layer_norm_eps: tower.epsilon,
        qkv_bias: true,
        use_abs_pos: true,
        use_rel_pos: true,
        window_size: tower.window,
        global_attn_indexes: tower.globalLayers,
        mlp_dim: tower.innerSize,
      },
      prompt_encoder_config: {
        hidden_size: size,
        image_size: tower.image,
        patch_size: tower.patch,
        mask_input_channels: 4,
        num_point_embeddings: 4,
      },
      mask_decoder_config: {
        hidden_size: size,
        hidden_act: 'relu',
        mlp_dim: spec.innerSize,
        num_hidden_layers: spec.layers,
        num_attention_heads: spec.heads,
        attention_downsample_rate: 2,
        num_multimask_outputs: maskCount,
        iou_head_depth: 3,
        iou_head_hidden_dim: size,
        ...fields,
      },
    },
    preprocessor: { kind: 'image', processorClass: 'SamImageProcessor' },
    graphs,
    heads: { 'feature-extraction': { architecture: `${prefix}Model`, graphs } },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'SamImageProcessor',
        size: { height: tower.image, width: tower.image },
        statistics: imageNetStatistics,
        processorClass: `${prefix}Processor`,
      }),
    },
    transformersJs: null,
    note: `${note}; prompts are points, boxes and masks are other inputs of upstream’s; Transformers.js loads it in two sessions, image and prompt apart`,
  }
}

export const modelTypes: readonly ModelType[] = [
  samType(
    'sam',
    'Sam',
    segmentAnything,
    {},
    'an image encoder in windows, points as Fourier features, a decoder in which tokens and image see each other',
  ),
  samType('sam_hq', 'SamHQ', highQuality, { vit_dim: tower.size }, 'SAM with a token of high quality over early and late features'),
]
