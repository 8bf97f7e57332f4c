import type { Value } from '@vitest-hardware/onnx-graph'
import { groupedPyramid } from '../../architectures/grouped-residual-pyramid.ts'
import { postNormFeed } from '../../architectures/post-norm-text.ts'
import { tanhPooler } from '../../architectures/vision-transformer.ts'
import { reshape } from '../../blocks/arithmetic.ts'
import { dotProductAttention, splitHeads } from '../../blocks/attention.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { embedding } from '../../blocks/embedding.ts'
import { boxSide, gridBoxes, layoutEmbedding, placeBias } from '../../blocks/layout-embedding.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { flattenGrid, repeatForBatch, tokenAt } from '../../blocks/patch.ts'
import { learnedPositions, positionRange } from '../../blocks/position.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { causalLabelCount as labels, causalLabels, spanClassifier, tokenClassifier } from '../../heads/causal-text.ts'
import { meanOfTokens, tokensFrom } from '../../heads/vision.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const size = 32
const heads = 4
const epsilon = 1e-12
const image = 64
const side = 2
const imageTokens = side ** 2
const pyramidSize = 16
const layers = 2

interface Kind {
  readonly type: string
  /** One projection of queries, keys and values, with biases of queries and values alone. */
  readonly isFused: boolean
}

const sizes = {
  vocab_size: vocabularySize,
  hidden_size: size,
  num_hidden_layers: layers,
  num_attention_heads: heads,
  intermediate_size: 64,
  hidden_act: 'gelu',
  max_position_embeddings: 64,
  type_vocab_size: 2,
  layer_norm_eps: epsilon,
  max_2d_position_embeddings: 1024,
  max_rel_pos: 128,
  rel_pos_bins: 32,
  max_rel_2d_pos: 256,
  rel_2d_pos_bins: 64,
  convert_sync_batchnorm: true,
  image_feature_pool_shape: [side, side, pyramidSize],
  coordinate_size: 6,
  shape_size: 4,
  has_relative_attention_bias: true,
  has_spatial_attention_bias: true,
  has_visual_segment_embedding: false,
} as const

/** A page's picture as a few tokens: a pyramid's finest level, pooled to a small grid. */
function seePage(context: GraphContext, pixels: Value): Value {
  const { graph } = context
  return graph.scope('visual', () => {
    const mean = context.weight('pixel_mean', [3, 1, 1], { mean: 0.1, std: 0.02 })
    const deviation = context.weight('pixel_std', [3, 1, 1], { mean: 0.5, std: 0.02 })
    const normal = graph.node('Div', [graph.node('Sub', [pixels, mean]), deviation])
    const map = graph.scope('backbone', () =>
      groupedPyramid(context, normal, {
        stemSize: 8,
        stages: [
          { inner: 8, outer: 16, blocks: 1 },
          { inner: 8, outer: 24, blocks: 1 },
          { inner: 16, outer: 24, blocks: 1 },
          { inner: 16, outer: 32, blocks: 1 },
        ],
        groups: 4,
        size: pyramidSize,
      }),
    )
    const cell = image / 4 / side
    const pooled = graph.node('AveragePool', [map], { kernel_shape: [cell, cell], strides: [cell, cell] })
    return flattenGrid(context, pooled, pyramidSize)
  })
}

function attention(context: GraphContext, x: Value, biases: readonly Value[], { isFused }: Kind): Value {
  const { graph } = context
  const project = (): readonly Value[] => {
    if (!isFused) return ['query', 'key', 'value'].map((name) => linear(context, x, { name, inputSize: size, outputSize: size }))
    const all = linear(context, x, { name: 'qkv_linear', inputSize: size, outputSize: 3 * size, bias: false })
    const [query, key, value] = graph.nodes('Split', [all], { axis: -1, num_outputs: 3 }, { outputs: 3 }) as [Value, Value, Value]
    const biased = (part: Value, name: string): Value => graph.node('Add', [part, context.weight(name, [1, 1, size], { std: 0.1 })])
    return [biased(query, 'q_bias'), key, biased(value, 'v_bias')]
  }
  return graph.scope('attention', () => {
    const merged = graph.scope('self', () => {
      const [query, key, value] = project().map((part) => splitHeads(context, part, heads, size / heads)) as [Value, Value, Value]
      return dotProductAttention(context, { query, key, value, scale: 1 / Math.sqrt(size / heads), biases, size })
    })
    const output = linear(context, merged, { name: 'output.dense', inputSize: size, outputSize: size })
    return layerNorm(context, graph.node('Add', [output, x]), { name: 'output.LayerNorm', size, epsilon })
  })
}

