import type { MaskedLanguageHead } from '../../heads/text.ts'
import type { TextEncoderSpec } from '../../architectures/text-encoder.ts'
import type { EncoderTask } from '../../architectures/text-encoder-type.ts'
import { type ModelConfig, type Preprocessor, vocabularySize } from '../../model-type.ts'

/** Sizes that the types of this folder share; upstream's names. */
export const bertSizes = {
  vocab_size: vocabularySize,
  hidden_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  intermediate_size: 64,
  hidden_act: 'gelu',
  hidden_dropout_prob: 0.1,
  attention_probs_dropout_prob: 0.1,
  max_position_embeddings: 512,
  type_vocab_size: 2,
  initializer_range: 0.02,
  layer_norm_eps: 1e-12,
  pad_token_id: 0,
} as const

/** A config of upstream's BERT-like kind; what differs is given. */
export function bertLikeConfig<const Fields extends Readonly<Record<string, unknown>>>(type: string, architecture: string, fields: Fields) {
  return { model_type: type, architectures: [architecture], ...bertSizes, ...fields } satisfies ModelConfig
}

/** BERT's encoder in the sizes of {@link bertSizes}; what differs is given. */
export function bertLikeSpec(fields: Partial<TextEncoderSpec> = {}): TextEncoderSpec {
  return {
    vocabulary: bertSizes.vocab_size,
    size: bertSizes.hidden_size,
    layers: bertSizes.num_hidden_layers,
    heads: bertSizes.num_attention_heads,
    innerSize: bertSizes.intermediate_size,
    activation: 'gelu',
    epsilon: bertSizes.layer_norm_eps,
    tokenTypes: 2,
    positions: { count: bertSizes.max_position_embeddings },
    ...fields,
  }
}

/** fairseq's way: positions count from behind the padding's id, and there is one token type, which no input names. */
export const robertaSpec: Partial<TextEncoderSpec> = {
  tokenTypes: 1,
  hasOneType: true,
  positions: { count: 514, afterPadding: 1 },
  epsilon: 1e-5,
}

/** The config fields of {@link robertaSpec}. */
export const robertaFields = {
  max_position_embeddings: 514,
  type_vocab_size: 1,
  layer_norm_eps: 1e-5,
  pad_token_id: 1,
  bos_token_id: 0,
  eos_token_id: 2,
} as const

/** BERT's head for masked words. */
export function bertHead(fields: Partial<MaskedLanguageHead> = {}): MaskedLanguageHead {
  return {
    scope: 'cls.predictions',
    dense: 'transform.dense',
    norm: 'transform.LayerNorm',
    bias: 'bias',
    activation: 'gelu',
    epsilon: bertSizes.layer_norm_eps,
    ...fields,
  }
}

/** RoBERTa's head for masked words. */
export function robertaHead(fields: Partial<MaskedLanguageHead> = {}): MaskedLanguageHead {
  return { scope: 'lm_head', dense: 'dense', norm: 'layer_norm', bias: 'bias', activation: 'gelu', epsilon: 1e-5, ...fields }
}

/** Heads that nearly every encoder of text has. */
export const usualTasks = [
  'fill-mask',
  'feature-extraction',
  'text-classification',
  'question-answering',
  'token-classification',
  'multiple-choice',
] as const satisfies readonly EncoderTask[]

export function textPreprocessor(tokenizer: Extract<Preprocessor, { kind: 'text' }>['tokenizer']): Preprocessor {
  return { kind: 'text', tokenizer }
}

/** Transformers.js' class for masked words. */
export function maskedByTransformersJs(modelClass: string): { readonly autoClass: string; readonly modelClass: string } {
  return { autoClass: 'AutoModelForMaskedLM', modelClass }
}
