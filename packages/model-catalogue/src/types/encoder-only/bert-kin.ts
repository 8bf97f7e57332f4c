import type { Value } from '@vitest-hardware/onnx-graph'
import { encoderType, type EncoderTypeOptions } from '../../architectures/text-encoder-type.ts'
import { bertLayerNames, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { add, scaled, unsqueeze } from '../../blocks/arithmetic.ts'
import { dotProductAttention, mergeHeads, splitHeads } from '../../blocks/attention.ts'

import { linear } from '../../blocks/linear.ts'
import { positionRange } from '../../blocks/position.ts'
import { relativePositionBias } from '../../blocks/relative-position-bias.ts'
import { rotate, anglesOf } from '../../blocks/rotary-layout.ts'
import type { RotaryAngles } from '../../blocks/rotary-position.ts'
import { cos, exp, log, sin } from '../../exact-math.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { Summary } from '../../heads/text.ts'
import type { ModelType } from '../../model-type.ts'
import {
  bertHead,
  bertLikeConfig,
  bertLikeSpec,
  maskedByTransformersJs,
  robertaHead,
  textPreprocessor,
  usualTasks,
} from './encoder-parts.ts'

type Options = Partial<EncoderTypeOptions> & {
  readonly fields?: Readonly<Record<string, unknown>>
  readonly own?: Partial<TextEncoderSpec>
  /** Whether the bare model sums a text up. @default true */
  readonly hasPooler?: boolean
}

const bertTasks = [...usualTasks, 'pretraining', 'text-generation', 'next-sentence-prediction'] as const

function bertType(type: string, prefix: string, { fields = {}, own = {}, hasPooler = true, ...options }: Options): ModelType {
  const scope = options.scope ?? 'bert'
  const pooler = { kind: 'pooler', scope: `${scope}.pooler` } as const satisfies Summary
  const { tasks = bertTasks } = options
  return encoderType(type, {
    config: bertLikeConfig(type, `${prefix}${tasks[0] === 'fill-mask' ? 'ForMaskedLM' : 'Model'}`, fields),
    spec: bertLikeSpec(own),
    scope,
    prefix,
    tasks,
    masked: bertHead(),
    summary: pooler,
    ...(hasPooler ? { pooler } : {}),
    pretraining: 'masked-and-order',
    preprocessor: textPreprocessor('BertTokenizer'),
    ...options,
  })
}

/** Interleaved rotation of queries and keys by tables of sines that upstream keeps as an embedding (Su et al. 2021, arXiv:2104.09864). */
const roformerRotary = { size: 8, layout: 'interleaved' } as const

/**
 * NEZHA's functional relative positions: fixed sines by clipped distance, added to keys and to values (Wei et al. 2019, arXiv:1909.00204, §2.2).
 */
function relativeSines(context: GraphContext, ids: Value): Value {
  const { graph } = context
  const [size, furthest] = [8, 6]
  const positions = positionRange(context, ids)
  const distance = graph.node('Sub', [positions, graph.node('Transpose', [positions], { perm: [1, 0] })])
  const near = graph.node('Max', [graph.node('Min', [distance, graph.constant('int64', furthest)]), graph.constant('int64', -furthest)])
  const table = nezhaTable(size, furthest)
  const rows = context.fixed('relative_positions_encoding', { type: 'float32', dims: [2 * furthest + 1, size], data: table })
  return graph.node('Gather', [rows, graph.node('Add', [near, graph.constant('int64', furthest)])], { axis: 0 })
}

/** Sines and cosines in turn, one row for each distance. */
function nezhaTable(size: number, furthest: number): Float32Array {
  return Float32Array.from({ length: (2 * furthest + 1) * size }, (_, index) => {
    const [row, column] = [Math.floor(index / size), index % size]
    const angle = row * exp((-log(10_000) * (column - (column % 2))) / size)
    return column % 2 === 0 ? sin(angle) : cos(angle)
  })
}

function nezhaAttention(context: GraphContext, x: Value, mask: Value, relative: Value): Value {
  const { graph } = context
  const [size, heads, headSize] = [32, 4, 8]
  const names = bertLayerNames
  const project = (name: string): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size }), heads, headSize)
  const [query, key, value] = [project(names.query), project(names.key), project(names.value)]
  const byContent = graph.node('MatMul', [query, graph.node('Transpose', [key], { perm: [0, 1, 3, 2] })])
  // one product for each query: [batch, heads, length, 1, head] × [length, head, length]
  const byDistance = graph.node('MatMul', [unsqueeze(context, query, 3), graph.node('Transpose', [relative], { perm: [0, 2, 1] })])
  const scores = scaled(
    context,
    add(context, byContent, graph.node('Squeeze', [byDistance, graph.constant('int64', [3])])),
    1 / Math.sqrt(headSize),
  )
  const weights = graph.node('Softmax', [add(context, scores, mask)], { axis: -1 })
  const placed = graph.node('Squeeze', [graph.node('MatMul', [unsqueeze(context, weights, 3), relative]), graph.constant('int64', [3])])
  const merged = mergeHeads(context, add(context, graph.node('MatMul', [weights, value]), placed), size)
  return linear(context, merged, { name: names.output, inputSize: size, outputSize: size })
}

