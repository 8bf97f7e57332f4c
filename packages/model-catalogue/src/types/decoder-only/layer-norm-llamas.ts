import { defaultFrequencies } from '../../blocks/rotary-layout.ts'
import type { ModelType } from '../../model-type.ts'
import { headSize, network, projections } from './decoder-parts.ts'
import { llamaKin } from './llama-kin.ts'

const window = 8
const layer = { kind: 'layer', epsilon: 1e-5 } as const
const bare = { kind: 'rms', epsilon: 1e-6, weight: false } as const
const cohere = {
  rms_norm_eps: undefined,
  layer_norm_eps: 1e-5,
  logit_scale: 0.0625,
  tie_word_embeddings: true,
  pad_token_id: 0,
  bos_token_id: 5,
  eos_token_id: 127,
} as const

export const modelTypes: readonly ModelType[] = [
  llamaKin('cohere', {
    model: 'CohereForCausalLM',
    config: { ...cohere, num_key_value_heads: 4, use_qk_norm: true, rope_theta: 10_000 },
    norm: { ...layer, bias: false },
    attention: { headNorm: { norm: { ...layer, bias: false }, over: 'own-head' } },
    rotary: { layout: 'interleaved' },
    layer: { residual: 'parallel' },
    spec: { logits: { tied: true, scale: cohere.logit_scale } },
    note: 'layer norms without biases, attention and feed-forward in parallel, interleaved rotation, each head’s own norm of queries and keys (as Command R+), scaled logits',
  }),
  llamaKin('cohere2', {
    model: 'Cohere2ForCausalLM',
    config: { ...cohere, rope_theta: 50_000, sliding_window: window, layer_types: ['sliding_attention', 'full_attention'] },
    norm: { ...layer, bias: false },
    rotary: { layout: 'interleaved' },
    layer: (index) => ({ residual: 'parallel', ...(index % 2 === 0 ? { window } : { rotary: null }) }),
    spec: { logits: { tied: true, scale: cohere.logit_scale } },
    note: 'Cohere with rotated layers that have a window and others without positions (3 to 1 upstream, 1 to 1 here)',
  }),
  llamaKin('nemotron', {
    model: 'NemotronForCausalLM',
    config: {
      rms_norm_eps: undefined,
      norm_eps: 1e-5,
      hidden_act: 'relu2',
      partial_rotary_factor: 0.5,
      mlp_bias: false,
      bos_token_id: 2,
      eos_token_id: 3,
    },
    norm: { ...layer, unitOffset: true },
    network: { gate: 'none' },
    rotary: { size: headSize / 2 },
    heads: ['text-classification', 'question-answering', 'token-classification'],
    transformersJs: false,
    note: 'layer norms that multiply by 1 + weight, squared ReLU without a gate, rotation of half of each head',
  }),
  llamaKin('jais2', {
    model: 'Jais2ForCausalLM',
    config: {
      rms_norm_eps: undefined,
      layer_norm_eps: 1e-5,
      num_key_value_heads: 4,
      hidden_act: 'relu2',
      attention_bias: true,
      mlp_bias: true,
      rope_theta: 500_000,
      bos_token_id: 0,
    },
    norm: layer,
    attention: { projections: projections(true), output: { name: 'o_proj', bias: true } },
    network: { gate: 'none', bias: true },
    tokenizer: 'GPT2Tokenizer',
    transformersJs: false,
    note: 'layer norms, squared ReLU without a gate, biases everywhere',
  }),
  llamaKin('starcoder2', {
    model: 'Starcoder2ForCausalLM',
    config: {
      rms_norm_eps: undefined,
      norm_epsilon: 1e-5,
      intermediate_size: 128,
      hidden_act: 'gelu_pytorch_tanh',
      use_bias: true,
      sliding_window: window,
      tie_word_embeddings: true,
      bos_token_id: 127,
      eos_token_id: 127,
    },
    norm: layer,
    attention: { projections: projections(true), output: { name: 'o_proj', bias: true } },
    layer: { window, feedForward: network('mlp', 'c_fc', 'c_proj', 'gelu_pytorch_tanh') },
    heads: ['text-classification', 'token-classification'],
    tokenizer: 'GPT2Tokenizer',
    note: 'layer norms, GPT-2’s feed-forward, biases everywhere, a window in every layer',
  }),
  llamaKin('nanochat', {
    model: 'NanoChatForCausalLM',
    config: {
      num_key_value_heads: 4,
      intermediate_size: 128,
      hidden_act: 'relu2',
      rms_norm_eps: 1e-6,
      final_logit_softcapping: 15,
      bos_token_id: 0,
      eos_token_id: 1,
    },
    norm: bare,
    attention: { headNorm: { norm: bare, over: 'head', afterRotation: true } },
    // upstream turns the other way: its half turn is (x₂, -x₁)
    rotary: { frequencies: defaultFrequencies(headSize, 10_000).map((frequency) => -frequency) },
    layer: { feedForward: network('mlp', 'fc1', 'fc2', 'relu2', { bias: false }) },
    spec: { embedding: { norm: 'norm' }, logits: { tied: false, softCap: 15 } },
    heads: ['pretraining'],
    note: 'norms without weights, one also behind the embeddings; queries and keys are normalised behind the rotation, which turns backwards; squared ReLU; capped logits',
  }),
]
