import type { ModelType } from '../../model-type.ts'
import { projections } from './decoder-parts.ts'
import { llamaKin } from './llama-kin.ts'

const window = 8
const rms = { kind: 'rms', epsilon: 1e-6 } as const
const classifiers = ['text-classification', 'token-classification'] as const
const layerTypes = ['sliding_attention', 'full_attention'] as const

const gemma = {
  head_dim: 16,
  hidden_act: 'gelu_pytorch_tanh',
  hidden_activation: 'gelu_pytorch_tanh',
  rms_norm_eps: 1e-6,
  query_pre_attn_scalar: 24,
  sliding_window: window,
  layer_types: layerTypes,
  attn_logit_softcapping: 50,
  final_logit_softcapping: 30,
  tie_word_embeddings: true,
  pad_token_id: 0,
  bos_token_id: 2,
  eos_token_id: 1,
} as const
const gemmaAttention = { scale: 1 / Math.sqrt(gemma.query_pre_attn_scalar), softCap: gemma.attn_logit_softcapping }
const gemmaSpec = { embedding: { scale: Math.sqrt(32) }, logits: { tied: true, softCap: gemma.final_logit_softcapping } }

export const modelTypes: readonly ModelType[] = [
  llamaKin('gemma2', {
    model: 'Gemma2ForCausalLM',
    config: gemma,
    norm: { unitOffset: true },
    attention: gemmaAttention,
    layer: (index) => ({ residual: 'sandwich', ...(index % 2 === 0 ? { window } : {}) }),
    spec: gemmaSpec,
    heads: classifiers,
    tokenizer: 'GemmaTokenizer',
    note: 'norms before and behind attention and feed-forward; soft caps on scores and logits; a window in every second layer',
  }),
  llamaKin('vaultgemma', {
    model: 'VaultGemmaForCausalLM',
    config: gemma,
    norm: { unitOffset: true },
    attention: gemmaAttention,
    layer: (index) => ({ norms: ['input_layernorm', 'pre_feedforward_layernorm'], ...(index % 2 === 0 ? { window } : {}) }),
    spec: gemmaSpec,
    tokenizer: 'GemmaTokenizer',
    note: 'Gemma 2 without the norms behind attention and feed-forward',
  }),
  llamaKin('exaone4', {
    model: 'Exaone4ForCausalLM',
    config: { sliding_window: window, sliding_window_pattern: 2, layer_types: layerTypes, bos_token_id: 0 },
    attention: { headNorm: { norm: rms, over: 'head' } },
    layer: (index) => ({ residual: 'output', ...(index % 2 === 0 ? { window } : { rotary: null }) }),
    heads: ['pretraining', 'text-classification', 'question-answering', 'token-classification'],
    transformersJs: false,
    note: 'norms only on what is added; layers with a window are rotated, those without have no positions (3 to 1 upstream, 1 to 1 here)',
  }),
  llamaKin('olmo', {
    model: 'OlmoForCausalLM',
    config: { num_key_value_heads: 4, clip_qkv: 1.5, rms_norm_eps: undefined, pad_token_id: 1, bos_token_id: 0 },
    norm: { kind: 'layer', epsilon: 1e-5, weight: false },
    attention: { clip: 1.5 },
    tokenizer: 'GPTNeoXTokenizer',
    note: 'layer norms without weights; queries, keys and values are clipped (8 in OLMo 1.7, 1.5 here so that it shows)',
  }),
  llamaKin('olmo2', {
    model: 'Olmo2ForCausalLM',
    config: { num_key_value_heads: 4, pad_token_id: 1, bos_token_id: 0, rope_theta: 500_000 },
    attention: { headNorm: { norm: { ...rms, epsilon: 1e-5 }, over: 'all' } },
    layer: { residual: 'output' },
    tokenizer: 'GPTNeoXTokenizer',
    note: 'norms only on what is added; queries and keys are normalised over all heads at once',
  }),
  llamaKin('olmo3', {
    model: 'Olmo3ForCausalLM',
    config: {
      num_key_value_heads: 4,
      pad_token_id: 1,
      bos_token_id: 0,
      rope_theta: 500_000,
      sliding_window: window,
      layer_types: layerTypes,
    },
    attention: { headNorm: { norm: { ...rms, epsilon: 1e-5 }, over: 'all' } },
    layer: (index) => ({ residual: 'output', ...(index % 2 === 0 ? { window } : {}) }),
    note: 'OLMo 2 with a window in most layers (3 of 4 upstream, every second here)',
  }),
  llamaKin('glm', {
    model: 'GlmForCausalLM',
    config: { head_dim: 16, rms_norm_eps: 1.5625e-7, partial_rotary_factor: 0.5, attention_bias: true },
    attention: { projections: projections(true) },
    network: { gate: 'fused' },
    rotary: { size: 8, layout: 'interleaved' },
    heads: classifiers,
    note: 'interleaved rotation of half of each head, biases on queries, keys and values, gate and up in one product',
  }),
  llamaKin('glm4', {
    model: 'Glm4ForCausalLM',
    config: { head_dim: 16, rms_norm_eps: 1.5625e-7, partial_rotary_factor: 0.5, attention_bias: true },
    attention: { projections: projections(true) },
    network: { gate: 'fused' },
    rotary: { size: 8, layout: 'interleaved' },
    layer: {
      residual: 'sandwich',
      norms: ['input_layernorm', 'post_self_attn_layernorm', 'post_attention_layernorm', 'post_mlp_layernorm'],
    },
    heads: classifiers,
    transformersJs: false,
    note: 'GLM with norms before and behind attention and feed-forward',
  }),
  llamaKin('granite', {
    model: 'GraniteForCausalLM',
    config: {
      rms_norm_eps: 1e-6,
      embedding_multiplier: 12,
      attention_multiplier: 0.25,
      residual_multiplier: 0.22,
      logits_scaling: 8,
      mlp_bias: false,
      tie_word_embeddings: true,
    },
    attention: { scale: 0.25 },
    layer: { residualScale: 0.22 },
    spec: { embedding: { scale: 12 }, logits: { tied: true, scale: 1 / 8 } },
    tokenizer: 'GPT2Tokenizer',
    note: 'factors on embeddings, scores, what is added, and logits',
  }),
  llamaKin('hunyuan_v1_dense', {
    model: 'HunYuanDenseV1ForCausalLM',
    config: { head_dim: 8, num_key_value_heads: 2, tie_word_embeddings: true },
    attention: {
      headNorm: { norm: { ...rms, epsilon: 1e-5 }, over: 'head', afterRotation: true, names: ['query_layernorm', 'key_layernorm'] },
    },
    heads: ['text-classification'],
    note: 'queries and keys are normalised per head behind the rotation',
  }),
  llamaKin('phi3', {
    model: 'Phi3ForCausalLM',
    config: { num_key_value_heads: 4, sliding_window: window, original_max_position_embeddings: 512, pad_token_id: 0 },
    attention: { projections: { name: 'qkv_proj', layout: 'stacked' } },
    network: { gate: 'fused' },
    layer: { window },
    heads: classifiers,
    tokenizer: 'LlamaTokenizer',
    note: 'one product for queries, keys and values, one for gate and up; a window in every layer',
  }),
]
