import type { Value } from '@vitest-hardware/onnx-graph'
import { activate } from '../../blocks/activation.ts'
import { add, scaled } from '../../blocks/arithmetic.ts'
import { attention, cachedAttention, type KeyValueCache } from '../../blocks/attention.ts'
import { causalMask, localMask, paddingMask } from '../../blocks/attention-mask.ts'
import { type Embedding, embedding, tiedHead } from '../../blocks/embedding.ts'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { mixExperts, topExperts } from '../../blocks/mixture-of-experts.ts'
import { rmsNorm } from '../../blocks/norm.ts'
import { relativePositionBias } from '../../blocks/relative-position-bias.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type DecoderInputs, sequenceToSequence } from '../../graphs/sequence-to-sequence.ts'
import { textLabelCount, textLabels } from '../../heads/text.ts'
import { batch, decoderSequence, encoderSequence, idsInput } from '../../graphs/text-inputs.ts'
import { type GraphFile, type ModelType, type Task, type TaskHead, vocabularySize } from '../../model-type.ts'

const sizes = {
  vocab_size: vocabularySize,
  d_model: 32,
  d_kv: 8,
  d_ff: 64,
  num_layers: 2,
  num_decoder_layers: 2,
  num_heads: 4,
  relative_attention_num_buckets: 8,
  relative_attention_max_distance: 20,
  dropout_rate: 0.1,
  layer_norm_epsilon: 1e-6,
  initializer_factor: 1,
  is_encoder_decoder: true,
  use_cache: true,
  pad_token_id: 0,
  eos_token_id: 1,
  decoder_start_token_id: 0,
} as const

const [size, heads, headSize, innerSize] = [32, 4, 8, 64]
const attentionOptions = { size, heads, headSize, names: { query: 'q', key: 'k', value: 'v', output: 'o' }, bias: false, scale: 1 } as const
const norm = (context: GraphContext, x: Value, name = 'layer_norm'): Value => rmsNorm(context, x, { name, size, epsilon: 1e-6 })

/** What tells T5's kin apart (Raffel et al. 2020, arXiv:1910.10683). */
interface T5LikeSpec {
  /** Which blocks make a bias of their own; `first` makes one for all. */
  readonly bias: 'first' | 'each'
  /** What stands behind the attention, in its scope. */
  readonly feed: (context: GraphContext, x: Value, block: number) => Value
  /** The head's own weights; without, the words' embeddings scaled by 1/√size. */
  readonly ownHead: boolean
  /** Module name of the encoder's attention. @default 'SelfAttention' */
  readonly encoderAttention?: string
  /** Furthest token that the encoder sees. @default all */
  readonly encoderWindow?: number
}

const shared = (context: GraphContext): Embedding => embedding(context, { name: 'shared', count: vocabularySize, size })

interface StackInputs {
  readonly x: Value
  readonly ids: Value
  readonly isDecoder: boolean
  readonly mask: Value
  readonly past: readonly KeyValueCache[]
  readonly cross?: { readonly source: Value; readonly biases: readonly Value[] }
}

function stack(context: GraphContext, spec: T5LikeSpec, { x: embedded, ids, isDecoder, mask, past, cross }: StackInputs) {
  const { graph } = context
  const present: KeyValueCache[] = []
  const attentionName = isDecoder ? 'SelfAttention' : (spec.encoderAttention ?? 'SelfAttention')
  const biasOf = (block: number): Value =>
    graph.scope(`block.${block}.layer.0.${attentionName}`, () =>
      relativePositionBias(context, {
        name: 'relative_attention_bias',
        heads,
        buckets: sizes.relative_attention_num_buckets,
        maxDistance: sizes.relative_attention_max_distance,
        bidirectional: !isDecoder,
        queries: ids,
        pastKeys: past[0]?.key,
      }),
    )
  const sharedBias = spec.bias === 'first' ? biasOf(0) : undefined
  let x = embedded
  for (let block = 0; block < sizes.num_layers; block++) {
    const bias = sharedBias ?? biasOf(block)
    x = graph.scope(`block.${block}`, () => {
      const attended = graph.scope('layer.0', () => {
        const normed = norm(context, x)
        const options = { ...attentionOptions, biases: [bias, mask], ...(past[block] ? { past: past[block] } : {}) }
        const self = graph.scope(attentionName, () => cachedAttention(context, normed, options))
        present.push(self.present)
        return add(context, x, self.output)
      })
      const crossed =
        cross === undefined
          ? attended
          : graph.scope('layer.1', () => {
              const normed = norm(context, attended)
              return add(
                context,
                attended,
                graph.scope('EncDecAttention', () => attention(context, normed, { ...attentionOptions, ...cross })),
              )
            })
      return graph.scope(`layer.${cross === undefined ? 1 : 2}`, () => {
        const normed = norm(context, crossed)
        return add(context, crossed, spec.feed(context, normed, block))
      })
    })
  }
  return { hidden: norm(context, x, 'final_layer_norm'), present }
}

