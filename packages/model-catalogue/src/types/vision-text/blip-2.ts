import type { Value } from '@vitest-hardware/onnx-graph'
import { queryFormer } from '../../architectures/query-former.ts'
import { postNormLayers, wordEmbeddings } from '../../architectures/post-norm-text.ts'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { type VisionLanguageSpec, visionLanguageGraph } from '../../architectures/vision-language.ts'
import { blocksNames, learnedQueries, visionTower, type VisionTowerSpec } from '../../architectures/vision-tower.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { unitLength } from '../../blocks/normalise.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { tokenAt } from '../../blocks/patch.ts'
import { clipStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { attentionOf, layerNormDecoder, layers, maxPositions, network, projections, size } from '../decoder-only/decoder-parts.ts'
import { imageToken } from '../vision-language/vision-language-type.ts'
import { imageBatch, pairedPixels, pairedTextInputs, textBatch } from './contrastive.ts'
import { pairSizes } from './contrastive-type.ts'

const { image, patch, projection } = pairSizes
const queries = 4
const queryEpsilon = 1e-12
const query = { size: 24, layers: 2, heads: 4, innerSize: 48, epsilon: queryEpsilon, sourceSize: pairSizes.size, crossEvery: 2 }

/** EVA-CLIP's tower (Li et al. 2023, arXiv:2301.12597, §3.1). */
const tower: VisionTowerSpec = {
  size: pairSizes.size,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  epsilon: 1e-6,
  norm: 'layer',
  image,
  patch,
  patches: { name: 'patch_embedding', bias: true },
  embeddingScope: 'embeddings',
  classToken: 'class_embedding',
  positions: 'position_embedding',
  after: 'post_layernorm',
  names: {
    ...blocksNames,
    layers: 'encoder.layers',
    norms: ['layer_norm1', 'layer_norm2'],
    attention: 'self_attn',
    projections: { fused: 'qkv', output: 'projection' },
  },
}

/** What the learned queries find in the image: `[images, queries, size]`. */
function find(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const source = graph.scope('vision_model', () => visionTower(context, pixels, tower))
  const asked = learnedQueries(context, source, { name: 'query_tokens', count: queries, size: query.size })
  return graph.scope('qformer', () => {
    const embedded = layerNorm(context, asked, { name: 'layernorm', size: query.size, epsilon: queryEpsilon })
    return queryFormer(context, { embedded, queries, hasText: false, masks: [], source }, query)
  })
}

/** The text through the layers' other network, without a look at the image: `[texts, length, size]`. */
function read(context: GraphContext, ids: Value, attentionMask: Value): Value {
  const { graph } = context
  const { embedded } = graph.scope('embeddings', () =>
    wordEmbeddings(context, ids, { vocabulary: vocabularySize, size: query.size, epsilon: queryEpsilon, maxPositions: 64, norm: null }),
  )
  return graph.scope('qformer', () => {
    const normed = layerNorm(context, embedded, { name: 'layernorm', size: query.size, epsilon: queryEpsilon })
    const spec = { ...query, activation: 'gelu', inner: 'attention' } as const
    return postNormLayers(context, normed, spec, { biases: [paddingMask(context, attentionMask)] })
  })
}

/** Each text's likeness to the image's best query (arXiv:2301.12597, §3.2). */
function retrieval(context: GraphContext): void {
  const { graph } = context
  const { ids, attentionMask } = pairedTextInputs(context, true)
  const pixels = pairedPixels(context, { channels: 3, size: image })
  const project = (x: Value, name: string): Value =>
    unitLength(context, linear(context, x, { name, inputSize: query.size, outputSize: projection }))
  const images = project(find(context, pixels), 'vision_projection')
  const texts = project(tokenAt(context, read(context, ids, attentionMask!), 0), 'text_projection')
  const all = graph.node('MatMul', [images, graph.node('Transpose', [texts], { perm: [1, 0] })])
  const best = graph.node('ReduceMax', [all, graph.constant('int64', [1])], { keepdims: 0 })
  graph.output('logits_per_image', best, 'float32', [imageBatch, textBatch])
  graph.output('logits_per_text', graph.node('Transpose', [best], { perm: [1, 0] }), 'float32', [textBatch, imageBatch])
  graph.output('text_embeds', texts, 'float32', [textBatch, projection])
  graph.output('image_embeds', images, 'float32', [imageBatch, queries, projection])
}

/** OPT. */
const decoder: DecoderSpec = layerNormDecoder({
  names: { body: 'model.decoder', finalNorm: 'final_layer_norm' },
  positions: { kind: 'learned', name: 'embed_positions', count: maxPositions, offset: 2 },
  positionInput: false,
  layers: layers({
    mixer: attentionOf({ projections: projections(true), output: { name: 'out_proj', bias: true } }),
    norms: ['self_attn_layer_norm', 'final_layer_norm'],
    feedForward: network('', 'fc1', 'fc2', 'relu', { innerSize: 4 * size }),
  }),
})

const spec: VisionLanguageSpec = {
  decoder,
  scope: 'language_model',
  positions: 'counted',
  modalities: [
    {
      token: imageToken,
      features: (context) =>
        linear(context, find(context, pixelsInput(context, { channels: 3, size: image })), {
          name: 'language_projection',
          inputSize: query.size,
          outputSize: size,
        }),
    },
  ],
}

const generating = {
  architecture: 'Blip2ForConditionalGeneration',
  graphs: [{ name: 'model', build: (context: GraphContext) => visionLanguageGraph(context, spec, 'logits') }],
} as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'blip-2',
    tasks: ['zero-shot-image-classification', 'feature-extraction', 'image-text-to-text', 'any-to-any', 'visual-question-answering'],
    config: {
      model_type: 'blip-2',
      architectures: ['Blip2ForImageTextRetrieval'],
      vision_config: {
        model_type: 'blip_2_vision_model',
        hidden_size: tower.size,
        intermediate_size: tower.innerSize,
        num_hidden_layers: tower.layers,
        num_attention_heads: tower.heads,
        image_size: image,
        patch_size: patch,
        hidden_act: 'gelu',
        layer_norm_eps: tower.epsilon,
        qkv_bias: true,
      },
      qformer_config: {
        model_type: 'blip_2_qformer',
        vocab_size: vocabularySize,
        hidden_size: query.size,
        num_hidden_layers: query.layers,
        num_attention_heads: query.heads,
        intermediate_size: query.innerSize,
        hidden_act: 'gelu',
        max_position_embeddings: 64,
        layer_norm_eps: queryEpsilon,
        cross_attention_frequency: query.crossEvery,
        encoder_hidden_size: query.sourceSize,
        use_qformer_text_input: true,
      },
      text_config: {
        model_type: 'opt',
        vocab_size: vocabularySize,
        hidden_size: size,
        num_hidden_layers: 2,
        ffn_dim: 4 * size,
        num_attention_heads: 4,
        activation_function: 'relu',
        do_layer_norm_before: true,
        max_position_embeddings: maxPositions,
      },
      num_query_tokens: queries,
      image_text_hidden_size: projection,
      use_decoder_only_language_model: true,
    },
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'GPT2Tokenizer',
      processorClass: 'Blip2Processor',
      imageProcessorClass: 'BlipImageProcessor',
    },
    graphs: [{ name: 'model', build: retrieval }],
    heads: {
      'feature-extraction': { ...generating, architecture: 'Blip2Model', config: { image_token_index: imageToken } },
      'image-text-to-text': { ...generating, config: { image_token_index: imageToken } },
      'any-to-any': { ...generating, config: { image_token_index: imageToken } },
      'visual-question-answering': { ...generating, config: { image_token_index: imageToken } },
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'BlipImageProcessor',
        processorClass: 'Blip2Processor',
        size: { height: image, width: image },
        statistics: clipStatistics,
        resample: 'bicubic',
      }),
    },
    transformersJs: null,
    note: 'texts take the networks beside those of the queries; the decoder of the heads that generate is OPT, as upstream has it by default, and so is the class without a head; Transformers.js has no class for it',
  },
]
