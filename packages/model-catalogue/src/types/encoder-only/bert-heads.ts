import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType } from '../../architectures/text-encoder-type.ts'
import { bertLayerNames, encodeText, type TextEncoderSpec, type TextInputs } from '../../architectures/text-encoder.ts'
import { add, asFloat, slice, squeeze } from '../../blocks/arithmetic.ts'
import { attention } from '../../blocks/attention.ts'
import { embedding } from '../../blocks/embedding.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { layerNorm } from '../../blocks/norm.ts'
import type { GraphContext } from '../../graph-context.ts'
import { batch, idsInput } from '../../graphs/text-inputs.ts'
import { firstToken, pooled } from '../../heads/text.ts'
import type { ModelType } from '../../model-type.ts'
import { bertHead, bertLikeConfig, bertLikeSpec, bertSizes, textPreprocessor, usualTasks } from './encoder-parts.ts'

const [size, heads, innerSize] = [32, 4, 64]

function bertInputs(context: GraphContext): TextInputs {
  return {
    ids: idsInput(context, 'input_ids'),
    attentionMask: idsInput(context, 'attention_mask'),
    tokenTypes: idsInput(context, 'token_type_ids'),
    further: {},
  }
}

/** DPR's question encoder: BERT's first token, no pooler (Karpukhin et al. 2020, arXiv:2004.04906, §3.1). */
function dprGraph(context: GraphContext): void {
  const { graph } = context
  const text = graph.scope('question_encoder.bert_model', () => encodeText(context, bertLikeSpec(), bertInputs(context)))
  graph.output('pooler_output', firstToken(context, text.hidden), 'float32', [batch, size])
}

/** RetriBERT: BERT's pooler, then a projection without bias that query and document share. */
function retribertGraph(context: GraphContext): void {
  const { graph } = context
  const inputs = bertInputs(context)
  const text = graph.scope('bert_query', () => encodeText(context, bertLikeSpec(), inputs))
  const summary = pooled(context, text, { kind: 'pooler', scope: 'bert_query.pooler' })
  graph.output('embedding', linear(context, summary, { name: 'project_query', inputSize: size, outputSize: 16, bias: false }), 'float32', [
    batch,
    16,
  ])
}

/** REALM's embedder: BERT's pooler through a projection and a norm, a vector to search evidence with (Guu et al. 2020, arXiv:2002.08909, §3.2). */
function realmGraph(context: GraphContext): void {
  const { graph } = context
  const text = graph.scope('realm', () => encodeText(context, bertLikeSpec({ activation: 'gelu_new' }), bertInputs(context)))
  const summary = pooled(context, text, { kind: 'pooler', scope: 'realm.pooler' })
  const projected = graph.scope('cls', () => {
    const dense = linear(context, summary, { name: 'dense', inputSize: size, outputSize: 16 })
    return layerNorm(context, dense, { name: 'LayerNorm', size: 16, epsilon: bertSizes.layer_norm_eps })
  })
  graph.output('projected_score', projected, 'float32', [batch, 16])
}

/** Rounds to 8 bits and back with a fixed range, as an exported quantizer does (Wu et al. 2020, arXiv:2004.09602, §3.1). */
function fakeQuantised(context: GraphContext, x: Value, range: number): Value {
  const { graph } = context
  const quantizer = [graph.constant('float32', range / 127), context.fixed('zero_point', { type: 'int8', dims: [], data: Int8Array.of(0) })]
  return graph.node('DequantizeLinear', [graph.node('QuantizeLinear', [x, ...quantizer]), ...quantizer])
}

/** QDQBERT: BERT with quantizers before each product of its attention, its dense layers and its sums. */
const qdqSpec: TextEncoderSpec = bertLikeSpec({
  layer(context, x, shared) {
    const { graph } = context
    const names = bertLayerNames
    const norm = (value: Value, name: string): Value => layerNorm(context, value, { name, size, epsilon: bertSizes.layer_norm_eps })
    const fed = (value: Value): Value => fakeQuantised(context, value, 4)
    const attended = attention(context, fed(x), { size, heads, names, biases: [shared.mask] })
    const middle = norm(graph.node('Add', [fed(attended), fed(x)]), names.attentionNorm)
    const output = feedForward(context, fed(middle), { names: { up: names.up, down: names.down }, size, innerSize, activation: 'gelu' })
    return norm(graph.node('Add', [fed(output), fed(middle)]), names.outputNorm)
  },
})

