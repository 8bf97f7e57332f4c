import { decoderType } from '../../architectures/decoder-type.ts'
import type { Value } from '@vitest-hardware/onnx-graph'
import { gatedFeedForward } from '../../blocks/feed-forward.ts'
import { linear } from '../../blocks/linear.ts'
import { mixExperts, topExperts } from '../../blocks/mixture-of-experts.ts'
import type { GraphContext } from '../../graph-context.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { llamaSpec } from '../decoder-only/llama-layers.ts'

const config = {
  model_type: 'qwen2_moe',
  architectures: ['Qwen2MoeForCausalLM'],
  vocab_size: vocabularySize,
  hidden_size: 32,
  intermediate_size: 64,
  moe_intermediate_size: 32,
  shared_expert_intermediate_size: 64,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  num_experts: 6,
  num_experts_per_tok: 3,
  norm_topk_prob: false,
  decoder_sparse_step: 1,
  mlp_only_layers: [],
  hidden_act: 'silu',
  max_position_embeddings: 512,
  initializer_range: 0.02,
  rms_norm_eps: 1e-6,
  rope_theta: 10_000,
  qkv_bias: true,
  tie_word_embeddings: false,
  use_sliding_window: false,
  use_cache: true,
  bos_token_id: vocabularySize - 1,
  eos_token_id: vocabularySize - 1,
} as const

/** Routed experts plus one that every token goes to, behind a sigmoid gate (Qwen team 2024, "Qwen1.5-MoE"). */
function feedForward(context: GraphContext, x: Value): Value {
  const { graph } = context
  const { hidden_size: size, num_experts: experts, hidden_act: activation } = config
  return graph.scope('mlp', () => {
    const weights = topExperts(context, x, {
      name: 'gate',
      size,
      experts,
      perToken: config.num_experts_per_tok,
      normalised: config.norm_topk_prob,
    })
    const routed = mixExperts(context, x, {
      weights,
      experts,
      expert: (input) => gatedFeedForward(context, input, { size, innerSize: config.moe_intermediate_size, activation }),
    })
    const shared = graph.scope('shared_expert', () =>
      gatedFeedForward(context, x, { size, innerSize: config.shared_expert_intermediate_size, activation }),
    )
    const gate = graph.node('Sigmoid', [linear(context, x, { name: 'shared_expert_gate', inputSize: size, outputSize: 1, bias: false })])
    return graph.node('Add', [routed, graph.node('Mul', [gate, shared])])
  })
}

export const modelTypes: readonly ModelType[] = [
  decoderType('qwen2_moe', {
    config,
    spec: llamaSpec(config, { projectionBias: true, feedForward }),
    heads: ['text-classification', 'question-answering', 'token-classification'],
    tokenizer: 'Qwen2Tokenizer',
    note: 'a shared expert behind a sigmoid gate; top weights are not normalised',
  }),
]