interface Body {
  readonly hidden: Value
  readonly attentionMask: Value
  /** Of the page's tokens before the first layer. */
  readonly seen: Value
}

/** Words and a picture's cells in one stack, whose scores know distances in order and on the page (Xu et al. 2021, arXiv:2012.14740, §2). */
function body(context: GraphContext, kind: Kind): Body {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const boxes = graph.input('bbox', 'int64', [batch, sequence, 4])
  const pixels = graph.input('image', 'float32', [batch, 3, image, image])
  const attentionMask = idsInput(context, 'attention_mask')
  const tokenTypes = idsInput(context, 'token_type_ids')
  return graph.scope('layoutlmv2', () => {
    const cells = reshape(context, graph.constant('int64', gridBoxes(side, false)), [1, imageTokens, 4])
    const places = graph.node('Concat', [boxes, repeatForBatch(context, cells, ids, [imageTokens, 4])], { axis: 1 })
    const imageOrder = reshape(context, graph.constant('int64', [...Array(imageTokens).keys()]), [1, imageTokens])
    const order = graph.node('Concat', [positionRange(context, ids), imageOrder], { axis: 1 })
    const tables = { count: sizes.max_2d_position_embeddings, coordinateSize: sizes.coordinate_size, shapeSize: sizes.shape_size }
    const layout = (at: Value): Value => graph.scope('embeddings', () => layoutEmbedding(context, at, tables))
    const position = (positions: Value): Value =>
      graph.scope('embeddings', () =>
        learnedPositions(context, { name: 'position_embeddings', count: sizes.max_position_embeddings, size, positions }),
      )
    const add = (...parts: Value[]): Value => parts.reduce((sum, part) => graph.node('Add', [sum, part]))
    const words = graph.scope('embeddings', () => ({
      tokens: embedding(context, { name: 'word_embeddings', count: vocabularySize, size }).lookup(ids),
      types: embedding(context, { name: 'token_type_embeddings', count: sizes.type_vocab_size, size, std: 0.5 }).lookup(tokenTypes),
    }))
    const text = layerNorm(context, add(words.tokens, position(positionRange(context, ids)), layout(boxes), words.types), {
      name: 'embeddings.LayerNorm',
      size,
      epsilon,
    })
    const projected = linear(context, seePage(context, pixels), { name: 'visual_proj', inputSize: pyramidSize, outputSize: size })
    const seen = layerNorm(context, add(projected, position(imageOrder), layout(cells)), { name: 'visual_LayerNorm', size, epsilon })
    const one = repeatForBatch(context, graph.constant('int64', [1]), ids, [imageTokens])
    const mask = paddingMask(context, graph.node('Concat', [attentionMask, one], { axis: 1 }))
    const by = (name: string, at: Value, buckets: number, maxDistance: number): Value =>
      graph.scope('encoder', () => placeBias(context, at, { name, heads, buckets, maxDistance }))
    const flat = by('rel_pos_bias', order, sizes.rel_pos_bins, sizes.max_rel_pos)
    const across = by('rel_pos_x_bias', boxSide(context, places, 0), sizes.rel_2d_pos_bins, sizes.max_rel_2d_pos)
    const down = by('rel_pos_y_bias', boxSide(context, places, 3), sizes.rel_2d_pos_bins, sizes.max_rel_2d_pos)
    const biases = [flat, add(across, down), mask]
    let x = graph.node('Concat', [text, seen], { axis: 1 })
    for (let layer = 0; layer < layers; layer++)
      x = graph.scope(`encoder.layer.${layer}`, () =>
        postNormFeed(context, attention(context, x, biases, kind), {
          size,
          innerSize: sizes.intermediate_size,
          activation: 'gelu',
          epsilon,
        }),
      )
    return { hidden: x, attentionMask, seen }
  })
}