/** Types of TAPAS' tokens: segment, column, row, previous labels, ranks of the column, inverse ranks, numeric relation; `[batch, length, 7]` (Herzig et al. 2020, arXiv:2004.02349, §3). */
const tapasTypes = [3, 16, 16, 2, 16, 16, 10]

function tapasEmbeddings(context: GraphContext, { further }: TextInputs, words: Value): Value {
  return tapasTypes.reduce((sum, count, index) => {
    const ids = squeeze(context, slice(context, further['token_type_ids']!, 2, index, index + 1), 2)
    const table = embedding(context, { name: `token_type_embeddings_${index}`, count, size, std: 0.3 })
    return add(context, sum, table.lookup(ids))
  }, words)
}

/** RoCBert: embeddings of a character's shape and sound beside its own, mixed by a dense layer (Su et al. 2022, ACL 2022.acl-long.65, §3.1). */
function rocEmbeddings(context: GraphContext, { further }: TextInputs, words: Value): Value {
  const { graph } = context
  const shape = embedding(context, { name: 'shape_embed', count: 64, size: 16 }).lookup(further['input_shape_ids']!)
  const sound = embedding(context, { name: 'pronunciation_embed', count: 64, size: 16 }).lookup(further['input_pronunciation_ids']!)
  const joined = graph.node('Concat', [words, shape, sound], { axis: 2 })
  return linear(context, joined, { name: 'map_inputs_layer', inputSize: size + 32, outputSize: size })
}

/** BROS: relative places of boxes give each pair of tokens a bias of its own (Hong et al. 2022, arXiv:2108.04539, §3.1). */
function boxBias(context: GraphContext, bbox: Value): Value {
  const { graph } = context
  const places = graph.node('Mul', [asFloat(context, bbox), graph.constant('float32', 0.001)])
  const apart = graph.node('Sub', [
    graph.node('Unsqueeze', [places, graph.constant('int64', [1])]),
    graph.node('Unsqueeze', [places, graph.constant('int64', [2])]),
  ])
  return graph.scope('bbox_embeddings', () => {
    const frequencies = graph.constant('float32', [1, 0.1])
    const angles = graph.node('Mul', [graph.node('Unsqueeze', [apart, graph.constant('int64', [4])]), frequencies])
    const waves = graph.node('Concat', [graph.node('Sin', [angles]), graph.node('Cos', [angles])], { axis: 4 })
    const flat = graph.node('Reshape', [waves, graph.constant('int64', [0, 0, 0, 16])])
    return linear(context, flat, { name: 'bbox_projection', inputSize: 16, outputSize: size / heads, bias: false })
  })
}

/** Adds, to the scores, each query's product with the places of the keys relative to it. */
function brosAttention(context: GraphContext, x: Value, mask: Value, boxes: Value): Value {
  const { graph } = context
  const headSize = size / heads
  const names = bertLayerNames
  const query = linear(context, x, { name: names.query, inputSize: size, outputSize: size })
  const split = graph.node('Reshape', [query, graph.constant('int64', [0, 0, heads, headSize])])
  // [batch, length, heads, head] × [batch, length, head, length]
  const scores = graph.node('MatMul', [split, graph.node('Transpose', [boxes], { perm: [0, 1, 3, 2] })])
  const bias = graph.node('Mul', [
    graph.node('Transpose', [scores], { perm: [0, 2, 1, 3] }),
    graph.constant('float32', 1 / Math.sqrt(headSize)),
  ])
  return attention(context, x, { size, heads, names, biases: [bias, mask] })
}

