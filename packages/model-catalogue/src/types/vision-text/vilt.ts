import type { Value } from '@vitest-hardware/onnx-graph'
import { tanhPooler, visionLayers, lastNorm, type VisionTransformerSpec, vitNames } from '../../architectures/vision-transformer.ts'
import { wordEmbeddings } from '../../architectures/post-norm-text.ts'
import { activate } from '../../blocks/activation.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken, tokenAt } from '../../blocks/patch.ts'
import { repeatForBatch } from '../../blocks/patch.ts'
import { halfStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { labelCount } from '../../heads/vision.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { labelMaps } from '../vision/labels.ts'

const config = {
  model_type: 'vilt',
  architectures: ['ViltForQuestionAnswering'],
  vocab_size: vocabularySize,
  type_vocab_size: 2,
  modality_type_vocab_size: 2,
  max_position_embeddings: 40,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  layer_norm_eps: 1e-12,
  image_size: 32,
  patch_size: 8,
  num_channels: 3,
  qkv_bias: true,
  max_image_length: -1,
  tie_word_embeddings: false,
  ...labelMaps(labelCount),
} as const

const { hidden_size: size, layer_norm_eps: epsilon, image_size: image, patch_size: patch } = config
const side = image / patch
const imageTokens = side ** 2 + 1

const spec: VisionTransformerSpec = {
  image,
  patch,
  size,
  layers: config.num_hidden_layers,
  heads: config.num_attention_heads,
  innerSize: config.intermediate_size,
  activation: config.hidden_act,
  epsilon,
  names: vitNames,
  prefix: [],
}

/** Of each patch whether it is image: the pixel at its corner, which resizing to the nearest takes: int64 `[batch, 1 + patches]`, the class token's included. */
function patchMask(context: GraphContext, pixelMask: Value): Value {
  const { graph } = context
  const all = [0, 0]
  const corners = graph.node('Slice', [
    pixelMask,
    ...[all, [image, image], [1, 2], [patch, patch]].map((values) => graph.constant('int64', values)),
  ])
  const ones = repeatForBatch(context, graph.constant('int64', [1]), pixelMask, [1])
  return graph.node('Concat', [ones, graph.node('Flatten', [corners], { axis: 1 })], { axis: 1 })
}

/** Words and patches in one stack of pre-norm layers, without a network for images before it (Kim et al. 2021, arXiv:2102.03334, §3.1). */
function body(context: GraphContext): { readonly hidden: Value; readonly pooled: () => Value } {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const attentionMask = idsInput(context, 'attention_mask')
  const tokenTypes = idsInput(context, 'token_type_ids')
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const pixelMask = graph.input('pixel_mask', 'int64', [batch, image, image])
  return graph.scope('vilt', () => {
    const embedded = graph.scope('embeddings', () => {
      const { embedded: words } = graph.scope('text_embeddings', () =>
        wordEmbeddings(context, ids, {
          vocabulary: vocabularySize,
          size,
          epsilon,
          maxPositions: config.max_position_embeddings,
          types: { ids: tokenTypes, count: config.type_vocab_size },
        }),
      )
      const patches = patchEmbedding(context, pixels, { name: 'patch_embeddings.projection', channels: 3, size, patch })
      const tokens = prependToken(context, patches, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
      const placed = graph.node('Add', [tokens, context.weight('position_embeddings', [1, imageTokens, size], { std: 0.5 })])
      const kinds = graph.scope('token_type_embeddings', () =>
        context.weight('weight', [config.modality_type_vocab_size, size], { std: 0.5 }),
      )
      const typed = (x: Value, kind: number): Value =>
        graph.node('Add', [x, graph.node('Gather', [kinds, graph.constant('int64', kind)], { axis: 0 })])
      return graph.node('Concat', [typed(words, 0), typed(placed, 1)], { axis: 1 })
    })
    const mask = paddingMask(context, graph.node('Concat', [attentionMask, patchMask(context, pixelMask)], { axis: 1 }))
    const hidden = lastNorm(context, visionLayers(context, embedded, { ...spec, biases: () => [mask] }), spec)
    return { hidden, pooled: () => graph.scope('vilt', () => tanhPooler(context, tokenAt(context, hidden, 0), size)) }
  })
}

function bare(context: GraphContext): void {
  const { hidden, pooled } = body(context)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, `${sequence} + ${imageTokens}`, size])
  context.graph.output('pooler_output', pooled(), 'float32', [batch, size])
}

function answering(context: GraphContext): void {
  const { graph } = context
  const first = body(context).pooled()
  const logits = graph.scope('classifier', () => {
    const wide = linear(context, first, { name: '0', inputSize: size, outputSize: 2 * size })
    const normed = layerNorm(context, wide, { name: '1', size: 2 * size, epsilon: 1e-5 })
    return linear(context, activate(context, normed, 'gelu'), { name: '3', inputSize: 2 * size, outputSize: labelCount })
  })
  graph.output('logits', logits, 'float32', [batch, labelCount])
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'vilt',
    tasks: ['visual-question-answering', 'feature-extraction'],
    config,
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'BertTokenizer',
      processorClass: 'ViltProcessor',
      imageProcessorClass: 'ViltImageProcessor',
    },
    graphs: [{ name: 'model', build: answering }],
    heads: { 'feature-extraction': { architecture: 'ViltModel', graphs: [{ name: 'model', build: bare }] } },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'ViltImageProcessor',
        processorClass: 'ViltProcessor',
        size: { shortest_edge: image },
        statistics: halfStatistics,
        resample: 'bicubic',
        extra: { size_divisor: patch, do_pad: true },
      }),
    },
    transformersJs: null,
    note: 'images have one size, so positions are not resized and patches stay in order, where upstream shuffles them; Transformers.js has no class for it',
  },
]
