import type { Value } from '@vitest-hardware/onnx-graph'
import {
  bareGraph,
  bartLikeGraphs,
  type BartLikeSpec,
  classifierGraph,
  decoderOnlyGraph,
  spanGraph,
} from '../../architectures/bart-like.ts'
import { activate } from '../../blocks/activation.ts'
import { length } from '../../blocks/attention-mask.ts'
import { linear } from '../../blocks/linear.ts'
import { mixExperts, topExperts } from '../../blocks/mixture-of-experts.ts'
import type { GraphContext } from '../../graph-context.ts'
import { textLabels } from '../../heads/text.ts'
import { type GraphFile, type ModelType, type Task, type TaskHead, type TokenizerClass, vocabularySize } from '../../model-type.ts'

const sizes = {
  vocab_size: vocabularySize,
  max_position_embeddings: 512,
  d_model: 32,
  encoder_layers: 2,
  encoder_attention_heads: 4,
  encoder_ffn_dim: 64,
  decoder_layers: 2,
  decoder_attention_heads: 4,
  decoder_ffn_dim: 64,
  num_hidden_layers: 2,
  dropout: 0.1,
  init_std: 0.02,
  is_encoder_decoder: true,
  use_cache: true,
  bos_token_id: 0,
  pad_token_id: 1,
  eos_token_id: 2,
  decoder_start_token_id: 2,
} as const

type HeadName = 'feature-extraction' | 'text-classification' | 'question-answering' | 'text-generation' | 'fill-mask' | 'pretraining'

interface Options {
  readonly spec: Partial<BartLikeSpec>
  readonly fields?: Readonly<Record<string, unknown>>
  readonly heads: readonly HeadName[]
  /** Upstream's class for sequence to sequence. @default `${prefix}ForConditionalGeneration` */
  readonly generates?: string
  readonly tokenizer: TokenizerClass
  /** @default true */
  readonly transformersJs?: boolean
  readonly note?: string
}

function bartLikeType(
  type: string,
  prefix: string,
  { spec: given, fields = {}, heads, generates = `${prefix}ForConditionalGeneration`, ...options }: Options,
): ModelType {
  const spec: BartLikeSpec = {
    vocabulary: sizes.vocab_size,
    size: sizes.d_model,
    layers: sizes.encoder_layers,
    heads: sizes.encoder_attention_heads,
    innerSize: sizes.encoder_ffn_dim,
    activation: 'gelu',
    norm: 'post',
    embeddingNorm: true,
    scaleEmbedding: false,
    positions: { kind: 'learned', offset: 2 },
    logitsBias: true,
    ...given,
  }
  const graphs = bartLikeGraphs(spec)
  const one = (build: (context: GraphContext) => void): readonly [GraphFile] => [{ name: 'model', build }]
  const heading: Readonly<Record<HeadName, () => TaskHead>> = {
    'feature-extraction': () => ({ architecture: `${prefix}Model`, graphs: one(bareGraph(spec)) }),
    'text-classification': () => ({
      architecture: `${prefix}ForSequenceClassification`,
      graphs: one(classifierGraph(spec)),
      config: textLabels,
    }),
    'question-answering': () => ({ architecture: `${prefix}ForQuestionAnswering`, graphs: one(spanGraph(spec)) }),
    'text-generation': () => ({
      architecture: `${prefix}ForCausalLM`,
      graphs: one(decoderOnlyGraph(spec)),
      config: { is_encoder_decoder: false, is_decoder: true },
    }),
    'fill-mask': () => ({ architecture: generates, graphs: [graphs[0]] }),
    pretraining: () => ({ architecture: generates, graphs: [graphs[0]] }),
  }
  const { transformersJs = true } = options
  const note = [options.note, transformersJs ? undefined : `Transformers.js 4.3 has no class for ${type}`]
    .filter((part) => part !== undefined)
    .join('; ')
  return {
    type,
    tasks: ['text2text-generation', ...heads],
    config: {
      model_type: type,
      architectures: [generates],
      ...sizes,
      activation_function: spec.activation,
      scale_embedding: spec.scaleEmbedding,
      ...fields,
    },
    preprocessor: { kind: 'text', tokenizer: options.tokenizer },
    graphs,
    heads: Object.fromEntries(heads.map((task): [Task, TaskHead] => [task, heading[task]()])),
    transformersJs: transformersJs ? { autoClass: 'AutoModelForSeq2SeqLM', modelClass: generates } : null,
    ...(note === '' ? {} : { note }),
  }
}