function encoder(
  spec: T5LikeSpec,
): (context: GraphContext) => { readonly hidden: Value; readonly mask: Value; readonly hiddenLength: string } {
  return (context) => {
    const ids = idsInput(context, 'input_ids', encoderSequence)
    const mask = idsInput(context, 'attention_mask', encoderSequence)
    const x = shared(context).lookup(ids)
    const { hidden } = context.graph.scope('encoder', () => {
      const additive = spec.encoderWindow === undefined ? paddingMask(context, mask) : localMask(context, mask, spec.encoderWindow)
      return stack(context, spec, { x, ids, isDecoder: false, mask: additive, past: [] })
    })
    return { hidden, mask, hiddenLength: encoderSequence }
  }
}

function decoder(context: GraphContext, spec: T5LikeSpec, { ids, encoderHidden, encoderMask, past }: DecoderInputs) {
  const x = shared(context).lookup(ids)
  return context.graph.scope('decoder', () => {
    const mask = causalMask(context, { queries: ids, pastKeys: past[0]?.key })
    const biases = encoderMask === undefined ? [] : [paddingMask(context, encoderMask)]
    return stack(context, spec, { x, ids, isDecoder: true, mask, past, cross: { source: encoderHidden, biases } })
  })
}

function head(context: GraphContext, spec: T5LikeSpec, hidden: Value): Value {
  if (spec.ownHead) return linear(context, hidden, { name: 'lm_head', inputSize: size, outputSize: vocabularySize, bias: false })
  return tiedHead(context, scaled(context, hidden, 1 / Math.sqrt(size)), shared(context).weight)
}

/** The encoder's hidden state and the decoder's over it. */
function bothHidden(context: GraphContext, spec: T5LikeSpec) {
  const { hidden: encoderHidden, mask } = encoder(spec)(context)
  const ids = idsInput(context, 'decoder_input_ids', decoderSequence)
  return { encoderHidden, hidden: decoder(context, spec, { ids, encoderHidden, encoderMask: mask, past: [] }).hidden }
}

/** Upstream reads the decoder at the text's end, the last token of texts of one length. */
function textClassifier(spec: T5LikeSpec): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const last = graph.node('Gather', [bothHidden(context, spec).hidden, graph.constant('int64', -1)], { axis: 1 })
    graph.scope('classification_head', () => {
      const dense = activate(context, linear(context, last, { name: 'dense', inputSize: size, outputSize: size }), 'tanh')
      const scores = linear(context, dense, { name: 'out_proj', inputSize: size, outputSize: textLabelCount })
      graph.output('logits', scores, 'float32', [batch, textLabelCount])
    })
  }
}

function answerFinder(spec: T5LikeSpec): (context: GraphContext) => void {
  return (context) => {
    const { graph } = context
    const scores = linear(context, bothHidden(context, spec).hidden, { name: 'qa_outputs', inputSize: size, outputSize: 2 })
    const parts = graph.nodes('Split', [scores], { axis: -1, num_outputs: 2 }, { outputs: 2 })
    for (const [index, name] of (['start_logits', 'end_logits'] as const).entries())
      graph.output(name, graph.node('Squeeze', [parts[index]!, graph.constant('int64', [-1])]), 'float32', [batch, decoderSequence])
  }
}

function tokenLabels(spec: T5LikeSpec): (context: GraphContext) => void {
  return (context) => {
    const encode = context.graph.scope('transformer', () => encoder(spec)(context))
    const scores = linear(context, encode.hidden, { name: 'classifier', inputSize: size, outputSize: textLabelCount })
    context.graph.output('logits', scores, 'float32', [batch, encoderSequence, textLabelCount])
  }
}

