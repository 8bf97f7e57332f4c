import type { ModelType } from '../../model-type.ts'
import { projections } from '../decoder-only/decoder-parts.ts'
import { llamaKin } from '../decoder-only/llama-kin.ts'
import { deepseekRouter, expert, experts, expertSize } from './experts-parts.ts'

const rms = { kind: 'rms', epsilon: 1e-6 } as const
const perHead = { norm: rms, over: 'head' } as const
const shared = expert({ name: 'shared_experts' })
const sparse = { moe_intermediate_size: expertSize, num_experts_per_tok: 2, norm_topk_prob: true } as const
const glm = {
  ...sparse,
  n_routed_experts: 6,
  n_shared_experts: 1,
  n_group: 1,
  topk_group: 1,
  routed_scaling_factor: 2.5,
  head_dim: 16,
} as const
const window = 8

export const modelTypes: readonly ModelType[] = [
  llamaKin('dots1', {
    model: 'Dots1ForCausalLM',
    config: { ...glm, rms_norm_eps: 1e-6, first_k_dense_replace: 1 },
    attention: { headNorm: perHead },
    layer: (index) => (index === 0 ? {} : { feedForward: experts(deepseekRouter(), { shared }) }),
    transformersJs: false,
    note: 'Qwen3’s attention with DeepSeek-V3’s router and shared expert; a dense first layer',
  }),
  llamaKin('ernie4_5_moe', {
    model: 'Ernie4_5_MoeForCausalLM',
    config: {
      rope_theta: 500_000,
      use_bias: false,
      tie_word_embeddings: true,
      moe_num_experts: 6,
      moe_k: 2,
      moe_num_shared_experts: 1,
      moe_intermediate_size: expertSize,
      moe_layer_start_index: 1,
      moe_layer_interval: 1,
      moe_norm_min: 1e-12,
    },
    rotary: { layout: 'interleaved' },
    layer: (index) =>
      index === 0
        ? {}
        : { feedForward: experts({ scoring: 'softmax', choiceBias: 'moe_statics.e_score_correction_bias', normalised: true }, { shared }) },
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'softmax router with a bias for the choice alone, a shared expert, interleaved rotation; a dense first layer',
  }),
  llamaKin('exaone_moe', {
    model: 'ExaoneMoeForCausalLM',
    config: {
      ...sparse,
      num_experts: 6,
      num_shared_experts: 1,
      n_group: 1,
      topk_group: 1,
      routed_scaling_factor: 2.5,
      sliding_window: window,
      layer_types: ['sliding_attention', 'full_attention'],
      mlp_layer_types: ['dense', 'sparse'],
      bos_token_id: 0,
    },
    attention: { headNorm: { ...perHead, norm: { kind: 'rms', epsilon: 1e-5 } } },
    layer: (index) => (index === 0 ? { window } : { rotary: null, feedForward: experts(deepseekRouter(), { shared }) }),
    heads: ['pretraining'],
    transformersJs: false,
    note: 'EXAONE 4’s attention (rotated with a window, or without positions) behind norms, DeepSeek-V3’s router and shared expert',
  }),
  llamaKin('glm4_moe', {
    model: 'Glm4MoeForCausalLM',
    config: {
      ...glm,
      routed_scaling_factor: 1,
      partial_rotary_factor: 0.5,
      attention_bias: true,
      use_qk_norm: true,
      first_k_dense_replace: 1,
      rope_theta: 1_000_000,
    },
    attention: { projections: projections(true), headNorm: { ...perHead, norm: { kind: 'rms', epsilon: 1e-5 } } },
    rotary: { size: 8 },
    layer: (index) => (index === 0 ? {} : { feedForward: experts(deepseekRouter({ scale: 1 }), { shared }) }),
    transformersJs: false,
    note: 'rotation of half of each head in halves, biases and norms of queries and keys (as GLM-4.5), DeepSeek-V3’s router and shared expert; a dense first layer',
  }),
  llamaKin('solar_open', {
    model: 'SolarOpenForCausalLM',
    config: { ...glm, intermediate_size: undefined, routed_scaling_factor: 1, rope_theta: 1_000_000 },
    layer: { feedForward: experts(deepseekRouter({ scale: 1 }), { shared }) },
    note: 'GLM-4.5’s experts in every layer behind Llama’s attention; whole heads are rotated',
  }),
  llamaKin('afmoe', {
    model: 'AfmoeForCausalLM',
    config: {
      moe_intermediate_size: expertSize,
      num_experts: 6,
      num_experts_per_tok: 2,
      num_shared_experts: 1,
      num_dense_layers: 1,
      route_scale: 2,
      route_norm: true,
      score_func: 'sigmoid',
      mup_enabled: true,
      sliding_window: window,
      layer_types: ['sliding_attention', 'full_attention'],
      head_dim: 16,
    },
    attention: { headNorm: { ...perHead, norm: { kind: 'rms', epsilon: 1e-5 } }, outputGate: { name: 'gate_proj' } },
    layer: (index) => ({
      residual: 'sandwich',
      norms: ['input_layernorm', 'post_attention_layernorm', 'pre_mlp_layernorm', 'post_mlp_layernorm'],
      ...(index === 0
        ? { window }
        : { rotary: null, feedForward: experts(deepseekRouter({ name: 'router.gate', choiceBias: 'expert_bias', scale: 2 }), { shared }) }),
    }),
    spec: { embedding: { scale: Math.sqrt(32) } },
    note: 'a sigmoid gate on attention’s answer, norms on both sides, rotated layers with a window and others without positions, sigmoid router with a bias for the choice alone, embeddings times √size',
  }),
  llamaKin('minimax_m2', {
    model: 'MiniMaxM2ForCausalLM',
    config: {
      intermediate_size: expertSize,
      num_local_experts: 6,
      num_experts_per_tok: 2,
      head_dim: 16,
      rotary_dim: 8,
      rms_norm_eps: 1e-6,
      rope_theta: 5_000_000,
    },
    attention: { headNorm: { norm: rms, over: 'all' } },
    rotary: { size: 8 },
    layer: { feedForward: experts(deepseekRouter({ scale: 1 })) },
    transformersJs: false,
    note: 'queries and keys normalised over all heads at once, rotation of half of each head, sigmoid router with a bias for the choice alone',
  }),
  llamaKin('olmoe', {
    model: 'OlmoeForCausalLM',
    config: {
      intermediate_size: expertSize,
      num_key_value_heads: 4,
      num_experts: 6,
      num_experts_per_tok: 2,
      norm_topk_prob: false,
      clip_qkv: null,
      pad_token_id: 1,
      bos_token_id: 0,
    },
    attention: { headNorm: { norm: { ...rms, epsilon: 1e-5 }, over: 'all' } },
    layer: { feedForward: experts({ scoring: 'softmax' }) },
    tokenizer: 'GPTNeoXTokenizer',
    transformersJs: false,
    note: 'queries and keys normalised over all heads at once; softmax router whose weights are not normalised',
  }),
  llamaKin('flex_olmo', {
    model: 'FlexOlmoForCausalLM',
    config: {
      intermediate_size: expertSize,
      num_key_value_heads: 4,
      num_experts: 6,
      num_experts_per_tok: 3,
      norm_topk_prob: false,
      rms_norm_eps: 1e-6,
      rope_theta: 500_000,
      pad_token_id: 100,
      bos_token_id: 0,
    },
    attention: { headNorm: { norm: rms, over: 'all' } },
    layer: { residual: 'output', feedForward: experts({ scoring: 'softmax', perToken: 3 }) },
    tokenizer: 'GPT2Tokenizer',
    transformersJs: false,
    note: 'OLMo 2 (norms only on what is added) with OLMoE’s experts',
  }),
]
