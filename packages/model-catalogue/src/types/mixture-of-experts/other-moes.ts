import type { ExpertsSpec } from '../../architectures/decoder-spec.ts'
import { routeExperts } from '../../blocks/expert-router.ts'
import { linear } from '../../blocks/linear.ts'
import { sparseMixer } from '../../blocks/sparse-mixer.ts'
import { stackedExperts } from '../../blocks/stacked-experts.ts'
import type { Value } from '@vitest-hardware/onnx-graph'
import type { GraphContext } from '../../graph-context.ts'
import type { ModelType } from '../../model-type.ts'
import { projections, size } from '../decoder-only/decoder-parts.ts'
import { llamaKin } from '../decoder-only/llama-kin.ts'
import { expert, experts, expertSize } from './experts-parts.ts'

const window = 8
const layerNorm = { kind: 'layer', epsilon: 1e-5 } as const
const granite = {
  intermediate_size: expertSize,
  num_local_experts: 6,
  num_experts_per_tok: 2,
  rms_norm_eps: 1e-6,
  embedding_multiplier: 12,
  attention_multiplier: 0.25,
  residual_multiplier: 0.22,
  logits_scaling: 8,
  tie_word_embeddings: true,
} as const
const graniteFused = { gate: 'fused', names: { gate: 'input_linear', down: 'output_linear' } } as const
const graniteExperts: ExpertsSpec = experts(
  { name: 'router.layer', scoring: 'softmax-of-chosen' },
  { name: 'block_sparse_moe', expert: expert(graniteFused) },
)
const graniteParts = { attention: { scale: 0.25 }, spec: { embedding: { scale: 12 }, logits: { tied: true, scale: 1 / 8 } } } as const

/** gpt-oss' sparse network: a router with biases whose softmax is over the chosen alone. */
function ossExperts(context: GraphContext, x: Value): Value {
  return context.graph.scope('mlp', () => {
    const logits = linear(context, x, { name: 'router', inputSize: size, outputSize: 4 })
    const weights = context.graph.scope('router', () =>
      routeExperts(context, logits, { experts: 4, perToken: 2, scoring: 'softmax-of-chosen' }),
    )
    return stackedExperts(context, x, { weights, experts: 4, size, innerSize: expertSize, limit: 7 })
  })
}

export const modelTypes: readonly ModelType[] = [
  llamaKin('gpt_oss', {
    model: 'GptOssForCausalLM',
    config: {
      head_dim: 16,
      intermediate_size: expertSize,
      num_local_experts: 4,
      num_experts_per_tok: 2,
      attention_bias: true,
      swiglu_limit: 7,
      sliding_window: window,
      layer_types: ['sliding_attention', 'full_attention'],
      rope_theta: 150_000,
    },
    attention: { projections: projections(true), output: { name: 'o_proj', bias: true }, sinks: 'sinks' },
    layer: (index) => ({ feedForward: ossExperts, ...(index % 2 === 0 ? { window } : {}) }),
    heads: ['text-classification', 'token-classification'],
    note: 'a learned sink in each head’s softmax, a window in every second layer, experts in one product with biases and bounded gates; plain rotation, as YaRN changes only its numbers',
  }),
  llamaKin('granitemoe', {
    model: 'GraniteMoeForCausalLM',
    config: granite,
    ...graniteParts,
    layer: { residualScale: 0.22, feedForward: graniteExperts },
    tokenizer: 'GPT2Tokenizer',
    transformersJs: false,
    note: 'Granite’s factors; softmax over the chosen experts alone',
  }),
  llamaKin('granitemoeshared', {
    model: 'GraniteMoeSharedForCausalLM',
    config: { ...granite, shared_intermediate_size: 64 },
    ...graniteParts,
    layer: {
      residualScale: 0.22,
      feedForward: { ...graniteExperts, shared: expert({ ...graniteFused, name: 'shared_mlp', innerSize: 64 }) },
    },
    tokenizer: 'GPT2Tokenizer',
    transformersJs: false,
    note: 'GraniteMoe with an expert that every token goes to',
  }),
  llamaKin('hunyuan_v1_moe', {
    model: 'HunYuanMoEV1ForCausalLM',
    config: { num_experts: 6, moe_topk: 2, head_dim: 8, tie_word_embeddings: true },
    attention: {
      headNorm: { norm: { kind: 'rms', epsilon: 1e-5 }, over: 'head', afterRotation: true, names: ['query_layernorm', 'key_layernorm'] },
    },
    layer: {
      feedForward: experts(
        { name: 'gate.wg', scoring: 'softmax', normalised: true },
        { expert: expert({ innerSize: 64 }), shared: expert({ name: 'shared_mlp', innerSize: 64 }) },
      ),
    },
    heads: ['text-classification'],
    transformersJs: false,
    note: 'queries and keys normalised behind the rotation; a shared expert beside normalised top-2',
  }),
  llamaKin('phimoe', {
    model: 'PhimoeForCausalLM',
    config: {
      num_local_experts: 6,
      num_experts_per_tok: 2,
      attention_bias: true,
      lm_head_bias: true,
      router_jitter_noise: 0.01,
      sliding_window: window,
      rope_theta: 1_000_000,
    },
    norm: layerNorm,
    attention: { projections: projections(true), output: { name: 'o_proj', bias: true } },
    layer: {
      window,
      feedForward: experts(
        { name: 'router', scoring: 'softmax', route: (context, logits) => sparseMixer(context, logits, 0.01) },
        { expert: expert({ innerSize: 64 }) },
      ),
    },
    spec: { logits: { tied: false, bias: true } },
    heads: ['text-classification'],
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'layer norms, biases on attention and head, and a router that takes the best expert’s share and the second’s one after the other',
  }),
  llamaKin('dbrx', {
    model: 'DbrxForCausalLM',
    config: {
      intermediate_size: undefined,
      hidden_act: undefined,
      rms_norm_eps: undefined,
      d_model: 32,
      n_heads: 4,
      n_layers: 2,
      max_seq_len: 512,
      rope_theta: 500_000,
      attn_config: { clip_qkv: 8, kv_n_heads: 2, rope_theta: 500_000 },
      ffn_config: {
        ffn_hidden_size: expertSize,
        moe_num_experts: 6,
        moe_top_k: 2,
        moe_normalize_expert_weights: 1,
        ffn_act_fn: { name: 'silu' },
      },
    },
    norm: { ...layerNorm, bias: false },
    attention: { name: 'norm_attn_norm.attn', clip: 8, projections: { name: 'Wqkv', layout: 'stacked' }, output: { name: 'out_proj' } },
    layer: {
      norms: ['norm_attn_norm.norm_1', 'norm_attn_norm.norm_2'],
      feedForward: experts(
        { name: 'router.layer', scoring: 'softmax', normalised: true },
        { name: 'ffn', expert: expert({ names: { gate: 'w1', up: 'v1', down: 'w2' } }) },
      ),
    },
    spec: { names: { body: 'transformer', layers: 'blocks', tokens: 'wte', finalNorm: 'norm_f' } },
    tokenizer: 'GPT2Tokenizer',
    transformersJs: false,
    note: 'layer norms without biases, clipped fused projection, normalised top experts',
  }),
]
