import { decoderType } from '../../architectures/decoder-type.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import {
  attentionOf,
  layerCount,
  layerNormDecoder,
  layers,
  heads,
  maxPositions as positions,
  network,
  projections,
  size,
} from './decoder-parts.ts'

const config = {
  vocab_size: vocabularySize,
  n_positions: positions,
  n_embd: size,
  n_layer: layerCount,
  n_head: heads,
  initializer_range: 0.02,
}

export const modelTypes: readonly ModelType[] = [
  decoderType('openai-gpt', {
    config: { model_type: 'openai-gpt', architectures: ['OpenAIGPTLMHeadModel'], ...config, afn: 'gelu', layer_norm_epsilon: 1e-5 },
    spec: layerNormDecoder({
      names: { body: 'transformer', layers: 'h', tokens: 'tokens_embed', finalNorm: null },
      positions: { kind: 'learned', name: 'positions_embed', count: positions },
      layers: layers({
        mixer: attentionOf({
          name: 'attn',
          projections: { name: 'c_attn', bias: true, layout: 'stacked' },
          output: { name: 'c_proj', bias: true },
        }),
        residual: 'post',
        norms: ['ln_1', 'ln_2'],
        feedForward: network('mlp', 'c_fc', 'c_proj', 'gelu_new'),
      }),
      cached: false,
    }),
    heads: ['pretraining', 'text-classification'],
    tokenizer: null,
    transformersJs: false,
    note: 'norms behind each sum and none at the end; no cache; its word-level BPE has no tokenizer here',
  }),
  decoderType('ctrl', {
    config: { model_type: 'ctrl', architectures: ['CTRLLMHeadModel'], ...config, dff: 64, layer_norm_epsilon: 1e-6, use_cache: true },
    spec: layerNormDecoder({
      norm: { kind: 'layer', epsilon: 1e-6 },
      names: { body: 'transformer', layers: 'h', tokens: 'w', finalNorm: 'layernorm' },
      embedding: { scale: Math.sqrt(size) },
      positions: { kind: 'waves', name: 'pos_encoding', count: positions },
      layers: layers({
        mixer: attentionOf({
          name: 'multi_head_attention',
          projections: projections(true, ['Wq', 'Wk', 'Wv']),
          output: { name: 'dense', bias: true },
        }),
        norms: ['layernorm1', 'layernorm2'],
        feedForward: network('ffn', '0', '2', 'relu', { innerSize: 64 }),
      }),
      logits: { tied: true, bias: true },
    }),
    heads: ['pretraining', 'text-classification'],
    prefix: 'CTRL',
    tokenizer: null,
    transformersJs: false,
    note: 'sines and cosines added to embeddings times √size, tied head with a bias; its word-level BPE with control codes has no tokenizer here',
  }),
]
