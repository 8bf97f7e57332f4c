import { decoderType } from '../../architectures/decoder-type.ts'
import type { Value } from '@vitest-hardware/onnx-graph'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { mixExperts, topExperts } from '../../blocks/mixture-of-experts.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { llamaSpec } from '../decoder-only/llama-layers.ts'

const config = {
  model_type: 'qwen3_moe',
  architectures: ['Qwen3MoeForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  moe_intermediate_size: 32,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 16,
  num_experts: 6,
  num_experts_per_tok: 3,
  norm_topk_prob: true,
  decoder_sparse_step: 1,
  mlp_only_layers: [],
  hidden_act: 'silu',
  max_position_embeddings: 512,
  initializer_range: 0.02,
  rms_norm_eps: 1e-6,
  rope_theta: 1_000_000,
  attention_bias: false,
  tie_word_embeddings: false,
  use_sliding_window: false,
  use_cache: true,
  bos_token_id: vocabularySize - 1,
  eos_token_id: vocabularySize - 1,
} as const

function feedForward(context: GraphContext, x: Value): Value {
  const { hidden_size: size, num_experts: experts, moe_intermediate_size: innerSize, hidden_act: activation } = config
  return context.graph.scope('mlp', () => {
    const weights = topExperts(context, x, {
      name: 'gate',
      size,
      experts,
      perToken: config.num_experts_per_tok,
      normalised: config.norm_topk_prob,
    })
    return mixExperts(context, x, {
      weights,
      experts,
      expert: (input) => gatedFeedForward(context, input, { size, innerSize, activation }),
    })
  })
}

export const modelTypes: readonly ModelType[] = [
  decoderType('qwen3_moe', {
    config,
    spec: llamaSpec(config, { headNorm: true, feedForward }),
    heads: ['text-classification', 'question-answering', 'token-classification'],
    tokenizer: 'Qwen2Tokenizer',
    transformersJs: true,
    note: 'queries and keys are normalised per head; more experts, normalised weights, none shared',
  }),
]
