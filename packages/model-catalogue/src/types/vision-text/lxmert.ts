import type { Value } from '@vitest-hardware/onnx-graph'
import { postNormAttention, postNormFeed, postNormLayer, type PostNormSpec, wordEmbeddings } from '../../architectures/post-norm-text.ts'
import { tanhPooler } from '../../architectures/vision-transformer.ts'
import { activate } from '../../blocks/activation.ts'
import { paddingMask } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import { tokenAt } from '../../blocks/patch.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput, sequence } from '../../graphs/text-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { maskedLanguageHead } from '../encoder-only/bert-layers.ts'

const config = {
  model_type: 'lxmert',
  architectures: ['LxmertModel'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  max_position_embeddings: 64,
  type_vocab_size: 2,
  layer_norm_eps: 1e-12,
  l_layers: 2,
  x_layers: 2,
  r_layers: 1,
  visual_feat_dim: 24,
  visual_pos_dim: 4,
  num_qa_labels: 10,
  pad_token_id: 0,
} as const
const { hidden_size: size, layer_norm_eps: epsilon } = config
const regions = 4

const spec: PostNormSpec = {
  size,
  layers: config.l_layers,
  heads: config.num_attention_heads,
  innerSize: config.intermediate_size,
  activation: config.hidden_act,
  epsilon,
}

/** Both streams, and the words' table. */
interface Streams {
  readonly language: Value
  readonly vision: Value
  readonly words: Value
}

/** Each stream asks the other with the same weights, then itself (Tan & Bansal 2019, arXiv:1908.07490, §2.2). */
function crossLayer(
  context: GraphContext,
  { language, vision }: Omit<Streams, 'words'>,
  mask: Value,
  needsVision: boolean,
): { language: Value; vision: Value } {
  const ask = (x: Value, other: Value, biases: readonly Value[]): Value =>
    postNormAttention(context, x, { ...spec, inner: 'att' }, { name: 'visual_attention', biases, source: { value: other, size } })
  const reflect = (x: Value, kind: string, biases: readonly Value[]): Value =>
    postNormAttention(context, x, spec, { name: `${kind}_self_att`, biases })
  const feed = (x: Value, kind: string): Value => postNormFeed(context, x, spec, { up: `${kind}_inter.dense`, out: `${kind}_output` })
  const heard = feed(reflect(ask(language, vision, []), 'lang', [mask]), 'lang')
  return { language: heard, vision: needsVision ? feed(reflect(ask(vision, language, [mask]), 'visn', []), 'visn') : vision }
}

/** `needsVision` leaves out what the last layer makes of the regions where no head reads it. */
function body(context: GraphContext, needsVision = true): Streams & { readonly pooled: Value } {
  const { graph } = context
  const ids = idsInput(context, 'input_ids')
  const features = graph.input('visual_feats', 'float32', [batch, regions, config.visual_feat_dim])
  const boxes = graph.input('visual_pos', 'float32', [batch, regions, config.visual_pos_dim])
  const attentionMask = idsInput(context, 'attention_mask')
  const tokenTypes = idsInput(context, 'token_type_ids')
  const mask = paddingMask(context, attentionMask)
  return graph.scope('lxmert', () => {
    const { embedded, words } = graph.scope('embeddings', () =>
      wordEmbeddings(context, ids, {
        vocabulary: vocabularySize,
        size,
        epsilon,
        maxPositions: config.max_position_embeddings,
        types: { ids: tokenTypes, count: config.type_vocab_size },
      }),
    )
    const streams = graph.scope('encoder', () => {
      let vision = graph.scope('visn_fc', () => {
        const part = (x: Value, name: string, norm: string, inputSize: number): Value =>
          layerNorm(context, linear(context, x, { name, inputSize, outputSize: size }), { name: norm, size, epsilon })
        const sum = graph.node('Add', [
          part(features, 'visn_fc', 'visn_layer_norm', config.visual_feat_dim),
          part(boxes, 'box_fc', 'box_layer_norm', config.visual_pos_dim),
        ])
        return graph.node('Div', [sum, graph.constant('float32', 2)])
      })
      let language = embedded
      for (let layer = 0; layer < config.l_layers; layer++)
        language = graph.scope(`layer.${layer}`, () => postNormLayer(context, language, spec, { biases: [mask] }))
      for (let layer = 0; layer < config.r_layers; layer++)
        vision = graph.scope(`r_layers.${layer}`, () => postNormLayer(context, vision, spec, { biases: [] }))
      for (let layer = 0; layer < config.x_layers; layer++) {
        const needed = needsVision || layer < config.x_layers - 1
        ;({ language, vision } = graph.scope(`x_layers.${layer}`, () => crossLayer(context, { language, vision }, mask, needed)))
      }
      return { language, vision }
    })
    return { ...streams, words: words.weight, pooled: tanhPooler(context, tokenAt(context, streams.language, 0), size) }
  })
}

function bare(context: GraphContext): void {
  const { language, vision, pooled } = body(context)
  context.graph.output('language_output', language, 'float32', [batch, sequence, size])
  context.graph.output('vision_output', vision, 'float32', [batch, regions, size])
  context.graph.output('pooled_output', pooled, 'float32', [batch, size])
}

function answerScores(context: GraphContext, pooled: Value): void {
  const { graph } = context
  const scores = graph.scope('answer_head.logit_fc', () => {
    const wide = activate(context, linear(context, pooled, { name: '0', inputSize: size, outputSize: 2 * size }), 'gelu')
    const normed = layerNorm(context, wide, { name: '2', size: 2 * size, epsilon: 1e-12 })
    return linear(context, normed, { name: '3', inputSize: 2 * size, outputSize: config.num_qa_labels })
  })
  graph.output('question_answering_score', scores, 'float32', [batch, config.num_qa_labels])
}

function pretraining(context: GraphContext): void {
  const { graph } = context
  const { language, pooled, words } = body(context, false)
  const names = { dense: 'transform.dense', norm: 'transform.LayerNorm', bias: 'bias' }
  graph.scope('cls', () => {
    const scores = graph.scope('predictions', () => maskedLanguageHead(context, config, { hidden: language, wordEmbeddings: words }, names))
    graph.output('prediction_logits', scores, 'float32', [batch, sequence, vocabularySize])
    const relation = linear(context, pooled, { name: 'seq_relationship', inputSize: size, outputSize: 2 })
    graph.output('cross_relationship_score', relation, 'float32', [batch, 2])
  })
  answerScores(context, pooled)
}

const head = (architecture: string, build: (context: GraphContext) => void) =>
  ({ architecture, graphs: [{ name: 'model', build }] }) as const

export const modelTypes: readonly ModelType[] = [
  {
    type: 'lxmert',
    tasks: ['feature-extraction', 'pretraining', 'question-answering'],
    config,
    preprocessor: { kind: 'text', tokenizer: 'BertTokenizer' },
    graphs: [{ name: 'model', build: bare }],
    heads: {
      pretraining: head('LxmertForPreTraining', pretraining),
      'question-answering': head('LxmertForQuestionAnswering', (context) => answerScores(context, body(context, false).pooled)),
    },
    transformersJs: null,
    note: 'a question is answered by one of the labels, not by a span; pretraining gives no scores of objects, which upstream makes for the loss alone; Transformers.js has no class for it',
  },
]
