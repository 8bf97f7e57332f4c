import { decoderType } from '../../architectures/decoder-type.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { llamaSpec } from './llama-layers.ts'

const config = {
  model_type: 'llama',
  architectures: ['LlamaForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 8,
  hidden_act: 'silu',
  max_position_embeddings: 512,
  initializer_range: 0.02,
  rms_norm_eps: 1e-5,
  rope_theta: 500_000,
  attention_bias: false,
  mlp_bias: false,
  tie_word_embeddings: false,
  use_cache: true,
  bos_token_id: vocabularySize - 2,
  eos_token_id: vocabularySize - 1,
} as const

export const modelTypes: readonly ModelType[] = [
  decoderType('llama', {
    config,
    spec: llamaSpec(config),
    heads: ['text-classification', 'question-answering', 'token-classification'],
    tokenizer: 'PreTrainedTokenizerFast',
  }),
]
