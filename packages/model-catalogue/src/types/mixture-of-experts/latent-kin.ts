import { type LatentAttentionSpec, latentAttention } from '../../architectures/latent-attention.ts'
import type { LayerSpec } from '../../architectures/decoder-spec.ts'
import type { ModelType } from '../../model-type.ts'
import { heads, maxPositions, size } from '../decoder-only/decoder-parts.ts'
import { llamaKin } from '../decoder-only/llama-kin.ts'
import { deepseekRouter, expert, experts, expertSize, grouped } from './experts-parts.ts'

const latent = { q_lora_rank: 16, kv_lora_rank: 16, qk_nope_head_dim: 4, qk_rope_head_dim: 4, v_head_dim: 8, qk_head_dim: 8 } as const
const sparse = { moe_intermediate_size: expertSize, num_key_value_heads: heads, rms_norm_eps: 1e-6 } as const

/** Attention with the sizes of {@link latent}. */
function attention(more: Partial<LatentAttentionSpec> = {}) {
  return latentAttention({
    size,
    heads,
    queryRank: latent.q_lora_rank,
    latentRank: latent.kv_lora_rank,
    plainSize: latent.qk_nope_head_dim,
    rotatedSize: latent.qk_rope_head_dim,
    valueSize: latent.v_head_dim,
    layout: 'deinterleaved',
    maxPositions,
    ...more,
  })
}

/** The first layer is dense, the others are sparse. */
const denseFirst =
  (all: Partial<LayerSpec>, feedForward: LayerSpec['feedForward']) =>
  (index: number): Partial<LayerSpec> =>
    index === 0 ? all : { ...all, feedForward }

const shared = expert({ name: 'shared_experts' })

export const modelTypes: readonly ModelType[] = [
  llamaKin('deepseek_v2', {
    model: 'DeepseekV2ForCausalLM',
    config: {
      ...sparse,
      ...latent,
      v_head_dim: 6,
      n_routed_experts: 8,
      n_shared_experts: 1,
      num_experts_per_tok: 2,
      n_group: 4,
      topk_group: 2,
      topk_method: 'group_limited_greedy',
      norm_topk_prob: false,
      routed_scaling_factor: 16,
      first_k_dense_replace: 1,
    },
    layer: denseFirst(
      attention({ layout: 'interleaved', valueSize: 6 }),
      experts({ scoring: 'softmax', experts: 8, groups: { count: 4, chosen: 2, score: 'max' }, scale: 16 }, { shared }),
    ),
    heads: ['text-classification'],
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'latent attention with values narrower than keys, interleaved rotation; softmax router whose experts come from the groups of the best expert; a dense first layer',
  }),
  llamaKin('deepseek_v3', {
    model: 'DeepseekV3ForCausalLM',
    config: {
      ...sparse,
      ...latent,
      n_routed_experts: 8,
      n_shared_experts: 1,
      num_experts_per_tok: 2,
      n_group: 4,
      topk_group: 2,
      norm_topk_prob: true,
      routed_scaling_factor: 2.5,
      first_k_dense_replace: 1,
      rope_interleave: true,
    },
    layer: denseFirst(attention(), experts(deepseekRouter(grouped), { shared })),
    heads: ['text-classification', 'token-classification'],
    note: 'latent attention; sigmoid router with a bias for the choice alone and groups by their best two; a shared expert; a dense first layer',
  }),
  llamaKin('glm4_moe_lite', {
    model: 'Glm4MoeLiteForCausalLM',
    config: {
      ...sparse,
      ...latent,
      n_routed_experts: 6,
      n_shared_experts: 1,
      num_experts_per_tok: 2,
      n_group: 1,
      topk_group: 1,
      norm_topk_prob: true,
      routed_scaling_factor: 1.8,
      mlp_layer_types: ['dense', 'sparse'],
      rope_interleave: true,
      rms_norm_eps: 1e-5,
    },
    layer: denseFirst(attention(), experts(deepseekRouter({ scale: 1.8 }), { shared })),
    transformersJs: false,
    note: 'DeepSeek-V3 with one group of experts',
  }),
  llamaKin('mistral4', {
    model: 'Mistral4ForCausalLM',
    config: {
      ...sparse,
      ...latent,
      n_routed_experts: 8,
      n_shared_experts: 1,
      num_experts_per_tok: 2,
      n_group: 4,
      topk_group: 2,
      norm_topk_prob: true,
      routed_scaling_factor: 1,
      first_k_dense_replace: 0,
      rope_interleave: true,
      rope_parameters: { rope_type: 'default', rope_theta: 10_000, llama_4_scaling_beta: 0.1, original_max_position_embeddings: 4 },
    },
    layer: {
      ...attention({ queryGrowth: { beta: 0.1, original: 4 } }),
      feedForward: experts({ scoring: 'softmax', normalised: true, ...grouped }, { shared }),
    },
    task: 'image-text-to-text',
    heads: ['pretraining', 'any-to-any', 'text-classification', 'token-classification'],
    tokenizer: 'LlamaTokenizer',
    note: 'latent attention whose queries grow with their position; softmax router with groups; every layer sparse; upstream lists the text model’s own class for its multimodal tasks',
  }),
  llamaKin('youtu', {
    model: 'YoutuForCausalLM',
    config: {
      ...latent,
      num_key_value_heads: heads,
      rms_norm_eps: 1e-6,
      rope_theta: 1_600_000,
      rope_interleave: true,
      tie_word_embeddings: true,
    },
    layer: attention({ theta: 1_600_000 }),
    note: 'DeepSeek-V3’s latent attention in a dense model with a tied head',
  }),
]
