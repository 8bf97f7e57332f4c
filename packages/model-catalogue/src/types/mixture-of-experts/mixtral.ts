import { decoderType } from '../../architectures/decoder-type.ts'
import type { Value } from '@vitest-hardware/onnx-graph'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { mixExperts, topExperts } from '../../blocks/mixture-of-experts.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { llamaSpec } from '../decoder-only/llama-layers.ts'

const config = {
  model_type: 'mixtral',
  architectures: ['MixtralForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  num_local_experts: 4,
  num_experts_per_tok: 2,
  hidden_act: 'silu',
  max_position_embeddings: 512,
  initializer_range: 0.02,
  rms_norm_eps: 1e-5,
  rope_theta: 1_000_000,
  sliding_window: null,
  tie_word_embeddings: false,
  use_cache: true,
  bos_token_id: 1,
  eos_token_id: 2,
} as const

/** A sparse block with normalised top-2 weights (Jiang et al. 2024, arXiv:2401.04088, §2.1). */
function feedForward(context: GraphContext, x: Value): Value {
  const { hidden_size: size, intermediate_size: innerSize, num_local_experts: experts, hidden_act: activation } = config
  const names = { gate: 'w1', up: 'w3', down: 'w2' }
  return context.graph.scope('block_sparse_moe', () => {
    const weights = topExperts(context, x, { name: 'gate', size, experts, perToken: config.num_experts_per_tok, normalised: true })
    return mixExperts(context, x, {
      weights,
      experts,
      expert: (input) => gatedFeedForward(context, input, { names, size, innerSize, activation }),
    })
  })
}

export const modelTypes: readonly ModelType[] = [
  decoderType('mixtral', {
    config,
    spec: llamaSpec(config, { feedForward }),
    heads: ['text-classification', 'question-answering', 'token-classification'],
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
  }),
]
