import type { Value } from '@vitest-hardware/onnx-graph'
import { feedForward } from '../../blocks/feed-forward.ts'

import { positionRange } from '../../blocks/position.ts'
import { type RotaryAngles, rotaryAngles } from '../../blocks/rotary-position.ts'
import { bertLayerNames, type EncoderLayerNames, type TextEncoderSpec } from '../../architectures/text-encoder.ts'
import { encoderType, type EncoderTypeOptions } from '../../architectures/text-encoder-type.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import {
  bertLikeConfig,
  bertLikeSpec,
  maskedByTransformersJs,
  robertaFields,
  robertaHead,
  robertaSpec,
  textPreprocessor,
  usualTasks,
} from './encoder-parts.ts'

const everyTask = [...usualTasks, 'pretraining', 'text-generation', 'text-encoding'] as const

function robertaType(
  type: string,
  prefix: string,
  options: Partial<EncoderTypeOptions> & { readonly fields?: Readonly<Record<string, unknown>>; readonly own?: Partial<TextEncoderSpec> },
): ModelType {
  const { fields = {}, own = {}, ...others } = options
  const tasks = others.tasks ?? everyTask
  return encoderType(type, {
    config: bertLikeConfig(type, `${prefix}${tasks[0] === 'fill-mask' ? 'ForMaskedLM' : 'Model'}`, { ...robertaFields, ...fields }),
    spec: bertLikeSpec({ ...robertaSpec, ...own }),
    scope: 'roberta',
    prefix,
    tasks,
    masked: robertaHead(),
    summary: { kind: 'dense', activation: 'tanh' },
    pooler: { kind: 'pooler', scope: 'roberta.pooler' },
    preprocessor: textPreprocessor('RobertaTokenizer'),
    ...others,
  })
}

/** Norms before the sublayers, one more behind the last layer (upstream's `XLMRobertaXLLayer`, `RobertaPreLayerNormLayer`). */
function preNorm(names: Partial<EncoderLayerNames>): Partial<TextEncoderSpec> {
  return { norm: 'pre', embeddingNorm: false, names: { ...bertLayerNames, ...names } }
}

/**
 * Behind each feed-forward a bottleneck adapter of one language (Pfeiffer et al. 2022, arXiv:2205.06266, §3); the export is of the default language.
 */
function feedWithAdapter(context: GraphContext, x: Value): Value {
  const { graph } = context
  const size = 32
  const fed = feedForward(context, x, {
    names: { up: 'intermediate.dense', down: 'output.dense' },
    size,
    innerSize: 64,
    activation: 'gelu',
  })
  const adapter = graph.scope('output.adapter_modules.en_XX', () =>
    feedForward(context, fed, { names: { up: 'dense1', down: 'dense2' }, size, innerSize: size / 2, activation: 'gelu' }),
  )
  return graph.node('Add', [fed, adapter])
}

export const modelTypes: readonly ModelType[] = [
  robertaType('roberta', 'Roberta', { transformersJs: maskedByTransformersJs('RobertaForMaskedLM') }),
  robertaType('camembert', 'Camembert', {
    fields: { layer_norm_eps: 1e-12, output_past: true },
    own: { epsilon: 1e-12 },
    tasks: [...usualTasks, 'pretraining', 'text-generation'],
    masked: robertaHead({ epsilon: 1e-12 }),
    preprocessor: textPreprocessor('T5Tokenizer'),
    note: 'RoBERTa under another name upstream; its config has the smaller epsilon. Transformers.js is tried with the types whose tokenizer the folder has',
  }),
  robertaType('xlm-roberta', 'XLMRoberta', {
    fields: { output_past: true },
    preprocessor: textPreprocessor('T5Tokenizer'),
    note: 'RoBERTa under another name upstream, with a SentencePiece vocabulary. Transformers.js is tried with the types whose tokenizer the folder has',
  }),
  robertaType('data2vec-text', 'Data2VecText', {
    scope: 'data2vec_text',
    pooler: { kind: 'pooler', scope: 'data2vec_text.pooler' },
    fields: { layer_norm_eps: 1e-12 },
    own: { epsilon: 1e-12 },
    masked: robertaHead({ epsilon: 1e-12 }),
  }),
  robertaType('luke', 'Luke', {
    scope: 'luke',
    fields: { entity_vocab_size: 16, entity_emb_size: 16, use_entity_aware_attention: true },
    tasks: [...usualTasks, 'pretraining'],
    summary: { kind: 'pooler', scope: 'luke.pooler' },
    pooler: { kind: 'pooler', scope: 'luke.pooler' },
    note: 'RoBERTa as long as no entity is given, as upstream’s forward pass has it; Transformers.js has no class for it',
  }),
  robertaType('ibert', 'IBert', {
    scope: 'ibert',
    pooler: { kind: 'pooler', scope: 'ibert.pooler' },
    fields: { position_embedding_type: 'absolute', quant_mode: false, force_dequant: 'none' },
    tasks: [...usualTasks, 'pretraining', 'text-encoding'],
    note: 'with `quant_mode` off, as published weights come, the integer operators of I-BERT are RoBERTa’s',
  }),
  robertaType('roberta-prelayernorm', 'RobertaPreLayerNorm', {
    scope: 'roberta_prelayernorm',
    pooler: { kind: 'pooler', scope: 'roberta_prelayernorm.pooler' },
    own: {
      ...preNorm({ attentionNorm: 'attention.LayerNorm', outputNorm: 'intermediate.LayerNorm' }),
      embeddingNorm: true,
      finalNorm: 'LayerNorm',
    },
  }),
  robertaType('xlm-roberta-xl', 'XLMRobertaXL', {
    // three times as deep as its kin upstream
    fields: { num_hidden_layers: 3 },
    own: {
      layers: 3,
      ...preNorm({ attentionNorm: 'attention.self_attn_layer_norm', outputNorm: 'LayerNorm' }),
      finalNorm: 'encoder.LayerNorm',
    },
    preprocessor: textPreprocessor('T5Tokenizer'),
  }),
  robertaType('xmod', 'Xmod', {
    fields: {
      pre_norm: false,
      adapter_reduction_factor: 2,
      adapter_layer_norm: false,
      adapter_reuse_layer_norm: false,
      ln_before_adapter: false,
      languages: ['en_XX'],
      default_language: 'en_XX',
    },
    own: { feed: feedWithAdapter },
    tasks: [...usualTasks, 'pretraining', 'text-generation'],
    preprocessor: textPreprocessor('T5Tokenizer'),
  }),
  robertaType('jina_embeddings_v3', 'JinaEmbeddingsV3', {
    fields: { rope_theta: 20_000, position_embedding_type: 'rotary' },
    own: {
      positions: 'none',
      own: (context, { ids }) => rotaryAngles(context, { positions: positionRange(context, ids), size: 8, theta: 20_000 }),
      attentionOptions: (_, { own }) => ({ rotary: own as RotaryAngles }),
    },
    tasks: ['fill-mask', 'feature-extraction', 'text-classification', 'question-answering', 'token-classification'],
    preprocessor: textPreprocessor('T5Tokenizer'),
    note: 'without the adapters by task, which are another checkpoint’s weights',
  }),
]
