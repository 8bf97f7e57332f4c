import { expandedIntegral } from '../../blocks/expanded-integral.ts'
import { linear } from '../../blocks/linear.ts'
import type { GraphContext } from '../../graph-context.ts'
import type { Value } from '@vitest-hardware/onnx-graph'
import type { ModelType } from '../../model-type.ts'
import { layerCount, projections, size } from './decoder-parts.ts'
import { llamaKin } from './llama-kin.ts'

const allHeads = ['text-classification', 'question-answering', 'token-classification'] as const
const window = 8
const rms = { kind: 'rms', epsilon: 1e-6 } as const

/** A network without a gate whose activation has learned curvatures. */
function apertusNetwork(context: GraphContext, x: Value): Value {
  const { graph } = context
  return graph.scope('mlp', () => {
    const inner = linear(context, x, { name: 'up_proj', inputSize: size, outputSize: 64, bias: false })
    const activated = graph.scope('act_fn', () => expandedIntegral(context, inner))
    return linear(context, activated, { name: 'down_proj', inputSize: 64, outputSize: size, bias: false })
  })
}

export const modelTypes: readonly ModelType[] = [
  llamaKin('mistral', {
    model: 'MistralForCausalLM',
    config: { sliding_window: window, rms_norm_eps: 1e-6, head_dim: null },
    layer: { window },
    heads: allHeads,
    tokenizer: 'LlamaTokenizer',
    note: 'a window in every layer',
  }),
  llamaKin('code_llama', {
    model: 'LlamaForCausalLM',
    config: { num_key_value_heads: 4, rms_norm_eps: 1e-6, rope_theta: 1_000_000, mlp_bias: false, pretraining_tp: 1 },
    heads: ['text-classification'],
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'Llama’s own classes with as many key/value heads as queries and slower rotation; its tokenizer fills in the middle of code',
  }),
  llamaKin('ministral', {
    model: 'MinistralForCausalLM',
    config: { head_dim: 16, sliding_window: window, rms_norm_eps: 1e-6, layer_types: ['sliding_attention', 'full_attention'] },
    layer: (index) => (index % 2 === 0 ? { window } : {}),
    heads: allHeads,
    tokenizer: 'LlamaTokenizer',
    note: 'heads wider than hidden size / heads; layers with a window and without in turn',
  }),
  llamaKin('ministral3', {
    model: 'Ministral3ForCausalLM',
    config: {
      head_dim: 16,
      rope_parameters: { rope_type: 'default', rope_theta: 1_000_000, llama_4_scaling_beta: 0.1, original_max_position_embeddings: 4 },
      rope_theta: 1_000_000,
    },
    attention: { queryGrowth: { beta: 0.1, original: 4 } },
    heads: allHeads,
    tokenizer: 'LlamaTokenizer',
    note: 'rotated queries grow with the logarithm of their position',
  }),
  llamaKin('arcee', {
    model: 'ArceeForCausalLM',
    config: { hidden_act: 'relu2', mlp_bias: false },
    network: { gate: 'none' },
    heads: allHeads,
    note: 'squared ReLU without a gate',
  }),
  llamaKin('apertus', {
    model: 'ApertusForCausalLM',
    config: { hidden_act: 'xielu', rope_theta: 12_000_000 },
    attention: { headNorm: { norm: rms, over: 'head' } },
    layer: { norms: ['attention_layernorm', 'feedforward_layernorm'], feedForward: apertusNetwork },
    heads: ['token-classification'],
    note: 'xIELU with learned curvatures and no gate; queries and keys are normalised per head',
  }),
  llamaKin('bitnet', {
    model: 'BitNetForCausalLM',
    config: { hidden_act: 'relu2', rope_theta: 500_000, tie_word_embeddings: true },
    attention: { outputNorm: { name: 'attn_sub_norm', norm: { kind: 'rms', epsilon: 1e-5 } } },
    network: { innerNorm: { name: 'ffn_sub_norm', norm: { kind: 'rms', epsilon: 1e-5 } } },
    transformersJs: false,
    note: 'norms before the output projections of attention and feed-forward, gated squared ReLU; weights unpacked, as upstream holds them without its quantizer',
  }),
  llamaKin('cwm', {
    model: 'CwmForCausalLM',
    config: { head_dim: 8, rope_theta: 1_000_000, sliding_window: window, layer_types: ['full_attention', 'sliding_attention'] },
    layer: (index) => (index % 4 === 0 ? {} : { window }),
    transformersJs: false,
    note: 'Llama with a window in all but every fourth layer',
  }),
  llamaKin('qwen3', {
    model: 'Qwen3ForCausalLM',
    config: { head_dim: 16, rms_norm_eps: 1e-6, rope_theta: 1_000_000, use_sliding_window: false, max_window_layers: layerCount },
    attention: { headNorm: { norm: rms, over: 'head' } },
    heads: allHeads,
    tokenizer: 'Qwen2Tokenizer',
    note: 'queries and keys are normalised per head; no biases',
  }),
  llamaKin('seed_oss', {
    model: 'SeedOssForCausalLM',
    config: { head_dim: 16, rms_norm_eps: 1e-6, rope_theta: 10_000_000, attention_bias: true, attention_out_bias: false, mlp_bias: false },
    attention: { projections: projections(true) },
    heads: allHeads,
    transformersJs: false,
    note: 'biases on queries, keys and values; heads wider than hidden size / heads',
  }),
  llamaKin('smollm3', {
    model: 'SmolLM3ForCausalLM',
    config: {
      rms_norm_eps: 1e-6,
      rope_theta: 2_000_000,
      no_rope_layers: [1, 0],
      no_rope_layer_interval: 2,
      tie_word_embeddings: true,
      mlp_bias: false,
    },
    layer: (index) => (index % 2 === 1 ? { rotary: null } : {}),
    heads: allHeads,
    note: 'every few layers have no positions at all (4 upstream, 2 here)',
  }),
  llamaKin('ernie4_5', {
    model: 'Ernie4_5ForCausalLM',
    config: { rope_theta: 500_000, use_bias: false, head_dim: 8, tie_word_embeddings: true },
    rotary: { layout: 'interleaved' },
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'Llama with interleaved rotation and a tied head',
  }),
  llamaKin('helium', {
    model: 'HeliumForCausalLM',
    config: { num_key_value_heads: 4, head_dim: 8, rms_norm_eps: 1e-8, rope_theta: 100_000, mlp_bias: false },
    rotary: { layout: 'interleaved' },
    heads: ['text-classification', 'token-classification'],
    note: 'interleaved rotation; as many key/value heads as queries',
  }),
  llamaKin('open-llama', {
    model: 'OpenLlamaForCausalLM',
    config: {
      num_key_value_heads: 4,
      rms_norm_eps: 1e-6,
      use_stable_embedding: true,
      shared_input_output_embedding: true,
      tie_word_embeddings: true,
    },
    spec: { embedding: { norm: { name: 'embed_layer_norm', norm: { kind: 'layer', epsilon: 1e-5 } } } },
    heads: ['text-classification'],
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'a layer norm behind the embeddings, and a head that shares them',
  }),
]
