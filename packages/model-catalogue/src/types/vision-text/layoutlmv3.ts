import type { Value } from '@vitest-hardware/onnx-graph'
import { postNormLayers, type PostNormSpec, wordEmbeddings } from '../../architectures/post-norm-text.ts'
import { activate } from '../../blocks/activation.ts'
import { reshape, scaled, unsqueeze } from '../../blocks/arithmetic.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { boxSide, gridBoxes, layoutEmbedding, placeBias } from '../../blocks/layout-embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { patchEmbedding, prependToken, repeatForBatch, tokenAt } from '../../blocks/patch.ts'
import { positionRange } from '../../blocks/position.ts'
import { halfStatistics, imagePreprocessor } from '../../folder/preprocessor.ts'
import type { GraphContext } from '../../graph-context.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { causalLabelCount as labels, causalLabels } from '../../heads/causal-text.ts'
import { tokensFrom } from '../../heads/vision.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const config = {
  model_type: 'layoutlmv3',
  architectures: ['LayoutLMv3Model'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  max_position_embeddings: 64,
  type_vocab_size: 1,
  layer_norm_eps: 1e-5,
  pad_token_id: 1,
  bos_token_id: 0,
  eos_token_id: 2,
  max_2d_position_embeddings: 1024,
  coordinate_size: 6,
  shape_size: 4,
  has_relative_attention_bias: true,
  rel_pos_bins: 32,
  max_rel_pos: 128,
  rel_2d_pos_bins: 64,
  max_rel_2d_pos: 256,
  has_spatial_attention_bias: true,
  text_embed: true,
  visual_embed: true,
  input_size: 32,
  num_channels: 3,
  patch_size: 8,
} as const
const { hidden_size: size, layer_norm_eps: epsilon, num_attention_heads: heads, patch_size: patch, input_size: image } = config
const side = image / patch
const imageTokens = side ** 2 + 1

const spec: PostNormSpec = {
  size,
  layers: config.num_hidden_layers,
  heads,
  innerSize: config.intermediate_size,
  activation: config.hidden_act,
  epsilon,
}

/** Positions as RoBERTa counts them. */
function textPositions(context: GraphContext, ids: Value): Value {
  const { graph } = context
  const padding = graph.constant('int64', config.pad_token_id)
  const isToken = graph.node('Cast', [graph.node('Not', [graph.node('Equal', [ids, padding])])], { to: 7 })
  return graph.node('Add', [graph.node('Mul', [graph.node('CumSum', [isToken, graph.constant('int64', 1)]), isToken]), padding])
}

function imageTokensOf(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  const patches = patchEmbedding(context, pixels, { name: 'patch_embed.proj', channels: 3, size, patch })
  const tokens = prependToken(context, patches, context.weight('cls_token', [1, 1, size], { std: 1 }), size)
  const placed = graph.node('Add', [tokens, context.weight('pos_embed', [1, imageTokens, size], { std: 0.5 })])
  return layerNorm(context, placed, { name: 'norm', size, epsilon: 1e-6 })
}

/** Words and patches in one stack, whose scores know their distance in the text and on the page (Huang et al. 2022, arXiv:2204.08387, §3.1). */
function body(context: GraphContext): Value {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const boxes = graph.input('bbox', 'int64', [batch, sequence, 4])
  const attentionMask = idsInput(context, 'attention_mask')
  const pixels = pixelsInput(context, { channels: 3, size: image })
  return graph.scope('layoutlmv3', () => {
    const words = graph.scope('embeddings', () => {
      const layout = layoutEmbedding(context, boxes, {
        count: config.max_2d_position_embeddings,
        coordinateSize: config.coordinate_size,
        shapeSize: config.shape_size,
      })
      return wordEmbeddings(context, ids, {
        vocabulary: vocabularySize,
        size,
        epsilon,
        maxPositions: config.max_position_embeddings,
        positions: textPositions(context, ids),
        types: { ids: graph.constant('int64', [0]), count: config.type_vocab_size },
        also: [layout],
      }).embedded
    })
    const joined = graph.node('Concat', [words, imageTokensOf(context, pixels)], { axis: 1 })
    const embedded = layerNorm(context, joined, { name: 'LayerNorm', size, epsilon })
    const one = repeatForBatch(context, graph.constant('int64', [1]), ids, [imageTokens])
    const mask = paddingMask(context, graph.node('Concat', [attentionMask, one], { axis: 1 }))
    const cells = reshape(context, graph.constant('int64', gridBoxes(side, true)), [1, imageTokens, 4])
    const places = graph.node('Concat', [boxes, repeatForBatch(context, cells, ids, [imageTokens, 4])], { axis: 1 })
    const imageOrder = unsqueeze(context, graph.constant('int64', [...Array(imageTokens).keys()]), 0)
    const order = graph.node('Concat', [positionRange(context, ids), imageOrder], { axis: 1 })
    const bias = graph.scope('encoder', () => {
      const by = (name: string, at: Value, buckets: number, maxDistance: number): Value =>
        placeBias(context, at, { name, heads, buckets, maxDistance })
      const flat = by('rel_pos_bias', order, config.rel_pos_bins, config.max_rel_pos)
      const x = by('rel_pos_x_bias', boxSide(context, places, 0), config.rel_2d_pos_bins, config.max_rel_2d_pos)
      const y = by('rel_pos_y_bias', boxSide(context, places, 3), config.rel_2d_pos_bins, config.max_rel_2d_pos)
      return scaled(context, graph.node('Add', [flat, graph.node('Add', [x, y])]), 1 / Math.sqrt(size / heads))
    })
    return postNormLayers(context, embedded, spec, { biases: [bias, mask] })
  })
}