export const modelTypes: readonly ModelType[] = [
  {
    type: 'dpr',
    tasks: ['feature-extraction'],
    config: bertLikeConfig('dpr', 'DPRQuestionEncoder', { projection_dim: 0 }),
    preprocessor: textPreprocessor('BertTokenizer'),
    graphs: [{ name: 'model', build: dprGraph }],
    transformersJs: null,
    note: 'Transformers.js 4.3 has no class for dpr',
  },
  {
    type: 'retribert',
    tasks: ['feature-extraction'],
    config: bertLikeConfig('retribert', 'RetriBertModel', { projection_dim: 16, share_encoders: true }),
    preprocessor: textPreprocessor('BertTokenizer'),
    graphs: [{ name: 'model', build: retribertGraph }],
    transformersJs: null,
    note: 'upstream has no forward pass but the loss: this is `embed_questions`; Transformers.js 4.3 has no class for retribert',
  },
  {
    type: 'realm',
    tasks: ['feature-extraction'],
    config: bertLikeConfig('realm', 'RealmEmbedder', { hidden_act: 'gelu_new', retriever_proj_size: 16 }),
    preprocessor: textPreprocessor('BertTokenizer'),
    graphs: [{ name: 'model', build: realmGraph }],
    transformersJs: null,
    note: 'the embedder, which upstream’s retriever searches with; Transformers.js 4.3 has no class for realm',
  },
  encoderType('qdqbert', {
    config: bertLikeConfig('qdqbert', 'QDQBertForMaskedLM', {}),
    spec: qdqSpec,
    scope: 'bert',
    prefix: 'QDQBert',
    tasks: [...usualTasks, 'text-generation', 'next-sentence-prediction'],
    masked: bertHead(),
    summary: { kind: 'pooler', scope: 'bert.pooler' },
    pooler: { kind: 'pooler', scope: 'bert.pooler' },
    classes: { 'text-generation': 'QDQBertLMHeadModel' },
    preprocessor: textPreprocessor('BertTokenizer'),
  }),
  encoderType('tapas', {
    config: bertLikeConfig('tapas', 'TapasForMaskedLM', {
      type_vocab_sizes: tapasTypes,
      type_vocab_size: 2,
      max_position_embeddings: 512,
      reset_position_index_per_cell: false,
    }),
    spec: bertLikeSpec({ tokenTypes: 0, embed: tapasEmbeddings }),
    scope: 'tapas',
    prefix: 'Tapas',
    tasks: ['fill-mask', 'feature-extraction', 'pretraining', 'text-classification'],
    masked: bertHead(),
    summary: { kind: 'pooler', scope: 'tapas.pooler' },
    pooler: { kind: 'pooler', scope: 'tapas.pooler' },
    inputs: { token_type_ids: [tapasTypes.length] },
    preprocessor: textPreprocessor('BertTokenizer'),
    note: 'positions count the whole text, as `reset_position_index_per_cell` off does',
  }),
  encoderType('roc_bert', {
    config: bertLikeConfig('roc_bert', 'RoCBertForMaskedLM', {
      enable_pronunciation: true,
      enable_shape: true,
      pronunciation_embed_dim: 16,
      pronunciation_vocab_size: 64,
      shape_embed_dim: 16,
      shape_vocab_size: 64,
      concat_input: true,
    }),
    spec: bertLikeSpec({ embed: rocEmbeddings }),
    scope: 'roc_bert',
    prefix: 'RoCBert',
    tasks: ['fill-mask', 'feature-extraction', 'text-classification', 'question-answering', 'token-classification', 'text-encoding'],
    masked: bertHead(),
    summary: { kind: 'pooler', scope: 'roc_bert.pooler' },
    pooler: { kind: 'pooler', scope: 'roc_bert.pooler' },
    inputs: { input_shape_ids: [], input_pronunciation_ids: [] },
    preprocessor: textPreprocessor('BertTokenizer'),
  }),
  encoderType('bros', {
    config: bertLikeConfig('bros', 'BrosModel', {
      dim_bbox: 4,
      bbox_scale: 100,
      dim_bbox_sinusoid_emb_2d: 16,
      dim_bbox_sinusoid_emb_1d: 4,
      dim_bbox_projection: size / heads,
    }),
    spec: bertLikeSpec({
      own: (context, { further }) => boxBias(context, further['bbox']!),
      attend: (context, x, { mask, own }) => brosAttention(context, x, mask, own as Value),
    }),
    scope: 'bros',
    prefix: 'Bros',
    tasks: ['feature-extraction', 'token-classification'],
    summary: { kind: 'pooler', scope: 'bros.pooler' },
    pooler: { kind: 'pooler', scope: 'bros.pooler' },
    inputs: { bbox: [4] },
    preprocessor: textPreprocessor('BertTokenizer'),
  }),
]
