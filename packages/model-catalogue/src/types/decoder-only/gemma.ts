import { decoderType } from '../../architectures/decoder-type.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { llamaSpec } from './llama-layers.ts'

const config = {
  model_type: 'gemma',
  architectures: ['GemmaForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 1,
  head_dim: 16,
  hidden_act: 'gelu_pytorch_tanh',
  hidden_activation: 'gelu_pytorch_tanh',
  max_position_embeddings: 512,
  initializer_range: 0.02,
  rms_norm_eps: 1e-6,
  rope_theta: 10_000,
  attention_bias: false,
  tie_word_embeddings: true,
  use_cache: true,
  pad_token_id: 0,
  eos_token_id: 1,
  bos_token_id: 2,
} as const

export const modelTypes: readonly ModelType[] = [
  decoderType('gemma', {
    config,
    spec: llamaSpec(config, { unitOffsetNorm: true, embeddingScale: Math.sqrt(config.hidden_size) }),
    heads: ['text-classification', 'token-classification'],
    tokenizer: 'GemmaTokenizer',
    note: 'one key/value head for all queries, heads wider than hidden size / heads, norms that multiply by 1 + weight, embeddings times √hidden size',
  }),
]