/** Forbids keys further away than `distance`, as LED's and Longformer's windows do: float32 `[length, length]`. */
function windowBias(distance: number): (context: GraphContext, ids: Value) => Value {
  return (context, ids) => {
    const { graph } = context
    const positions = graph.node('Range', [graph.constant('int64', 0), length(context, ids), graph.constant('int64', 1)])
    const away = graph.node('Abs', [graph.node('Sub', [positions, graph.node('Unsqueeze', [positions, graph.constant('int64', [1])])])])
    const far = graph.node('Cast', [graph.node('Greater', [away, graph.constant('int64', distance)])], { to: 1 })
    return graph.node('Mul', [far, graph.constant('float32', -3.4028234663852886e38)])
  }
}

/** Forbids keys of other blocks, as PEGASUS-X's block-local encoder does (Phang et al. 2022, arXiv:2208.04347, §3.1): float32 `[length, length]`. */
function blockBias(block: number): (context: GraphContext, ids: Value) => Value {
  return (context, ids) => {
    const { graph } = context
    const positions = graph.node('Range', [graph.constant('int64', 0), length(context, ids), graph.constant('int64', 1)])
    const blocks = graph.node('Div', [positions, graph.constant('int64', block)])
    const isOther = graph.node('Not', [graph.node('Equal', [blocks, graph.node('Unsqueeze', [blocks, graph.constant('int64', [1])])])])
    return graph.node('Mul', [graph.node('Cast', [isOther], { to: 1 }), graph.constant('float32', -3.4028234663852886e38)])
  }
}

/** NLLB-MoE: each second layer sends a token to its two best experts (NLLB team 2022, arXiv:2207.04672, §6.2). */
function nllbExperts(context: GraphContext, x: Value, layer: number): Value {
  const { graph } = context
  const [size, innerSize, experts] = [32, 64, 4]
  const dense = (value: Value): Value => {
    const inner = activate(context, linear(context, value, { name: 'fc1', inputSize: size, outputSize: innerSize }), 'relu')
    return linear(context, inner, { name: 'fc2', inputSize: innerSize, outputSize: size })
  }
  return graph.scope('ffn', () => {
    if (layer % 2 === 0) return dense(x)
    const weights = topExperts(context, x, { name: 'router.classifier', size, experts, perToken: 2, normalised: true })
    return mixExperts(context, x, { weights, experts, expert: dense })
  })
}

const preNorm = { norm: 'pre', embeddingNorm: false } as const
const mbartSpec = { norm: 'pre', scaleEmbedding: true } as const

