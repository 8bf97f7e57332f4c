import type { Value } from '@vitest-hardware/onnx-graph'
import { bertLayerNames, encoderLayer, type EncoderShared, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { activate } from '../../blocks/activation.ts'
import { add } from '../../blocks/arithmetic.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, repeatForBatch } from '../../blocks/patch.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import { halfStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { maskedLanguageLogits, pooled, type TextFeatures } from '../../heads/text.ts'
import { labelCount } from '../../heads/vision.ts'
import type { GraphFile, ModelType } from '../../model-type.ts'
import { bertHead, bertSizes, bertLikeConfig, bertLikeSpec } from '../encoder-only/encoder-parts.ts'
import { labelMaps } from '../vision/labels.ts'

const size = 32
const vocabulary = bertSizes.vocab_size

/** BERT's sum of words, types and positions, without its norm. */
function textSum(context: GraphContext, ids: Value, types: Value): Value {
  const words = embedding(context, { name: 'word_embeddings', count: vocabulary, size }).lookup(ids)
  const typed = embedding(context, { name: 'token_type_embeddings', count: 2, size, std: 0.5 }).lookup(types)
  return add(
    context,
    words,
    typed,
    learnedPositions(context, { name: 'position_embeddings', count: 512, size, positions: positionRange(context, ids) }),
  )
}

/** Runs layers of a text encoder over tokens that are more than text; `mask` is int64 `[batch, tokens]`. */
function layersOver(context: GraphContext, spec: TextEncoderSpec, embedded: Value, mask: Value): Value {
  const shared: EncoderShared = { inputs: { ids: '', attentionMask: mask, further: {} }, mask: paddingMask(context, mask), own: undefined }
  let x = embedded
  for (let layer = 0; layer < spec.layers; layer++) {
    x = context.graph.scope(`encoder.layer.${layer}`, () => encoderLayer(spec, context, x, shared, layer))
  }
  return x
}

const visualTokens = 'visual_sequence_length'

/** VisualBERT: what a detector saw of regions stands behind the text, with types and positions of its own (Li et al. 2019, arXiv:1908.03557, §3.2). */
function visualBert(context: GraphContext): TextFeatures {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const textMask = idsInput(context, 'attention_mask')
  const types = idsInput(context, 'token_type_ids')
  const regions = graph.input('visual_embeds', 'float32', [batch, visualTokens, 24])
  const regionMask = graph.input('visual_attention_mask', 'int64', [batch, visualTokens])
  const regionTypes = graph.input('visual_token_type_ids', 'int64', [batch, visualTokens])
  return graph.scope('visual_bert', () => {
    const embedded = graph.scope('embeddings', () => {
      const text = textSum(context, ids, types)
      const seen = linear(context, regions, { name: 'visual_projection', inputSize: 24, outputSize: size })
      const typed = embedding(context, { name: 'visual_token_type_embeddings', count: 2, size, std: 0.5 }).lookup(regionTypes)
      // regions have no order: all stand at position 0
      const placed = embedding(context, { name: 'visual_position_embeddings', count: 512, size, std: 0.5 }).lookup(
        graph.node('Mul', [regionTypes, graph.constant('int64', 0)]),
      )
      return layerNorm(context, graph.node('Concat', [text, add(context, seen, placed, typed)], { axis: 1 }), {
        name: 'LayerNorm',
        size,
        epsilon: 1e-12,
      })
    })
    const mask = graph.node('Concat', [textMask, regionMask], { axis: 1 })
    const words = graph.scope('embeddings', () => embedding(context, { name: 'word_embeddings', count: vocabulary, size }).weight)
    return { hidden: layersOver(context, bertLikeSpec(), embedded, mask), size, words }
  })
}

const all = `${sequence} + ${visualTokens}`
const visualPooler = { kind: 'pooler', scope: 'visual_bert.pooler' } as const
const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]

const [image, patch] = [32, 8]
const patches = (image / patch) ** 2

/** ViLT's layers are ViT's: norms before attention and feed-forward. */
const viltSpec = bertLikeSpec({
  norm: 'pre',
  names: {
    ...bertLayerNames,
    query: 'attention.attention.query',
    key: 'attention.attention.key',
    value: 'attention.attention.value',
    attentionNorm: 'layernorm_before',
    outputNorm: 'layernorm_after',
  },
})

/**
 * ViLT: words and patches in one stream, told apart by an embedding of their kind (Kim et al. 2021, arXiv:2102.03334, §3.1). All patches are taken, in order;
 * upstream draws them in any order, which attention does not see.
 */
function vilt(context: GraphContext): TextFeatures {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const textMask = idsInput(context, 'attention_mask')
  const types = idsInput(context, 'token_type_ids')
  const pixels = pixelsInput(context, { channels: 3, size: image })
  return graph.scope('vilt', () => {
    const embedded = graph.scope('embeddings', () => {
      const text = graph.scope('text_embeddings', () =>
        layerNorm(context, textSum(context, ids, types), { name: 'LayerNorm', size, epsilon: 1e-12 }),
      )
      const seen = patchEmbedding(context, pixels, { name: 'patch_embeddings.projection', channels: 3, size, patch })
      const first = repeatForBatch(context, context.weight('cls_token', [1, 1, size], { std: 1 }), seen, [1, size])
      const placed = add(
        context,
        graph.node('Concat', [first, seen], { axis: 1 }),
        context.weight('position_embeddings', [1, patches + 1, size], { std: 0.5 }),
      )
      const kinds = graph.scope('token_type_embeddings', () => context.weight('weight', [2, size], { std: 0.5 }))
      const kind = (index: number): Value => graph.node('Gather', [kinds, graph.constant('int64', [index])], { axis: 0 })
      return graph.node('Concat', [add(context, text, kind(0)), add(context, placed, kind(1))], { axis: 1 })
    })
    const shown = graph.node('Expand', [
      graph.constant('int64', [1]),
      graph.node('Concat', [graph.node('Shape', [ids], { start: 0, end: 1 }), graph.constant('int64', [patches + 1])], { axis: 0 }),
    ])
    const x = layersOver(context, viltSpec, embedded, graph.node('Concat', [textMask, shown], { axis: 1 }))
    return { hidden: layerNorm(context, x, { name: 'layernorm', size, epsilon: 1e-12 }), size }
  })
}

const viltPooler = { kind: 'pooler', scope: 'vilt.pooler' } as const

function viltAnswers(context: GraphContext): void {
  const { graph } = context
  const summary = pooled(context, vilt(context), viltPooler)
  const logits = graph.scope('classifier', () => {
    const wide = linear(context, summary, { name: '0', inputSize: size, outputSize: 2 * size })
    const active = activate(context, layerNorm(context, wide, { name: '1', size: 2 * size, epsilon: 1e-5 }), 'gelu')
    return linear(context, active, { name: '3', inputSize: 2 * size, outputSize: labelCount })
  })
  graph.output('logits', logits, 'float32', [batch, labelCount])
}

const noClass = (type: string): string => `Transformers.js 4.3 has no class for ${type}`

export const modelTypes: readonly ModelType[] = [
  {
    type: 'visual_bert',
    tasks: ['feature-extraction', 'pretraining'],
    config: bertLikeConfig('visual_bert', 'VisualBertModel', {
      visual_embedding_dim: 24,
      bypass_transformer: false,
      special_visual_initialize: true,
    }),
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs: one((context) => {
      const text = visualBert(context)
      context.graph.output('last_hidden_state', text.hidden, 'float32', [batch, all, size])
      context.graph.output('pooler_output', pooled(context, text, visualPooler), 'float32', [batch, size])
    }),
    heads: {
      pretraining: {
        architecture: 'VisualBertForPreTraining',
        graphs: one((context) => {
          const text = visualBert(context)
          context.graph.output('prediction_logits', maskedLanguageLogits(context, text, bertHead(), vocabulary), 'float32', [
            batch,
            all,
            vocabulary,
          ])
          const order = linear(context, pooled(context, text, visualPooler), {
            name: 'cls.seq_relationship',
            inputSize: size,
            outputSize: 2,
          })
          context.graph.output('seq_relationship_logits', order, 'float32', [batch, 2])
        }),
      },
    },
    transformersJs: null,
    note: `what a detector saw of regions stands behind the text; ${noClass('visual_bert')}`,
  },
  {
    type: 'vilt',
    tasks: ['visual-question-answering', 'feature-extraction'],
    config: bertLikeConfig('vilt', 'ViltForQuestionAnswering', {
      image_size: image,
      patch_size: patch,
      num_channels: 3,
      qkv_bias: true,
      modality_type_vocab_size: 2,
      max_image_length: -1,
      ...labelMaps(labelCount),
    }),
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'BertTokenizer',
      processorClass: 'ViltProcessor',
      imageProcessorClass: 'ViltImageProcessor',
    },
    graphs: one(viltAnswers),
    heads: {
      'feature-extraction': {
        architecture: 'ViltModel',
        graphs: one((context) => {
          const text = vilt(context)
          context.graph.output('last_hidden_state', text.hidden, 'float32', [batch, `${sequence} + ${patches + 1}`, size])
          context.graph.output('pooler_output', pooled(context, text, viltPooler), 'float32', [batch, size])
        }),
      },
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'ViltImageProcessor',
        processorClass: 'ViltProcessor',
        size: { shortest_edge: image },
        statistics: halfStatistics,
        crop: image,
      }),
    },
    transformersJs: null,
    note: `words and patches in one stream; ${noClass('vilt')}`,
  },
]