/** Two layers with tanh between. */
function classifier(context: GraphContext, x: Value, name: string, outputs: number): Value {
  return context.graph.scope(name, () => {
    const inner = activate(context, linear(context, x, { name: 'dense', inputSize: size, outputSize: size }), 'tanh')
    return linear(context, inner, { name: 'out_proj', inputSize: size, outputSize: outputs })
  })
}

/** Of the words alone: `[batch, length, size]`. */
function ofWords(context: GraphContext, hidden: Value): Value {
  return tokensFrom(context, hidden, 0, -imageTokens)
}

function spans(context: GraphContext): void {
  const { graph } = context
  const scores = classifier(context, ofWords(context, body(context)), 'qa_outputs', 2)
  const columns = graph.nodes('Split', [scores], { axis: -1, num_outputs: 2 }, { outputs: 2 })
  ;['start_logits', 'end_logits'].forEach((name, index) =>
    graph.output(name, graph.node('Squeeze', [columns[index]!, graph.constant('int64', [-1])]), 'float32', [batch, sequence]),
  )
}

const head = (suffix: string, build: (context: GraphContext) => void, extra?: Readonly<Record<string, unknown>>) =>
  ({ architecture: `LayoutLMv3${suffix}`, graphs: [{ name: 'model', build }], ...(extra ? { config: extra } : {}) }) as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'layoutlmv3',
    tasks: ['feature-extraction', 'text-classification', 'question-answering', 'document-question-answering', 'token-classification'],
    config,
    preprocessor: {
      kind: 'multimodal',
      tokenizer: 'RobertaTokenizer',
      processorClass: 'LayoutLMv3Processor',
      imageProcessorClass: 'LayoutLMv3ImageProcessor',
    },
    graphs: [
      {
        name: 'model',
        build: (context) =>
          context.graph.output('last_hidden_state', body(context), 'float32', [batch, `${sequence} + ${imageTokens}`, size]),
      },
    ],
    heads: {
      'text-classification': head(
        'ForSequenceClassification',
        (context) =>
          context.graph.output('logits', classifier(context, tokenAt(context, body(context), 0), 'classifier', labels), 'float32', [
            batch,
            labels,
          ]),
        causalLabels,
      ),
      'question-answering': head('ForQuestionAnswering', spans),
      'document-question-answering': head('ForQuestionAnswering', spans),
      'token-classification': head(
        'ForTokenClassification',
        (context) => {
          const words = ofWords(context, body(context))
          const logits = linear(context, words, { name: 'classifier', inputSize: size, outputSize: labels })
          context.graph.output('logits', logits, 'float32', [batch, sequence, labels])
        },
        causalLabels,
      ),
    },
    files: {
      'preprocessor_config.json': imagePreprocessor({
        type: 'LayoutLMv3ImageProcessor',
        processorClass: 'LayoutLMv3Processor',
        size: { height: image, width: image },
        statistics: halfStatistics,
        extra: { apply_ocr: false },
      }),
    },
    transformersJs: null,
    note: "scores are not divided and multiplied again around the softmax's maximum, which is the same function; Transformers.js has no class for it",
  },
]
