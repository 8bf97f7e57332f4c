import { decoderType } from '../../architectures/decoder-type.ts'
import type { AttentionSpec, DecoderSpec, LayerSpec } from '../../architectures/decoder-spec.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import {
  heads,
  headSize,
  layerCount,
  layerNormDecoder,
  layers,
  maxPositions as positions,
  network,
  projections,
  size,
} from './decoder-parts.ts'

const gptConfig = {
  vocab_size: vocabularySize,
  n_positions: positions,
  n_embd: size,
  n_layer: layerCount,
  n_head: heads,
  layer_norm_epsilon: 1e-5,
  initializer_range: 0.02,
  use_cache: true,
  bos_token_id: vocabularySize - 1,
  eos_token_id: vocabularySize - 1,
} as const

/** The layout of GPT-2's modules: `transformer.h.<layer>`, `wte`, `ln_f`. */
function gptSpec(all: readonly LayerSpec[], more: Partial<DecoderSpec> = {}): DecoderSpec {
  return layerNormDecoder({ names: { body: 'transformer', layers: 'h', tokens: 'wte', finalNorm: 'ln_f' }, layers: all, ...more })
}

const learned = { kind: 'learned', name: 'wpe', count: positions } as const

const fusedGpt: AttentionSpec = {
  name: 'attn',
  heads,
  headSize,
  projections: { name: 'c_attn', bias: true, layout: 'stacked' },
  output: { name: 'c_proj', bias: true },
}

/** GPT-Neo attends in turn to all tokens and to a window, and does not scale its scores. */
function neoLayer(layer: number): LayerSpec {
  return {
    mixer: { name: 'attn.attention', heads, headSize, scale: 1, projections: projections(false), output: { name: 'out_proj', bias: true } },
    norms: ['ln_1', 'ln_2'],
    feedForward: network('mlp', 'c_fc', 'c_proj', 'gelu_new'),
    ...(layer % 2 === 1 ? { window: neoWindow } : {}),
  }
}
const neoWindow = 8

/** Attention and feed-forward side by side behind one norm; a quarter to a half of each head turns in interleaved pairs. */
function parallelLayer(mixer: AttentionSpec, rotated: number): LayerSpec {
  return {
    mixer,
    residual: 'parallel',
    norms: ['ln_1'],
    feedForward: network('mlp', 'fc_in', 'fc_out', 'gelu_new'),
    rotary: { size: rotated, layout: 'interleaved' },
  }
}

const rotaryDim = 4
const untied = { tied: false, bias: true }

export const modelTypes: readonly ModelType[] = [
  decoderType('gpt_neo', {
    config: {
      model_type: 'gpt_neo',
      architectures: ['GPTNeoForCausalLM'],
      vocab_size: vocabularySize,
      max_position_embeddings: positions,
      hidden_size: size,
      num_layers: layerCount,
      num_heads: heads,
      attention_types: [[['global', 'local'], 1]],
      attention_layers: ['global', 'local'],
      window_size: neoWindow,
      intermediate_size: null,
      activation_function: 'gelu_new',
      layer_norm_epsilon: 1e-5,
      initializer_range: 0.02,
      use_cache: true,
      bos_token_id: vocabularySize - 1,
      eos_token_id: vocabularySize - 1,
    },
    spec: gptSpec(layers(neoLayer), { positions: learned }),
    heads: ['text-classification', 'question-answering', 'token-classification'],
    tokenHead: 'classifier',
    tokenizer: 'GPT2Tokenizer',
    note: 'every second layer sees a window only; scores are not divided by √head size',
  }),
  decoderType('gptj', {
    config: {
      model_type: 'gptj',
      architectures: ['GPTJForCausalLM'],
      ...gptConfig,
      rotary_dim: rotaryDim,
      n_inner: null,
      activation_function: 'gelu_new',
      tie_word_embeddings: false,
    },
    spec: gptSpec(
      layers(parallelLayer({ name: 'attn', heads, headSize, projections: projections(false), output: { name: 'out_proj' } }, rotaryDim)),
      { logits: untied },
    ),
    heads: ['text-classification', 'question-answering'],
    tokenizer: 'GPT2Tokenizer',
    note: 'attention and feed-forward in parallel behind one norm; interleaved rotation of half of each head',
  }),
  decoderType('codegen', {
    config: {
      model_type: 'codegen',
      architectures: ['CodeGenForCausalLM'],
      ...gptConfig,
      n_ctx: positions,
      rotary_dim: rotaryDim,
      n_inner: null,
      activation_function: 'gelu_new',
      tie_word_embeddings: false,
    },
    spec: gptSpec(
      layers(
        parallelLayer(
          { name: 'attn', heads, headSize, projections: { name: 'qkv_proj', layout: 'model-parallel' }, output: { name: 'out_proj' } },
          rotaryDim,
        ),
      ),
      { logits: untied },
    ),
    tokenizer: 'GPT2Tokenizer',
    note: 'GPT-J with one projection whose rows are in the order of four TPU cores: query, value, key of each',
  }),
  decoderType('gpt2', {
    config: {
      model_type: 'gpt2',
      architectures: ['GPT2LMHeadModel'],
      ...gptConfig,
      n_inner: null,
      activation_function: 'gelu_new',
      resid_pdrop: 0.1,
      embd_pdrop: 0.1,
      attn_pdrop: 0.1,
      scale_attn_weights: true,
    },
    spec: gptSpec(layers({ mixer: fusedGpt, norms: ['ln_1', 'ln_2'], feedForward: network('mlp', 'c_fc', 'c_proj', 'gelu_new') }), {
      positions: learned,
    }),
    heads: ['pretraining', 'text-classification', 'question-answering', 'token-classification'],
    tokenHead: 'classifier',
    tokenizer: 'GPT2Tokenizer',
  }),
  decoderType('gpt-sw3', {
    config: {
      model_type: 'gpt-sw3',
      architectures: ['GPT2LMHeadModel'],
      ...gptConfig,
      n_inner: null,
      activation_function: 'gelu',
      scale_attn_weights: true,
      pad_token_id: 0,
      bos_token_id: 2,
      eos_token_id: 3,
    },
    spec: gptSpec(layers({ mixer: fusedGpt, norms: ['ln_1', 'ln_2'], feedForward: network('mlp', 'c_fc', 'c_proj', 'gelu') }), {
      positions: learned,
    }),
    heads: ['pretraining', 'text-classification', 'token-classification'],
    tokenHead: 'classifier',
    tokenizer: 'LlamaTokenizer',
    transformersJs: false,
    note: 'GPT-2’s own classes under another tokenizer (sentencepiece); upstream’s config has exact GELU',
  }),
  decoderType('gpt_bigcode', {
    config: {
      model_type: 'gpt_bigcode',
      architectures: ['GPTBigCodeForCausalLM'],
      ...gptConfig,
      n_inner: 4 * size,
      activation_function: 'gelu_pytorch_tanh',
      multi_query: true,
      scale_attn_weights: true,
    },
    spec: gptSpec(
      layers({
        mixer: { ...fusedGpt, keyValueHeads: 1 },
        norms: ['ln_1', 'ln_2'],
        feedForward: network('mlp', 'c_fc', 'c_proj', 'gelu_pytorch_tanh'),
      }),
      {
        positions: learned,
      },
    ),
    heads: ['pretraining', 'text-classification', 'token-classification'],
    tokenHead: 'classifier',
    tokenizer: 'GPT2Tokenizer',
    transformersJs: 'Transformers.js 4.3 makes no empty cache for multi-query attention',
    note: 'GPT-2 with one key/value head',
  }),
]
