import { type CrossDecoderSpec, type CrossEncoder, fairseqNames, recognitionGraphs } from '../../architectures/cross-decoder.ts'
import { blocksNames, visionTower, type VisionTowerSpec } from '../../architectures/vision-tower.ts'
import { pixelsInput } from '../../graphs/image-inputs.ts'
import { type ModelType, vocabularySize } from '../../model-type.ts'

const size = 32
const encoderSize = 24
const image = 32
const patch = 8
const positions = 64

/** ViT as TrOCR's encoder (Li et al. 2021, arXiv:2109.10282, §3.1). */
const tower: VisionTowerSpec = {
  size: encoderSize,
  layers: 2,
  heads: 4,
  innerSize: 48,
  activation: 'gelu',
  epsilon: 1e-12,
  norm: 'layer',
  image,
  patch,
  patches: { name: 'embeddings.patch_embeddings.projection', bias: true },
  classToken: 'embeddings.cls_token',
  positions: 'embeddings.position_embeddings',
  after: 'layernorm',
  bias: { projections: false, output: true },
  names: {
    ...blocksNames,
    layers: 'encoder.layer',
    norms: ['layernorm_before', 'layernorm_after'],
    attention: 'attention',
    projections: { query: 'attention.query', key: 'attention.key', value: 'attention.value', output: 'output.dense' },
    feedForward: '',
    up: 'intermediate.dense',
    down: 'output.dense',
  },
}

/** TrOCR's decoder: BART's layers, whose cross-attention reads the encoder's own width. */
const decoder: CrossDecoderSpec = {
  body: 'decoder.model.decoder',
  vocabulary: vocabularySize,
  size,
  layers: 2,
  heads: 4,
  innerSize: 64,
  activation: 'gelu',
  names: { ...fairseqNames, finalNorm: null },
  norms: 'behind',
  positions: { kind: 'learned', count: positions, offset: 2 },
  embeddingScale: Math.sqrt(size),
  embeddingNorm: 'layernorm_embedding',
  sourceSize: encoderSize,
  head: 'decoder.output_projection',
}

const encoder: CrossEncoder = (context) => {
  const pixels = pixelsInput(context, { channels: 3, size: image })
  const hidden = context.graph.scope('encoder', () => visionTower(context, pixels, tower))
  return { hidden, mask: undefined, hiddenLength: (image / patch) ** 2 + 1 }
}

const graphs = recognitionGraphs(encoder, decoder, { encoderSize })

export const modelTypes: readonly ModelType[] = [
  {
    type: 'vision-encoder-decoder',
    tasks: ['image-text-to-text', 'any-to-any'],
    config: {
      model_type: 'vision-encoder-decoder',
      architectures: ['VisionEncoderDecoderModel'],
      is_encoder_decoder: true,
      encoder: {
        model_type: 'vit',
        hidden_size: encoderSize,
        num_hidden_layers: 2,
        num_attention_heads: 4,
        intermediate_size: 48,
        hidden_act: 'gelu',
        layer_norm_eps: 1e-12,
        image_size: image,
        patch_size: patch,
        num_channels: 3,
        qkv_bias: false,
      },
      decoder: {
        model_type: 'trocr',
        vocab_size: vocabularySize,
        d_model: size,
        decoder_layers: 2,
        decoder_attention_heads: 4,
        decoder_ffn_dim: 64,
        activation_function: 'gelu',
        max_position_embeddings: positions,
        scale_embedding: true,
        use_learned_position_embeddings: true,
        layernorm_embedding: true,
        cross_attention_hidden_size: encoderSize,
        is_decoder: true,
        add_cross_attention: true,
        tie_word_embeddings: false,
      },
      image_size: image,
      vocab_size: vocabularySize,
      decoder_start_token_id: 2,
      pad_token_id: 1,
      eos_token_id: 2,
    },
    preprocessor: { kind: 'none' },
    graphs,
    heads: { 'any-to-any': { architecture: 'VisionEncoderDecoderModel', graphs } },
    transformersJs: null,
    note: "without preprocessor, which each pair chooses; TrOCR's pair, ViT and a decoder of BART's kind; Transformers.js loads the type with its decoder's own class, whose cache has cross-attention's keys too",
  },
]