const ofWords = (context: GraphContext, { hidden }: Body): Value => tokensFrom(context, hidden, 0, -imageTokens)

function bare(context: GraphContext, kind: Kind): void {
  const { hidden } = body(context, kind)
  context.graph.output('last_hidden_state', hidden, 'float32', [batch, `${sequence} + ${imageTokens}`, size])
  const pooled = context.graph.scope('layoutlmv2', () => tanhPooler(context, tokenAt(context, hidden, 0), size))
  context.graph.output('pooler_output', pooled, 'float32', [batch, size])
}

/** The first word, the mean of the picture's cells before and behind the layers, side by side. */
function classify(context: GraphContext, kind: Kind): void {
  const { graph } = context
  const made = body(context, kind)
  const first = tokenAt(context, made.hidden, 0)
  const after = meanOfTokens(context, tokensFrom(context, made.hidden, -imageTokens))
  const all = graph.node('Concat', [first, meanOfTokens(context, made.seen), after], { axis: -1 })
  const logits = linear(context, all, { name: 'classifier', inputSize: 3 * size, outputSize: labels })
  graph.output('logits', logits, 'float32', [batch, labels])
}

function layoutType(kind: Kind, extra: Readonly<Record<string, unknown>>, note: string): ModelType {
  const head = (suffix: string, build: (context: GraphContext) => void, config?: Readonly<Record<string, unknown>>) =>
    ({ architecture: `LayoutLMv2${suffix}`, graphs: [{ name: 'model', build }], ...(config ? { config } : {}) }) as const
  const words = (context: GraphContext) => {
    const made = body(context, kind)
    return { hidden: ofWords(context, made), attentionMask: made.attentionMask, size }
  }
  const spans = head('ForQuestionAnswering', (context) => spanClassifier(context, words(context)))
  const further = {
    'text-classification': head('ForSequenceClassification', (context) => classify(context, kind), causalLabels),
    'question-answering': spans,
    'document-question-answering': spans,
    'token-classification': head(
      'ForTokenClassification',
      (context) => tokenClassifier(context, words(context), 'classifier'),
      causalLabels,
    ),
  }
  const isNamed = kind.type === 'layoutlmv2'
  return {
    type: kind.type,
    tasks: ['feature-extraction', ...(isNamed ? Object.keys(further) : [])],
    config: { model_type: kind.type, architectures: ['LayoutLMv2Model'], ...sizes, fast_qkv: kind.isFused, ...extra },
    preprocessor: isNamed
      ? {
          kind: 'multimodal',
          tokenizer: 'BertTokenizer',
          processorClass: 'LayoutLMv2Processor',
          imageProcessorClass: 'LayoutLMv2ImageProcessor',
        }
      : { kind: 'none' },
    graphs: [{ name: 'model', build: (context) => bare(context, kind) }],
    ...(isNamed ? { heads: further } : {}),
    files: {
      'preprocessor_config.json': {
        image_processor_type: 'LayoutLMv2ImageProcessor',
        processor_class: isNamed ? 'LayoutLMv2Processor' : 'LayoutXLMProcessor',
        do_resize: true,
        size: { height: image, width: image },
        apply_ocr: false,
      },
    },
    transformersJs: null,
    note: `${note}; Transformers.js has no class for it`,
  }
}

export const modelTypes: readonly ModelType[] = [
  layoutType({ type: 'layoutlmv2', isFused: true }, { pad_token_id: 0 }, "the picture's network is Detectron2's ResNeXt with a pyramid"),
  layoutType(
    { type: 'layoutxlm', isFused: false },
    { pad_token_id: 1, bos_token_id: 0, eos_token_id: 2 },
    "LayoutLMv2's classes for XLM-RoBERTa's vocabulary, with a projection each; no tokenizer here is XLM-RoBERTa's with boxes",
  ),
]