export const modelTypes: readonly ModelType[] = [
  bartLikeType('bart', 'Bart', {
    spec: {},
    fields: { forced_eos_token_id: 2 },
    heads: ['feature-extraction', 'pretraining', 'text-generation', 'fill-mask', 'text-classification', 'question-answering'],
    tokenizer: 'BartTokenizer',
  }),
  bartLikeType('mbart', 'MBart', {
    spec: mbartSpec,
    heads: ['feature-extraction', 'text-generation', 'fill-mask', 'text-classification', 'question-answering'],
    tokenizer: 'T5Tokenizer',
    note: 'norms before the sublayers and behind the embeddings',
  }),
  bartLikeType('plbart', 'PLBart', {
    spec: { scaleEmbedding: true },
    heads: ['feature-extraction', 'text-generation', 'text-classification'],
    tokenizer: 'T5Tokenizer',
    transformersJs: false,
    note: 'BART with scaled embeddings',
  }),
  bartLikeType('mvp', 'Mvp', {
    spec: {},
    fields: { use_prompt: false, prompt_length: 100, prompt_mid_dim: 800 },
    heads: ['feature-extraction', 'pretraining', 'text-generation', 'fill-mask', 'text-classification', 'question-answering'],
    tokenizer: 'BartTokenizer',
    transformersJs: false,
    note: 'BART’s graph upstream too, as long as `use_prompt` is off',
  }),
  bartLikeType('pegasus', 'Pegasus', {
    spec: { ...preNorm, activation: 'relu', scaleEmbedding: true, positions: { kind: 'sines', offset: 0 } },
    fields: { pad_token_id: 0, eos_token_id: 1, decoder_start_token_id: 0 },
    heads: ['feature-extraction', 'text-generation'],
    tokenizer: 'T5Tokenizer',
    transformersJs: false,
    note: 'fixed sines, norms before the sublayers',
  }),
  bartLikeType('pegasus_x', 'PegasusX', {
    spec: {
      ...preNorm,
      activation: 'relu',
      attentionBias: false,
      scaleEmbedding: true,
      positions: { kind: 'sines', offset: 0 },
      logitsBias: false,
      encoderBias: blockBias(4),
    },
    fields: {
      pad_token_id: 0,
      eos_token_id: 1,
      decoder_start_token_id: 0,
      num_global_tokens: 0,
      block_size: 4,
      stagger_local_blocks: false,
    },
    heads: ['feature-extraction'],
    tokenizer: 'T5Tokenizer',
    transformersJs: false,
    note: 'the encoder sees one block at a time; without global tokens and staggering, so that the blocks are all there is',
  }),
  bartLikeType('bigbird_pegasus', 'BigBirdPegasus', {
    spec: { ...preNorm, activation: 'gelu_new', attentionBias: false, scaleEmbedding: true, positions: { kind: 'learned', offset: 0 } },
    fields: { attention_type: 'original_full', block_size: 64, num_random_blocks: 3, use_bias: false, pad_token_id: 0, eos_token_id: 1 },
    heads: ['feature-extraction', 'text-generation', 'text-classification', 'question-answering'],
    tokenizer: 'T5Tokenizer',
    transformersJs: false,
    note: 'all tokens see all others, as upstream has it for texts of up to 5 blocks and the random ones',
  }),
  bartLikeType('blenderbot', 'Blenderbot', {
    // a deep decoder on a shallow encoder
    fields: { decoder_layers: 3 },
    spec: { ...preNorm, decoderLayers: 3, positions: { kind: 'learned', offset: 0 } },
    heads: ['feature-extraction', 'text-generation'],
    tokenizer: 'BartTokenizer',
  }),
  bartLikeType('blenderbot-small', 'BlenderbotSmall', {
    spec: { positions: { kind: 'learned', offset: 0 } },
    heads: ['feature-extraction', 'text-generation'],
    tokenizer: 'BartTokenizer',
  }),
  bartLikeType('marian', 'Marian', {
    spec: { embeddingNorm: false, activation: 'silu', scaleEmbedding: true, positions: { kind: 'sines', offset: 0 } },
    heads: ['feature-extraction', 'text-generation'],
    generates: 'MarianMTModel',
    tokenizer: 'T5Tokenizer',
    note: 'fixed sines, norms behind the sublayers, swish',
  }),
  bartLikeType('m2m_100', 'M2M100', {
    spec: { ...preNorm, activation: 'relu', scaleEmbedding: true, positions: { kind: 'sines', offset: 2 }, logitsBias: false },
    heads: ['feature-extraction'],
    tokenizer: 'T5Tokenizer',
    note: 'sines count from behind the padding’s id; texts here have no padding before their end',
  }),
  bartLikeType('fsmt', 'FSMT', {
    spec: {
      embeddingNorm: false,
      activation: 'relu',
      scaleEmbedding: true,
      positions: { kind: 'sines', offset: 2 },
      ownDecoderWords: true,
      logitsBias: false,
    },
    fields: { langs: ['en', 'de'], src_vocab_size: vocabularySize, tgt_vocab_size: vocabularySize },
    heads: ['feature-extraction', 'pretraining'],
    tokenizer: 'T5Tokenizer',
    transformersJs: false,
    note: 'words of the source and of the target have embeddings of their own',
  }),
  bartLikeType('led', 'LED', {
    spec: {
      positions: { kind: 'learned', offset: 0 },
      encoderBias: windowBias(4),
      encoderNames: {
        query: 'longformer_self_attn.query',
        key: 'longformer_self_attn.key',
        value: 'longformer_self_attn.value',
        output: 'output',
      },
    },
    fields: { attention_window: [8, 8], max_encoder_position_embeddings: 512, max_decoder_position_embeddings: 512 },
    heads: ['feature-extraction', 'question-answering'],
    tokenizer: 'BartTokenizer',
    transformersJs: false,
    note: 'the encoder sees a window; global attention would be an input of its own',
  }),
  bartLikeType('nllb-moe', 'NllbMoe', {
    spec: {
      ...preNorm,
      activation: 'relu',
      scaleEmbedding: true,
      positions: { kind: 'sines', offset: 2 },
      logitsBias: false,
      feed: nllbExperts,
    },
    fields: {
      num_experts: 4,
      encoder_sparse_step: 2,
      decoder_sparse_step: 2,
      expert_capacity: 64,
      router_bias: false,
      second_expert_policy: 'all',
      normalize_router_prob_before_dropping: false,
    },
    heads: ['feature-extraction', 'pretraining'],
    tokenizer: 'T5Tokenizer',
    transformersJs: false,
    note: 'each second layer has experts, two for each token',
  }),
]
