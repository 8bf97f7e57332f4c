import { type BartLikeSpec, decoderOnlyGraph } from '../../architectures/bart-like.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const shared = {
  vocab_size: vocabularySize,
  decoder_layers: 2,
  decoder_attention_heads: 4,
  decoder_ffn_dim: 64,
  d_model: 32,
  init_std: 0.02,
  dropout: 0.1,
  use_cache: true,
  is_decoder: true,
  is_encoder_decoder: false,
  scale_embedding: true,
  bos_token_id: 0,
  pad_token_id: 1,
  eos_token_id: 2,
} as const

const spec: BartLikeSpec = {
  vocabulary: shared.vocab_size,
  size: shared.d_model,
  layers: shared.decoder_layers,
  heads: shared.decoder_attention_heads,
  innerSize: shared.decoder_ffn_dim,
  activation: 'gelu',
  norm: 'post',
  embeddingNorm: true,
  scaleEmbedding: true,
  positions: { kind: 'learned', offset: 2 },
  logitsBias: false,
}

const reason =
  'a decoder that upstream uses within an encoder-decoder: as a language model of its own it has no cross-attention; Transformers.js has no class for it'

/** Decoders of TrOCR (Li et al. 2021, arXiv:2109.10282) and of speech translation (Wang et al. 2021, arXiv:2104.06678), alone. */
export const modelTypes: readonly ModelType[] = [
  {
    type: 'trocr',
    tasks: ['text-generation'],
    config: {
      model_type: 'trocr',
      architectures: ['TrOCRForCausalLM'],
      ...shared,
      activation_function: 'gelu',
      max_position_embeddings: 512,
      use_learned_position_embeddings: true,
      layernorm_embedding: true,
      cross_attention_hidden_size: null,
    },
    preprocessor: { kind: 'text', tokenizer: 'RobertaTokenizer' },
    graphs: [{ name: 'model', build: decoderOnlyGraph(spec) }],
    transformersJs: null,
    note: reason,
  },
  {
    type: 'speech_to_text_2',
    tasks: ['text-generation'],
    config: {
      model_type: 'speech_to_text_2',
      architectures: ['Speech2Text2ForCausalLM'],
      ...shared,
      activation_function: 'relu',
      max_target_positions: 512,
    },
    preprocessor: { kind: 'text', tokenizer: 'PreTrainedTokenizerFast' },
    graphs: [
      {
        name: 'model',
        build: decoderOnlyGraph({ ...spec, activation: 'relu', embeddingNorm: false, positions: { kind: 'sines', offset: 2 } }),
      },
    ],
    transformersJs: null,
    note: `${reason}; fixed sines in place of learned positions`,
  },
]