const electraTasks = [...usualTasks, 'pretraining', 'text-generation', 'text-encoding'] as const
const mpnetNames = {
  ...bertLayerNames,
  query: 'attention.attn.q',
  key: 'attention.attn.k',
  value: 'attention.attn.v',
  output: 'attention.attn.o',
  attentionNorm: 'attention.LayerNorm',
}

export const modelTypes: readonly ModelType[] = [
  bertType('bert', 'Bert', {
    tasks: [...bertTasks, 'text-encoding'],
    classes: { 'text-generation': 'BertLMHeadModel' },
    transformersJs: maskedByTransformersJs('BertForMaskedLM'),
  }),
  bertType('ernie', 'Ernie', {
    scope: 'ernie',
    fields: { use_task_id: false, task_type_vocab_size: 3 },
    note: 'BERT’s graph upstream too, as long as `use_task_id` is off; Transformers.js has no class for it',
  }),
  bertType('megatron-bert', 'MegatronBert', {
    // twice as deep as BERT upstream
    fields: { num_hidden_layers: 4 },
    own: {
      layers: 4,
      norm: 'pre',
      embeddingNorm: false,
      finalNorm: 'encoder.ln',
      names: { ...bertLayerNames, attentionNorm: 'attention.ln', outputNorm: 'ln' },
    },
  }),
  bertType('nezha', 'Nezha', {
    scope: 'nezha',
    fields: { max_relative_position: 6, use_cache: true },
    own: {
      positions: 'none',
      own: (context, { ids }) => relativeSines(context, ids),
      attend: (context, x, { mask, own }) => nezhaAttention(context, x, mask, own as Value),
    },
    tasks: [...usualTasks, 'pretraining', 'next-sentence-prediction'],
  }),
  bertType('electra', 'Electra', {
    scope: 'electra',
    hasPooler: false,
    fields: { embedding_size: 16, summary_type: 'first', summary_use_proj: true, summary_activation: 'gelu' },
    own: { embeddingSize: 16 },
    tasks: electraTasks,
    masked: {
      scope: '',
      dense: 'generator_predictions.dense',
      norm: 'generator_predictions.LayerNorm',
      bias: 'generator_lm_head.bias',
      activation: 'gelu',
      epsilon: 1e-12,
      innerSize: 16,
    },
    summary: { kind: 'dense', activation: 'gelu' },
    pretraining: 'replaced',
    transformersJs: maskedByTransformersJs('ElectraForMaskedLM'),
  }),
  bertType('rembert', 'RemBert', {
    scope: 'rembert',
    fields: { input_embedding_size: 16, output_embedding_size: 48 },
    own: { embeddingSize: 16, embeddingProjection: 'encoder.embedding_hidden_mapping_in' },
    tasks: [...usualTasks, 'text-generation', 'text-encoding'],
    masked: bertHead({ dense: 'dense', norm: 'LayerNorm', decoder: 'decoder', bias: 'decoder.bias', innerSize: 48 }),
    preprocessor: textPreprocessor('T5Tokenizer'),
  }),
  bertType('roformer', 'RoFormer', {
    scope: 'roformer',
    hasPooler: false,
    fields: { embedding_size: 32, max_position_embeddings: 512, rotary_value: false },
    own: {
      positions: 'none',
      own: (context, { ids }) => anglesOf(context, positionRange(context, ids), roformerRotary),
      attend: (context, x, { mask, own }) => roformerAttention(context, x, mask, own as RotaryAngles),
    },
    tasks: [...usualTasks, 'text-generation', 'text-encoding'],
    summary: { kind: 'dense', activation: 'gelu' },
    transformersJs: maskedByTransformersJs('RoFormerForMaskedLM'),
  }),
  bertType('mpnet', 'MPNet', {
    scope: 'mpnet',
    fields: {
      type_vocab_size: 0,
      max_position_embeddings: 514,
      relative_attention_num_buckets: 8,
      pad_token_id: 1,
      bos_token_id: 0,
      eos_token_id: 2,
    },
    own: {
      tokenTypes: 0,
      positions: { count: 514, afterPadding: 1 },
      names: mpnetNames,
      // in the encoder, not in a layer: one bias for all of them (Song et al. 2020, arXiv:2004.09297)
      own: (context, { ids }) =>
        context.graph.scope('encoder', () =>
          relativePositionBias(context, {
            name: 'relative_attention_bias',
            heads: 4,
            buckets: 8,
            maxDistance: 128,
            bidirectional: true,
            queries: ids,
          }),
        ),
      attentionOptions: (_, { own }) => ({ biases: [own as Value] }),
    },
    tasks: [...usualTasks, 'pretraining'],
    masked: robertaHead({ epsilon: 1e-12 }),
    pretraining: 'masked',
    summary: { kind: 'dense', activation: 'tanh' },
    transformersJs: maskedByTransformersJs('MPNetForMaskedLM'),
  }),
  bertType('ernie_m', 'ErnieM', {
    scope: 'ernie_m',
    fields: { type_vocab_size: 0, max_position_embeddings: 514, layer_norm_eps: 1e-5 },
    own: {
      tokenTypes: 0,
      positions: { count: 514, offset: 2 },
      epsilon: 1e-5,
      names: {
        query: 'self_attn.self_attn.q_proj',
        key: 'self_attn.self_attn.k_proj',
        value: 'self_attn.self_attn.v_proj',
        output: 'self_attn.out_proj',
        attentionNorm: 'norm1',
        up: 'linear1',
        down: 'linear2',
        outputNorm: 'norm2',
      },
      layerName: (index) => `encoder.layers.${index}`,
    },
    tasks: ['feature-extraction', 'text-classification', 'question-answering', 'token-classification', 'multiple-choice'],
    preprocessor: textPreprocessor('T5Tokenizer'),
  }),
  bertType('bert-generation', 'BertGeneration', {
    scope: 'bert',
    fields: { type_vocab_size: 0, architectures: ['BertGenerationDecoder'] },
    own: { tokenTypes: 0 },
    tasks: ['text-generation', 'feature-extraction'],
    classes: { 'text-generation': 'BertGenerationDecoder', 'feature-extraction': 'BertGenerationEncoder' },
    preprocessor: textPreprocessor('T5Tokenizer'),
  }),
  bertType('splinter', 'Splinter', {
    scope: 'splinter',
    fields: { question_token_id: 104 },
    tasks: ['feature-extraction'],
  }),
]

function roformerAttention(context: GraphContext, x: Value, mask: Value, angles: RotaryAngles): Value {
  const [size, heads, headSize] = [32, 4, 8]
  const names = bertLayerNames
  const project = (name: string): Value =>
    splitHeads(context, linear(context, x, { name, inputSize: size, outputSize: size }), heads, headSize)
  const turn = (value: Value): Value => rotate(context, value, angles, roformerRotary, headSize)
  const merged = dotProductAttention(context, {
    query: turn(project(names.query)),
    key: turn(project(names.key)),
    value: project(names.value),
    scale: 1 / Math.sqrt(headSize),
    biases: [mask],
    size,
  })
  return linear(context, merged, { name: names.output, inputSize: size, outputSize: size })
}