function t5LikeType(
  type: string,
  prefix: string,
  spec: T5LikeSpec,
  options: {
    readonly fields: Readonly<Record<string, unknown>>
    readonly transformersJs: boolean
    readonly textEncoding?: boolean
    readonly pretraining?: boolean
    /** Heads for whole texts, tokens and answers. @default none */
    readonly classifiers?: boolean
    readonly note: string
  },
): ModelType {
  const generates = `${prefix}ForConditionalGeneration`
  const graphs = sequenceToSequence({
    size,
    decoderLayers: sizes.num_decoder_layers,
    decoderHeads: heads,
    headSize,
    vocabulary: vocabularySize,
    encoder: encoder(spec),
    decoder(context, inputs) {
      const { hidden, present } = decoder(context, spec, inputs)
      return { logits: head(context, spec, hidden), present }
    },
  })
  const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]
  const bare = one((context) => {
    const { hidden, encoderHidden } = bothHidden(context, spec)
    context.graph.output('last_hidden_state', hidden, 'float32', [batch, decoderSequence, size])
    context.graph.output('encoder_last_hidden_state', encoderHidden, 'float32', [batch, encoderSequence, size])
  })
  const encoderOnly = one((context) =>
    context.graph.output('last_hidden_state', encoder(spec)(context).hidden, 'float32', [batch, encoderSequence, size]),
  )
  const classifiers: readonly (readonly [Task, TaskHead])[] = [
    ['text-classification', { architecture: `${prefix}ForSequenceClassification`, graphs: one(textClassifier(spec)), config: textLabels }],
    ['question-answering', { architecture: `${prefix}ForQuestionAnswering`, graphs: one(answerFinder(spec)) }],
    ['token-classification', { architecture: `${prefix}ForTokenClassification`, graphs: one(tokenLabels(spec)), config: textLabels }],
  ]
  const headList: readonly (readonly [Task, TaskHead])[] = [
    ['feature-extraction', { architecture: `${prefix}Model`, graphs: bare }],
    ...(options.textEncoding === true ? [['text-encoding', { architecture: `${prefix}EncoderModel`, graphs: encoderOnly }] as const] : []),
    ...(options.pretraining === true ? [['pretraining', { architecture: generates, graphs: [graphs[0]] as const }] as const] : []),
    ...(options.classifiers === true ? classifiers : []),
  ]
  return {
    type,
    tasks: ['text2text-generation', ...headList.map(([task]) => task)],
    config: { model_type: type, architectures: [generates], ...sizes, tie_word_embeddings: !spec.ownHead, ...options.fields },
    preprocessor: { kind: 'text', tokenizer: 'T5Tokenizer' },
    graphs,
    heads: Object.fromEntries(headList),
    transformersJs: options.transformersJs ? { autoClass: 'AutoModelForSeq2SeqLM', modelClass: generates } : null,
    note: options.transformersJs ? options.note : `${options.note}; Transformers.js 4.3 has no class for ${type}`,
  }
}

/** GeGLU by the tanh's GELU, as T5 1.1 and its successors have it (Shazeer 2020, arXiv:2002.05202). */
const gated: T5LikeSpec['feed'] = (context, x) =>
  context.graph.scope('DenseReluDense', () =>
    gatedFeedForward(context, x, { names: { gate: 'wi_0', up: 'wi_1', down: 'wo' }, size, innerSize, activation: 'gelu_new' }),
  )

function plain(context: GraphContext, x: Value): Value {
  const inner = activate(context, linear(context, x, { name: 'wi', inputSize: size, outputSize: innerSize, bias: false }), 'relu')
  return linear(context, inner, { name: 'wo', inputSize: innerSize, outputSize: size, bias: false })
}

/** Each second block sends a token to one expert, weighted by its share (Fedus et al. 2022, arXiv:2101.03961, §2.1). */
const switched: T5LikeSpec['feed'] = (context, x, block) =>
  context.graph.scope('mlp', () => {
    if (block % 2 === 0) return plain(context, x)
    const weights = topExperts(context, x, { name: 'router.classifier', size, experts: 4, perToken: 1, normalised: false })
    return mixExperts(context, x, { weights, experts: 4, expert: (value) => plain(context, value) })
  })

/** Two dense layers and a ReLU, as the first T5 has them. */
const simple: T5LikeSpec['feed'] = (context, x) => context.graph.scope('DenseReluDense', () => plain(context, x))

export const modelTypes: readonly ModelType[] = [
  t5LikeType(
    't5',
    'T5',
    { bias: 'first', feed: simple, ownHead: false },
    {
      fields: { feed_forward_proj: 'relu' },
      transformersJs: true,
      textEncoding: true,
      pretraining: true,
      classifiers: true,
      note: 'no biases, relative positions from the first block, scores that are not scaled',
    },
  ),
  t5LikeType(
    'mt5',
    'MT5',
    { bias: 'first', feed: gated, ownHead: true },
    {
      fields: { feed_forward_proj: 'gated-gelu' },
      transformersJs: true,
      textEncoding: true,
      classifiers: true,
      note: 'T5 1.1: a gated feed-forward and a head of its own',
    },
  ),
  t5LikeType(
    'umt5',
    'UMT5',
    { bias: 'each', feed: gated, ownHead: true },
    {
      fields: { feed_forward_proj: 'gated-gelu' },
      transformersJs: false,
      textEncoding: true,
      classifiers: true,
      note: 'each block has a position bias of its own',
    },
  ),
  t5LikeType(
    'switch_transformers',
    'SwitchTransformers',
    { bias: 'first', feed: switched, ownHead: false },
    {
      fields: {
        num_experts: 4,
        num_sparse_encoder_layers: 1,
        num_sparse_decoder_layers: 1,
        expert_capacity: 64,
        router_bias: false,
        feed_forward_proj: 'relu',
      },
      transformersJs: false,
      pretraining: true,
      note: 'each second block has experts, one for each token',
    },
  ),
  t5LikeType(
    'longt5',
    'LongT5',
    { bias: 'first', feed: gated, ownHead: true, encoderAttention: 'LocalSelfAttention', encoderWindow: 3 },
    {
      fields: { feed_forward_proj: 'gated-gelu', encoder_attention_type: 'local', local_radius: 3, global_block_size: 16 },
      transformersJs: false,
      note: 'the encoder sees tokens within a radius (Guo et al. 2022, arXiv:2112.07916, §3.1)',
    },
  ),
]
