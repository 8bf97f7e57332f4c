import { decoderType } from '../../architectures/decoder-type.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { llamaSpec } from './llama-layers.ts'

const config = {
  model_type: 'qwen2',
  architectures: ['Qwen2ForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  hidden_act: 'silu',
  max_position_embeddings: 512,
  initializer_range: 0.02,
  rms_norm_eps: 1e-6,
  rope_theta: 1_000_000,
  tie_word_embeddings: true,
  use_sliding_window: false,
  use_cache: true,
  bos_token_id: vocabularySize - 1,
  eos_token_id: vocabularySize - 1,
} as const

export const modelTypes: readonly ModelType[] = [
  decoderType('qwen2', {
    config,
    spec: llamaSpec(config, { projectionBias: true }),
    heads: ['text-classification', 'question-answering', 'token-classification'],
    tokenizer: 'Qwen2Tokenizer',
    note: 'biases on queries, keys and values; tied head',
  }),
]
