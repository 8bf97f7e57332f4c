import { linear } from '../../blocks/linear.ts'
import { batch } from '../../graphs/text-inputs.ts'
import type { DecoderSpec } from '../../architectures/decoder-spec.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'
import { textHeads, textHeadSize, textSize } from './text-decoders.ts'
import { imageToken, visionLanguageType } from './vision-language-type.ts'

const patch = 8
const channels = 3
const patches = 4
const theta = 25_000
const rotated = textHeadSize / 2
const norm = { kind: 'layer', epsilon: 1e-5 } as const

/** Persimmon's decoder (Adept 2023): squared ReLU, layer norms of queries and keys, half of each head rotated. */
const decoder: DecoderSpec = {
  vocabulary: vocabularySize,
  size: textSize,
  norm,
  names: { body: 'language_model', finalNorm: 'final_layernorm' },
  logits: { tied: false },
  layers: [0, 1].map(() => ({
    mixer: {
      heads: textHeads,
      headSize: textHeadSize,
      projections: { name: 'query_key_value', bias: true, layout: 'grouped' },
      output: { name: 'dense', bias: true },
      headNorm: { norm, over: 'head', names: ['q_layernorm', 'k_layernorm'] },
    },
    feedForward: {
      kind: 'dense',
      innerSize: 64,
      activation: 'relu2',
      gate: 'none',
      bias: true,
      names: { up: 'dense_h_to_4h', down: 'dense_4h_to_h' },
    },
    rotary: { size: rotated, theta },
  })),
}

export const modelTypes: readonly ModelType[] = [
  visionLanguageType('fuyu', {
    prefix: 'Fuyu',
    generator: 'FuyuForCausalLM',
    config: {
      vocab_size: vocabularySize,
      hidden_size: textSize,
      intermediate_size: 64,
      num_hidden_layers: 2,
      num_attention_heads: textHeads,
      hidden_act: 'relu2',
      max_position_embeddings: 512,
      image_size: 16,
      patch_size: patch,
      num_channels: channels,
      layer_norm_eps: norm.epsilon,
      tie_word_embeddings: false,
      rope_theta: theta,
      partial_rotary_factor: 0.5,
      qk_layernorm: true,
      image_token_id: imageToken,
      text_config: { model_type: 'persimmon', vocab_size: vocabularySize, hidden_size: textSize, num_hidden_layers: 2 },
    },
    spec: {
      decoder,
      modalities: [
        {
          token: imageToken,
          features: (context) => {
            const values = patch * patch * channels
            const cut = context.graph.input('image_patches', 'float32', [batch, patches, values])
            return linear(context, cut, { name: 'vision_embed_tokens', inputSize: values, outputSize: textSize })
          },
        },
      ],
    },
    also: ['text-generation'],
    note: 'no vision tower: patches go through one product into the decoder',
  }),
]
